package vn.thidua.nomination;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.support.Office.unit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.nomination.NomineeMatch.Likeness;
import vn.thidua.organisation.Units;
import vn.thidua.support.Office;
import vn.thidua.support.ThiDuaTest;

/** Who is who: nobody is taken for another because of a name, and nobody becomes two because of a keyboard. */
class NomineesTest extends ThiDuaTest {

    private static final String HERE = "binh-phuoc";

    @Autowired
    private Nominees nominees;

    @Autowired
    private Units units;

    @Autowired
    private AuditTrail trail;

    private Campaign campaign;

    @BeforeEach
    void adopt() {
        campaign = office.adopt(
                HERE,
                "05/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        office.join(shipped("son-la"), Office.date("05/11/2026"), unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
    }

    @Test
    void a_person_is_recognised_by_name_and_birthday_however_the_name_was_typed() {
        var hoa = resolve(person("Nguyễn Thị Hoà", "01/02/1980"));

        assertThat(resolve(person("NGUYỄN THỊ HÒA", "01/02/1980"))).isEqualTo(hoa);
        assertThat(resolve(person(Normalizer.normalize("Nguyễn Thị Hoà", Normalizer.Form.NFD), "1/2/1980")))
                .isEqualTo(hoa);
        assertThat(nominees.match(HERE, person("nguyễn thị hòa", "01/02/1980")))
                .extracting(NomineeMatch::id, NomineeMatch::likeness, NomineeMatch::birthYear)
                .containsExactly(tuple(hoa, Likeness.SAME, 1980));
    }

    @Test
    void a_person_is_recognised_in_another_campaign() {
        var hoa = resolve(person("Nguyễn Thị Hoa", "01/02/1980"));

        assertThat(nominees.resolve("son-la", person("Nguyễn Thị Hoa", "01/02/1980")))
                .isEqualTo(hoa);
    }

    @Test
    void two_persons_of_one_name_born_on_different_days_stay_two() {
        var elder = resolve(person("Nguyễn Văn Hùng", "01/02/1970"));
        var younger = resolve(person("Nguyễn Văn Hùng", "03/04/1990"));

        assertThat(younger).isNotEqualTo(elder);
        assertThat(nominees.match(HERE, person("Nguyễn Văn Hùng", "03/04/1990")))
                .extracting(NomineeMatch::id, NomineeMatch::likeness)
                .containsExactly(tuple(younger, Likeness.SAME), tuple(elder, Likeness.OTHER));
    }

    @Test
    void a_name_alone_recognises_nobody_and_the_unit_is_asked_to_choose() {
        var known = resolve(person("Nguyễn Văn Hùng", "01/02/1970"));
        var unsure = person("Nguyễn Văn Hùng", null);

        assertRefused("nominee-ambiguous", () -> resolve(unsure))
                .hasMessageContaining("Nguyễn Văn Hùng, sinh năm 1970, Trưởng phòng, Sở Y tế")
                .hasMessageContaining("Lập mới");
        assertThat(resolve(chosen(unsure, known))).isEqualTo(known);
        assertThat(resolve(asNew(unsure))).isNotEqualTo(known);
    }

    @Test
    void one_chosen_without_a_birthday_is_known_by_it_afterwards() {
        var hung = resolve(person("Nguyễn Văn Hùng", null));
        var entered = person("Nguyễn Văn Hùng", "01/02/1970");

        assertRefused("nominee-ambiguous", () -> resolve(entered));
        assertThat(resolve(chosen(entered, hung))).isEqualTo(hung);
        assertThat(resolve(entered)).isEqualTo(hung);
    }

    @Test
    void a_namesake_born_on_the_same_day_is_another_person_only_when_the_unit_says_so_and_is_then_asked_for() {
        var one = resolve(person("Nguyễn Văn Hùng", "01/02/1970"));
        var namesake = resolve(asNew(person("Nguyễn Văn Hùng", "01/02/1970")));

        assertThat(namesake).isNotEqualTo(one);
        assertRefused("nominee-ambiguous", () -> resolve(person("Nguyễn Văn Hùng", "01/02/1970")));
    }

    @Test
    void a_collective_is_recognised_in_its_unit_and_its_namesake_in_another_unit_is_another() {
        var ours = resolve(collective("Phòng Tổ chức - Cán bộ", "so-y-te"));

        assertThat(resolve(collective("Phòng Tổ chức – Cán bộ", "so-y-te"))).isEqualTo(ours);
        assertThat(resolve(collective("Phòng Tổ chức - Cán bộ", "so-tai-chinh")))
                .isNotEqualTo(ours);
    }

    @Test
    void departments_of_two_provinces_are_two_whatever_they_are_called() {
        assertThat(nominees.resolve("son-la", collective("Sở Y tế", "so-y-te")))
                .isNotEqualTo(resolve(collective("Sở Y tế", "so-y-te")));
    }

    @Test
    void a_collective_is_recognised_through_the_merger_of_its_unit() {
        var before = resolve(collective("Văn phòng", "so-y-te"));
        office.enlist(
                HERE,
                "so-y-te,Sở Y tế,so-ban-nganh,OTHER,,,,01/07/2026,so-y-te-xa-hoi",
                unit("so-y-te-xa-hoi", "Sở Y tế và Xã hội", "so-ban-nganh"));

        assertThat(resolve(collective("Văn phòng", "so-y-te-xa-hoi"))).isEqualTo(before);
        assertThat(new Lineage(units.of(HERE)).called("sở y tế và xã hội"))
                .as("what was awarded under the old unit is found under the new one")
                .containsExactlyInAnyOrder("so-y-te", "so-y-te-xa-hoi");
    }

    @Test
    void two_collectives_of_one_name_whose_units_merge_are_not_merged_silently() {
        resolve(collective("Văn phòng", "so-y-te"));
        resolve(collective("Văn phòng", "so-tai-chinh"));
        office.enlist(
                HERE,
                "so-y-te,Sở Y tế,so-ban-nganh,OTHER,,,,01/07/2026,so-moi",
                "so-tai-chinh,Sở Tài chính,so-ban-nganh,OTHER,,,,01/07/2026,so-moi",
                unit("so-moi", "Sở Mới", "so-ban-nganh"));

        assertRefused("nominee-ambiguous", () -> resolve(collective("Văn phòng", "so-moi")));
    }

    @Test
    void a_household_is_recognised_by_its_address() {
        var home = resolve(household("Hộ ông Điểu Khôn", "Thôn 3, xã Bù Gia Mập"));

        assertThat(resolve(household("Hộ ông Điểu Khôn", "thôn 3 - xã Bù Gia Mập")))
                .isEqualTo(home);
        assertThat(resolve(household("Hộ ông Điểu Khôn", "Thôn 7, xã Bù Gia Mập")))
                .isNotEqualTo(home);
        assertRefused("nominee-ambiguous", () -> resolve(household("Hộ ông Điểu Khôn", null)));
    }

    @Test
    void a_person_is_never_taken_for_a_household_of_the_same_name() {
        var person = resolve(person("Điểu Khôn", "01/01/1980"));

        assertThat(nominees.match(HERE, household("Điểu Khôn", "Thôn 3"))).isEmpty();
        assertRefused("nominee-kind", () -> resolve(chosen(household("Điểu Khôn", "Thôn 3"), person)));
    }

    @Test
    void one_chosen_under_a_new_name_is_found_under_both() {
        var before = resolve(collective("Trung tâm Công nghệ thông tin", "so-y-te"));

        resolve(chosen(collective("Trung tâm Chuyển đổi số", "so-y-te"), before));

        assertThat(nominees.called("công nghệ thông tin")).containsExactly(before);
        assertThat(nominees.called("CHUYỂN ĐỔI SỐ")).containsExactly(before);
        assertThat(resolve(collective("Trung tâm Chuyển đổi số", "so-y-te"))).isEqualTo(before);
    }

    @Test
    void two_that_turn_out_to_be_one_are_merged_by_the_standing_agency_with_a_reason_and_found_under_both_names() {
        var known = resolve(person("Nguyễn Thị Hoa", "01/02/1980"));
        var mistyped = resolve(person("Nguyễn Thị Hoà", "01/02/1980"));

        office.asStandingAgency(campaign, () -> {
            assertRefused("reason", () -> nominees.merge(mistyped, known, " "));
        });
        office.as("unit-officer", Office.unitGroup(HERE, "so-y-te"), () -> {
            assertRefused("forbidden", () -> nominees.merge(mistyped, known, "Ghi nhầm dấu"));
        });
        office.asStandingAgency(campaign, () -> nominees.merge(mistyped, known, "Căn cước ghi là Hoa"));

        assertThat(nominees.get(mistyped).id()).isEqualTo(known);
        assertThat(nominees.family(known)).containsExactlyInAnyOrder(known, mistyped);
        assertThat(nominees.family(mistyped)).containsExactlyInAnyOrder(known, mistyped);
        assertThat(nominees.called("Hoà")).containsExactlyInAnyOrder(known, mistyped);
        assertThat(nominees.names(known)).containsExactly("Nguyễn Thị Hoa", "Nguyễn Thị Hoà");
        assertThat(resolve(person("Nguyễn Thị Hoà", "01/02/1980"))).isEqualTo(known);
        assertThat(trail.of(known.toString()).get(0).action()).isEqualTo("nominee.merged");
        office.asStandingAgency(campaign, () -> {
            assertRefused("nominee-is-one", () -> nominees.merge(mistyped, known, "Căn cước ghi là Hoa"));
        });
    }

    @Test
    void merges_of_merged_ones_stay_one_family() {
        var one = resolve(person("Nguyễn Thị Hoa", "01/02/1980"));
        var two = resolve(person("Nguyễn Thị Hoà", "01/02/1980"));
        var three = resolve(person("Nguyễn Thị Hoạ", "01/02/1980"));

        office.asStandingAgency(campaign, () -> nominees.merge(one, two, "Một người"));
        office.asStandingAgency(campaign, () -> nominees.merge(two, three, "Một người"));

        assertThat(nominees.family(one)).containsExactlyInAnyOrder(one, two, three);
        assertThat(nominees.get(one).id()).isEqualTo(three);
    }

    @Test
    void many_are_recognised_at_once_and_the_same_twice_in_one_list_is_one() {
        var hoa = resolve(person("Nguyễn Thị Hoa", "01/02/1980"));
        var list = new ArrayList<NomineeEntry>();
        list.add(person("Nguyễn Thị Hoa", "01/02/1980"));
        range(0, 2_000).forEach(i -> list.add(person("Người thứ " + i, "01/01/1990")));
        list.add(person("NGƯỜI THỨ 7", "01/01/1990"));

        var ids = nominees.resolve(HERE, list);

        assertThat(ids).hasSize(2_002);
        assertThat(ids.get(0)).isEqualTo(hoa);
        assertThat(ids.get(2_001)).isEqualTo(ids.get(8));
        assertThat(ids).doesNotContainNull();
        assertThat(nominees.resolve(HERE, list)).isEqualTo(ids);
    }

    @Test
    void two_units_that_enter_the_same_person_at_once_record_one() throws Exception {
        var entry = person("Nguyễn Thị Hoa", "01/02/1980");
        var both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                var each = new NomineeEntry(
                        null, false, entry.kind(), "Người " + i, "01/02/1980", null, null, "so-y-te", null);
                Callable<UUID> enter = () -> resolve(each);
                var ids = both.invokeAll(List.of(enter, enter));
                assertThat(ids.get(0).get()).isEqualTo(ids.get(1).get());
            }
        } finally {
            both.shutdown();
        }
    }

    @Test
    void what_cannot_be_anybody_is_refused_by_field() {
        assertRefused("nominee-name", () -> resolve(person(" ", "01/01/1980")));
        assertRefused("nominee-birthDate", () -> resolve(person("Hoa", "31/02/1980")));
        assertRefused("nominee-birthDate", () -> resolve(person("Hoa", "01/01/2050")));
    }

    private UUID resolve(NomineeEntry entry) {
        return nominees.resolve(HERE, entry);
    }

    private static NomineeEntry person(String name, @Nullable String born) {
        return new NomineeEntry(
                null, false, NomineeKind.INDIVIDUAL, name, born, "FEMALE", "Trưởng phòng", "so-y-te", null);
    }

    private static NomineeEntry collective(String name, String unit) {
        return new NomineeEntry(null, false, NomineeKind.COLLECTIVE, name, null, null, null, unit, null);
    }

    private static NomineeEntry household(String name, @Nullable String address) {
        return new NomineeEntry(null, false, NomineeKind.HOUSEHOLD, name, null, null, null, "so-y-te", address);
    }

    private static NomineeEntry chosen(NomineeEntry entry, UUID known) {
        return new NomineeEntry(
                known,
                false,
                entry.kind(),
                entry.name(),
                entry.birthDate(),
                entry.gender(),
                entry.position(),
                entry.unitCode(),
                entry.address());
    }

    private static NomineeEntry asNew(NomineeEntry entry) {
        return new NomineeEntry(
                null,
                true,
                entry.kind(),
                entry.name(),
                entry.birthDate(),
                entry.gender(),
                entry.position(),
                entry.unitCode(),
                entry.address());
    }

    private static PlanFiles.PlanFile shipped(String code) {
        return PlanFiles.shipped().stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String code, Runnable deed) {
        var met = new AtomicReference<Refusal>();
        return assertThatThrownBy(() -> {
                    try {
                        deed.run();
                    } catch (Refusal refusal) {
                        met.set(refusal);
                        throw refusal;
                    }
                })
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(met.get().code()).isEqualTo(code));
    }
}
