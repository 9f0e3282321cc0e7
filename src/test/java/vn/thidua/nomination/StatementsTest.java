package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many statements a dossier's steps cost in this room: few, and no more for many dossiers than for one. */
class StatementsTest extends NominationTest {

    @Test
    void a_dossier_from_its_draft_with_three_files_to_its_receipt() {
        open();
        var numbers = new String[1];

        assertThat(statements(() -> numbers[0] = drafted(bkTinh()).number())).isLessThanOrEqualTo(16);
        assertThat(statements(() -> as("lan", FINANCE, () -> nominations.submit(numbers[0]))))
                .isLessThanOrEqualTo(4);
        assertThat(statements(() -> receive(numbers[0]))).isLessThanOrEqualTo(4);
        assertThat(statements(() -> transitions.move(numbers[0], DossierState.APPRAISED, LEAD, null, null, null)))
                .isEqualTo(1);
    }

    @Test
    void many_are_begun_in_as_many_statements_as_one() {
        open();
        var one = statements(() -> begin(1));
        var hundred = statements(() -> begin(100));

        assertThat(hundred).isEqualTo(one);
    }

    private void begin(int many) {
        var contents = IntStream.range(0, many)
                .mapToObj(i -> content(GK, collective("Tổ %d của %d".formatted(i, many), "so-tai-chinh")))
                .toList();
        as("lan", FINANCE, () -> nominations.create(ROUND, "so-tai-chinh", contents));
    }

    @Test
    void many_are_moved_and_acted_on_in_as_many_statements_as_one() {
        open();
        begin(100);
        var all = dossiers.of(ROUND).stream().map(Dossier::number).toList();

        assertThat(statements(() -> withdraw(all.subList(0, 1)))).isEqualTo(1);
        assertThat(statements(() -> withdraw(all.subList(1, 100)))).isEqualTo(1);
        assertThat(statements(() -> as("tuan", "binh-phuoc.council", () -> transitions.actsInAll(all, Stage.COUNCIL))))
                .isEqualTo(1);
    }

    private void withdraw(List<String> numbers) {
        transitions.moveAll(numbers, DossierState.WITHDRAWN, "", null, null, "Thôi");
    }
}
