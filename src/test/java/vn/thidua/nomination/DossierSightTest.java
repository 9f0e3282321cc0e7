package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.act.Actor;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.CampaignPlan.AwardForm;

/** Who sees which dossier and file; every reading is recorded. */
class DossierSightTest extends NominationTest {

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc.so-noi-vu, true",
        "binh-phuoc.so-khcn, true",
        "binh-phuoc.thuong-truc-hoi-dong, true",
        "binh-phuoc.chu-tich-ubnd-tinh, true",
        "binh-phuoc.council, true",
        "binh-phuoc.council-secretary, true",
        "binh-phuoc.clerk, true",
        "binh-phuoc.deputy, true",
        "camunda-admin, true",
        "binh-phuoc.so-vhttdl, false",
        "binh-phuoc.unit.so-y-te, false",
        "son-la.so-noi-vu, false",
        "son-la.council, false"
    })
    void what_was_submitted_is_seen_by_those_whose_work_it_is_and_by_nobody_else(String group, boolean sees) {
        open();
        var submitted = submitted(bkTinh());

        assertThat(as("ai", group, () -> sight.sees(submitted))).isEqualTo(sees);
        if (sees)
            assertThat(as("ai", group, () -> sight.see(submitted.number()))).isEqualTo(submitted);
        else {
            assertThat(refusedAs("ai", group, () -> sight.see(submitted.number()))
                            .kind()
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc.so-noi-vu",
        "binh-phuoc.so-khcn",
        "binh-phuoc.council",
        "binh-phuoc.unit.so-y-te",
        "camunda-admin"
    })
    void a_draft_is_the_units_alone(String group) {
        open();
        var draft = drafted(bkTinh());

        assertThat(as("lan", FINANCE, () -> sight.see(draft.number()))).isEqualTo(draft);
        assertThat(refusedAs("ai", group, () -> sight.see(draft.number()))
                        .kind()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_list_shows_a_unit_its_own_and_the_agencies_what_was_submitted() {
        open();
        var draft = drafted(bkTinh());
        var submitted = submitted(content(AwardForm.GK, person("Hoa")));
        var campaign = campaigns.get(PROVINCE);

        assertThat(as("lan", FINANCE, () -> sight.visible(campaign)))
                .extracting(Dossier::number)
                .containsExactly(draft.number(), submitted.number());
        assertThat(as("chi", HEALTH, () -> sight.visible(campaign))).isEmpty();
        assertThat(as("minh", LEAD, () -> sight.visible(campaign)))
                .extracting(Dossier::number)
                .containsExactly(submitted.number());
        assertThat(refusedAs("khach", "son-la.so-noi-vu", () -> sight.visible(campaign))
                        .kind()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_draft_given_up_stays_the_units_own() {
        open();
        var draft = drafted(bkTinh());
        as("lan", FINANCE, () -> nominations.withdraw(draft.number(), "Thôi"));

        assertThat(refusedAs("minh", LEAD, () -> sight.see(draft.number()))
                        .kind()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void every_reading_is_recorded_with_who_read() {
        open();
        var number = submitted(bkTinh()).number();
        seen.acts.clear();

        as("minh", LEAD, () -> sight.see(number));
        as("minh", LEAD, () -> sight.see(number));
        refusedAs("chi", HEALTH, () -> sight.see(number));

        assertThat(seen.acts).hasSize(2).allSatisfy(act -> {
            assertThat(act.action()).isEqualTo("dossier.read");
            assertThat(act.actor()).isEqualTo("minh");
            assertThat(act.subject()).isEqualTo(number);
        });
    }

    @Test
    void a_number_that_does_not_exist_is_not_found() {
        assertThat(refused(() -> sight.see("binh-phuoc/HS-2026-00099")).kind().status())
                .isEqualTo(404);
    }

    @Test
    void a_file_is_seen_with_its_dossier_once_it_was_submitted() {
        open();
        var draft = drafted(bkTinh());
        var file = dossiers.draft(draft.number())
                .components()
                .get(AwardProcedure.REPORT)
                .get(0);
        assertThat(refusedAs("minh", LEAD, () -> sight.seeFile(file)).kind().status())
                .isEqualTo(403);

        as("lan", FINANCE, () -> nominations.submit(draft.number()));
        assertThat(as("minh", LEAD, () -> sight.seeFile(file)).number()).isEqualTo(draft.number());
        assertThat(refusedAs("chi", HEALTH, () -> sight.seeFile(file)).kind().status())
                .isEqualTo(403);
        assertThat(audited()).contains("dossier.file-read");
    }

    @Test
    void a_file_attached_for_a_supplement_is_not_seen_before_it_is_submitted_and_one_taken_off_still_is() {
        open();
        var number = submitted(bkTinh()).number();
        var old =
                dossiers.content(number).components().get(AwardProcedure.REPORT).get(0);
        as("minh", LEAD, () -> nominations.receive(number, supplement("12/11/2026")));
        var fresh = as("lan", FINANCE, () -> {
            nominations.detach(number, old);
            return nominations
                    .attach(number, files(AwardProcedure.REPORT))
                    .get(0)
                    .id();
        });

        assertThat(refusedAs("minh", LEAD, () -> sight.seeFile(fresh)).kind().status())
                .isEqualTo(403);
        assertThat(as("minh", LEAD, () -> sight.seeFile(old)).number()).isEqualTo(number);
        as("lan", FINANCE, () -> nominations.submit(number));
        assertThat(as("minh", LEAD, () -> sight.seeFile(fresh)).number()).isEqualTo(number);
    }

    @Test
    void in_son_la_it_is_the_department_of_science_that_leads_and_both_see() {
        adopt("son-la");
        var campaign = campaigns.get("son-la");

        for (var group : List.of("son-la.so-khcn", "son-la.so-noi-vu")) {
            assertThat(as("ai", group, () -> sight.seesAll(campaign))).isTrue();
        }
        assertThat(as("ai", "son-la.unit.so-y-te", () -> sight.seesAll(campaign)))
                .isFalse();
        assertThat(Actor.SYSTEM.act(() -> sight.seesAll(campaign))).isTrue();
    }
}
