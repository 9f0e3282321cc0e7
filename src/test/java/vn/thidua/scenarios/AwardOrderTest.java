package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;
import static vn.thidua.support.Office.unitGroup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.appraisal.Verdict;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.council.Vote;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.support.AwardOffice;

/** Each step of a round for its own people, once, in its order and in its time. */
class AwardOrderTest extends AwardScenario {

    @Autowired
    private AwardRounds rounds;

    @Autowired
    private Nominations nominations;

    @Autowired
    private Decisions decisions;

    private String stranger;

    /** Others can't complete it; whose task it is can, once. */
    private void once(String key, String definition, Object answer) {
        var task = awards.task(key, definition);
        var variables =
                answer == null ? Map.<String, Object>of() : Map.<String, Object>of("answer", awards.write(answer));
        for (var group : List.of(stranger, "camunda-admins-of-nothing")) {
            assertThatThrownBy(() -> awards.complete(task, "nguoi-la", Set.of(group), variables))
                    .as("%s by %s", definition, group)
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThat(awards.tasks(key, definition)).extracting(Task::getId).contains(task.getId());
        var group = awards.groupOf(task);
        var user = definition.startsWith("Task_Sign") ? AwardOffice.head(group) : AwardOffice.officer(group);
        awards.complete(task, user, Set.of(group), variables);
        assertThatThrownBy(() -> awards.complete(task, user, Set.of(group), variables))
                .as("%s a second time", definition)
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-ban-nganh, BK_TINH",
        "son-la, don-vi-su-nghiep, GK",
        "binh-dinh, dia-phuong, BK_TINH",
        "quang-trach, to-chuc, GK",
        "binh-chuong, doanh-nghiep, GK"
    })
    void every_task_is_for_its_own_people_and_done_once(String campaign, String group, AwardForm form) {
        office.adopt(
                campaign, "02/11/2026", unit("co-quan", "Cơ quan thử", group), unit("khac", "Cơ quan khác", group));
        stranger = unitGroup(campaign, "khac");
        awards.council(campaign, 3);
        var round = awards.prepare(campaign, Occasion.ANNUAL, 2026).key();
        once(round, "Task_SetTerms", awards.terms(round, date("12/11/2026"), date("10/12/2026"), form));
        if (!awards.tasks(round, "Task_AllocateNumbers").isEmpty()) {
            once(round, "Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung."));
        }
        var dossier = awards.draft(round, "co-quan", awards.content(campaign, form, COLLECTIVE, "Tổ Một"))
                .number();
        once(dossier, "Task_ComposeDossier", null);
        once(dossier, "Task_ReceiveDossier", ReceiptAnswer.receive());
        while (!awards.tasks(dossier, "Task_AppraiseDossier").isEmpty()) {
            once(dossier, "Task_AppraiseDossier", awards.opinion(dossier, Verdict.FAVOUR));
        }
        awards.closeWindow(round);
        once(round, "Task_ConcludeAppraisal", new ConclusionAnswer("Đã thẩm định xong.", List.of()));
        if (!sessions.of(round).isEmpty()) awards.sit(round, each -> Vote.YES);
        var decision = awards.decisions(round).get(0).key();
        once(decision, "Task_DraftDecision", awards.draft());
        once(decision, "Task_SignDecision", AwardOffice.sign());
        once(decision, "Task_NumberDecision", NumberAnswer.on(null));
        once(decision, "Task_SendResults", new DeliveryAnswer(null, null));
        once(decision, "Task_HandOverCertificates", new DeliveryAnswer(null, null));

        assertThat(state(dossier)).isEqualTo(DossierState.AWARDED);
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void steps_out_of_their_order_are_refused_and_change_nothing() {
        office.adopt("binh-phuoc", "02/11/2026", unit("co-quan", "Cơ quan thử", "so-ban-nganh"));
        awards.council("binh-phuoc", 3);
        var lead = "binh-phuoc.so-noi-vu";
        var round = awards.prepare("binh-phuoc", Occasion.ANNUAL, 2026).key();
        refused(() -> awards.draft(round, "co-quan", awards.content("binh-phuoc", BK_TINH, COLLECTIVE, "Tổ Một")))
                .hasMessageContaining("không nhận hồ sơ");
        awards.complete(round, "Task_SetTerms", awards.terms(round, date("12/11/2026"), date("10/12/2026"), BK_TINH));
        awards.complete(round, "Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung."));
        var dossier = awards.draft(round, "co-quan", awards.content("binh-phuoc", BK_TINH, COLLECTIVE, "Tổ Một"))
                .number();
        refused(() -> awards.asOfficer(lead, () -> nominations.receive(dossier, ReceiptAnswer.receive())))
                .hasMessageContaining("Đang soạn");
        awards.submit(dossier);
        refused(() -> awards.asUnit("binh-phuoc", "co-quan", () -> nominations.submit(dossier)))
                .hasMessageContaining("Đã nộp");
        refused(() -> awards.asOfficer(
                        lead, () -> rounds.concludeAppraisal(round, new ConclusionAnswer("", List.of()))))
                .hasMessageContaining("đang ở trạng thái");
        awards.receive(dossier);
        awards.closeWindow(round);
        refused(() -> awards.concludeAppraisal(round)).hasMessageContaining("Còn 1 hồ sơ chưa thẩm định xong");
        assertThat(open(round)).containsExactly("Task_ConcludeAppraisal");
        awards.appraise(dossier);
        awards.concludeAppraisal(round);
        assertThat(awards.decisions(round)).as("before the council").isEmpty();
        awards.sit(round, each -> Vote.YES);
        var decision = awards.decisions(round).get(0).key();
        refused(() -> awards.as(
                        "chu-tich",
                        Set.of("binh-phuoc.chu-tich-ubnd-tinh"),
                        () -> decisions.sign(decision, AwardOffice.sign())))
                .hasMessageContaining("đang ở trạng thái \"Đang soạn thảo\"");
        refused(() -> awards.asOfficer("binh-phuoc.clerk", () -> decisions.number(decision, NumberAnswer.on(null))))
                .hasMessageContaining("Đang soạn thảo");

        assertThat(open(decision)).containsExactly("Task_DraftDecision");
        assertThat(state(dossier)).isEqualTo(DossierState.TO_SIGN);
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-ban-nganh, 12/11/2026",
        "son-la, ubnd-cap-co-so, 24/11/2026",
        "quang-trach, ban-nganh, 15/11/2026"
    })
    void until_the_last_second_of_the_window_every_unit_is_on_time_and_then_none(
            String campaign, String group, String closesOn) {
        office.adopt(campaign, "02/11/2026", unit("mot", "Đơn vị một", group), unit("hai", "Đơn vị hai", group));
        var round =
                awards.open(campaign, Occasion.ANNUAL, 2026, date(closesOn), GK).key();
        var onTime = awards.draft(round, "mot", awards.content(campaign, GK, COLLECTIVE, "Tổ Một"))
                .number();
        var late = List.of("mot", "hai").stream()
                .map(unit -> awards.draft(round, unit, awards.content(campaign, GK, COLLECTIVE, "Tổ Muộn " + unit))
                        .number())
                .toList();
        office.travelTo(closesOn + " 23:59:59");
        awards.submit(onTime);
        office.travelTo(text(date(closesOn).plusDays(1)) + " 00:00:00");

        for (var each : late) {
            refused(() -> awards.submit(each)).hasMessageContaining("Đã hết hạn nhận hồ sơ");
        }
        stands(DossierState.DRAFT, late);
        assertThat(state(onTime)).isEqualTo(DossierState.SUBMITTED);
        refused(() -> awards.draft(round, "hai", awards.content(campaign, GK, COLLECTIVE, "Tổ Ba")))
                .hasMessageContaining("Đã hết hạn nhận hồ sơ");
    }
}
