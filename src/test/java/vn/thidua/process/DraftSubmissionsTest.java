package vn.thidua.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.support.Office.unit;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.organisation.Groups;
import vn.thidua.process.DraftSubmissions.Outcome;
import vn.thidua.process.DraftSubmissions.Refused;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.ThiDuaTest;

/** A unit submits what it has drafted in one go. */
class DraftSubmissionsTest extends ThiDuaTest {

    private static final String HERE = "binh-phuoc";
    private static final String UNIT = "so-y-te";

    @Autowired
    private DraftSubmissions submissions;

    @Autowired
    private Nominations nominations;

    private String round;

    @BeforeEach
    void open() {
        office.adopt(
                HERE,
                "05/11/2026",
                unit(UNIT, "Sở Y tế", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        round = awards.open(HERE, BK_TINH).key();
    }

    @Test
    void complete_drafts_are_submitted_and_the_others_stay_drafts_with_the_reason() {
        var first = draft("Phòng Nghiệp vụ Y");
        var second = draft("Phòng Tổ chức cán bộ");
        var bare = awards.ask(
                AwardOffice.officer(unitGroup(UNIT)),
                Set.of(unitGroup(UNIT)),
                () -> nominations.create(
                        round, UNIT, awards.content(HERE, BK_TINH, NomineeKind.COLLECTIVE, "Phòng Kế hoạch")));
        var elsewhere = awards.draft(
                round, "so-tai-chinh", awards.content(HERE, BK_TINH, NomineeKind.COLLECTIVE, "Phòng Ngân sách"));

        var outcome = submit(UNIT);

        assertThat(outcome.submitted()).isEqualTo(2);
        assertThat(outcome.left()).isZero();
        assertThat(outcome.refused()).extracting(Refused::dossier).containsExactly(bare.number());
        assertThat(outcome.refused().get(0).sentence()).contains("ờ trình");
        assertThat(awards.dossier(first.number()).state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(awards.dossier(second.number()).state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(awards.dossier(bare.number()).state()).isEqualTo(DossierState.DRAFT);
        assertThat(awards.dossier(elsewhere.number()).state()).isEqualTo(DossierState.DRAFT);
        assertThat(awards.tasks(first.number(), "Task_ReceiveDossier")).hasSize(1);
        assertThat(awards.tasks(bare.number(), "Task_ComposeDossier")).hasSize(1);
    }

    @Test
    void nobody_submits_for_another_unit() {
        draft("Phòng Nghiệp vụ Y");

        assertThatThrownBy(() -> awards.ask(
                        AwardOffice.officer(unitGroup("so-tai-chinh")),
                        Set.of(unitGroup("so-tai-chinh")),
                        () -> submissions.submit(round, HERE, UNIT)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chỉ người của đơn vị");
    }

    private Dossier draft(String name) {
        return awards.draft(round, UNIT, awards.content(HERE, BK_TINH, NomineeKind.COLLECTIVE, name));
    }

    private Outcome submit(String unit) {
        return awards.ask(
                AwardOffice.officer(unitGroup(unit)),
                Set.of(unitGroup(unit)),
                () -> submissions.submit(round, HERE, unit));
    }

    private static String unitGroup(String unit) {
        return Groups.ofUnit(HERE, unit);
    }
}
