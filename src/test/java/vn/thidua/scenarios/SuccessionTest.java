package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.submission.DutyOpening;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Part;
import vn.thidua.support.ThiDuaTest;

/** A unit that is closed passes what it owes to its successor, or it ends where there is none. */
class SuccessionTest extends ThiDuaTest {

    private static final String OLD = "binh-phuoc/xa-cu/2026";

    @Autowired
    private TaskService tasks;

    @Autowired
    private Obligations obligations;

    @Autowired
    private DutyOpening opening;

    @Test
    void the_open_duty_of_a_closed_unit_passes_to_its_successor_with_its_task() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));

        office.enlist(
                "binh-phuoc",
                closed("xa-cu", "Xã cũ", "10/11/2026", "xa-moi"),
                unit("xa-moi", "Xã mới", "dia-phuong", "10/11/2026"));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.obligation(OLD))
                .returns("xa-moi", Obligation::owner)
                .returns("Xã mới", Obligation::ownerName)
                .returns("binh-phuoc.unit.xa-moi", Obligation::ownerGroup);
        assertThat(candidates(OLD)).containsExactly("binh-phuoc.unit.xa-moi");
        assertThat(reportsOf("xa-moi")).as("once, not twice").containsExactly(OLD);
        office.handIn(OLD);
        assertThat(office.part(OLD).state()).isEqualTo(Part.State.SUBMITTED);
    }

    @Test
    void a_successor_that_owes_the_same_already_does_not_owe_it_twice() {
        office.adopt(
                "binh-phuoc",
                "10/11/2026",
                unit("xa-cu", "Xã cũ", "dia-phuong"),
                unit("xa-moi", "Xã mới", "dia-phuong"));

        office.enlist("binh-phuoc", closed("xa-cu", "Xã cũ", "10/11/2026", "xa-moi"));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.part(OLD).state()).isEqualTo(Part.State.ENDED);
        assertThat(office.isRunning(OLD)).isFalse();
        assertThat(office.part("binh-phuoc/xa-moi/2026").state()).isEqualTo(Part.State.AWAITED);
    }

    @Test
    void without_a_successor_the_open_duty_ends_and_the_unit_is_told_why() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));

        office.enlist("binh-phuoc", closed("xa-cu", "Xã cũ", "10/11/2026", ""));
        office.travelTo("11/11/2026 08:00:00");

        assertThat(office.part(OLD).state()).isEqualTo(Part.State.ENDED);
        assertThat(office.part(OLD).nextReminderOn()).isNull();
        assertThat(office.tasks(OLD)).isEmpty();
        assertThat(office.isRunning(OLD)).isFalse();
        assertThat(office.digest("xa-cu@unit.example", "11/11/2026"))
                .contains("không phải nộp nữa", "Đơn vị Xã cũ đã giải thể");
    }

    @Test
    void a_unit_closed_on_a_later_day_owes_until_then() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));
        office.enlist("binh-phuoc", closed("xa-cu", "Xã cũ", "12/11/2026", ""));

        office.travelTo("11/11/2026 12:00:00");
        assertThat(office.isRunning(OLD)).isTrue();
        office.travelTo("12/11/2026 12:00:00");

        assertThat(office.part(OLD).state()).isEqualTo(Part.State.ENDED);
    }

    @Test
    void over_several_mergers_the_duty_reaches_the_unit_that_stands_today() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));

        office.enlist(
                "binh-phuoc",
                closed("xa-cu", "Xã cũ", "09/11/2026", "xa-giua"),
                closed("xa-giua", "Xã giữa", "10/11/2026", "xa-moi"),
                unit("xa-moi", "Xã mới", "dia-phuong", "10/11/2026"));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.obligation(OLD).owner()).isEqualTo("xa-moi");
    }

    @Test
    void what_the_closed_unit_has_handed_in_is_still_reviewed_and_comes_back_to_the_successor() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));
        office.handIn(OLD);
        office.enlist(
                "binh-phuoc",
                closed("xa-cu", "Xã cũ", "10/11/2026", "xa-moi"),
                unit("xa-moi", "Xã mới", "dia-phuong", "10/11/2026"));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(candidates(OLD)).containsExactly("binh-phuoc.so-noi-vu");
        office.giveBack(OLD, "Thiếu số liệu của xã mới.", "30/11/2026");

        assertThat(candidates(OLD)).containsExactly("binh-phuoc.unit.xa-moi");
    }

    @Test
    void what_was_accepted_stays_with_the_unit_that_did_it() {
        office.adopt("binh-phuoc", "10/11/2026", unit("xa-cu", "Xã cũ", "dia-phuong"));
        office.handIn(OLD);
        office.accept(OLD);

        office.enlist(
                "binh-phuoc",
                closed("xa-cu", "Xã cũ", "10/11/2026", "xa-moi"),
                unit("xa-moi", "Xã mới", "dia-phuong", "10/11/2026"));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.obligation(OLD).owner()).isEqualTo("xa-cu");
    }

    @Test
    void more_mergers_than_one_transaction_opens_do_not_keep_other_duties_from_opening() {
        var mergers = DutyOpening.CHUNK + 1;
        office.adopt("binh-phuoc", "10/11/2026", units(mergers, i -> unit("cu-" + i, "Xã cũ " + i, "dia-phuong")));

        office.enlist(
                "binh-phuoc",
                Stream.of(
                                units(mergers, i -> closed("cu-" + i, "Xã cũ " + i, "10/11/2026", "moi-" + i)),
                                units(mergers, i -> unit("moi-" + i, "Xã mới " + i, "dia-phuong", "10/11/2026")),
                                new String[] {unit("zz-khac", "Zz khác", "so-ban-nganh")})
                        .flatMap(Stream::of)
                        .toArray(String[]::new));

        for (int runs = 0; opening.openSome("binh-phuoc"); runs++)
            assertThat(runs).as("runs without an end").isLessThan(5);
        assertThat(office.exists("binh-phuoc/zz-khac/2026")).isTrue();
        assertThat(reportsOf("moi-7")).containsExactly("binh-phuoc/cu-7/2026");
    }

    private static String[] units(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).toArray(String[]::new);
    }

    private static String closed(String code, String name, String closed, String successor) {
        return "%s,%s,dia-phuong,OTHER,,%s@unit.example,,%s,%s".formatted(code, name, code, closed, successor);
    }

    private List<String> reportsOf(String unit) {
        return obligations.ofOwner("binh-phuoc", unit).stream()
                .map(Obligation::key)
                .filter(key -> key.endsWith("/2026"))
                .toList();
    }

    private List<String> candidates(String key) {
        return office.tasks(key).stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
