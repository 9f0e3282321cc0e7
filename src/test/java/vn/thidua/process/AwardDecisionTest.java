package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.AwardOffice.sign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.decision.SignAnswer.StruckOut;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.organisation.Groups;

/** Every flow of AwardDecision. */
class AwardDecisionTest extends AwardProcessTest {

    private static final String DRAFT = "Task_DraftDecision";
    private static final String SIGN = "Task_SignDecision";
    private static final String NUMBER = "Task_NumberDecision";
    private static final String SEND = "Task_SendResults";
    private static final String HAND_OVER = "Task_HandOverCertificates";

    @Autowired
    private Nominations nominations;

    private String round;
    private String dossier;
    private String key;

    @BeforeEach
    void openADecision() {
        awards.council(CAMPAIGN, 3);
        round = openRound();
        dossier = appraised(round, "Phòng Công nghệ thông tin").number();
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, each -> Vote.YES);
        key = awards.decisions(round).get(0).key();
    }

    @Test
    void signed_and_numbered_it_is_issued_and_result_and_certificates_go_out_side_by_side() {
        var process = process(key);
        assertThat(process).isWaitingAt(DRAFT).hasPassed("Event_ListAdopted");
        awards.complete(key, DRAFT, awards.draft());
        assertThat(process).isWaitingAt(SIGN);
        awards.complete(key, SIGN, sign());
        assertThat(process).isWaitingAt(NUMBER);
        then(answers(key)).containsExactly("Kết quả ký? Đã ký");
        awards.complete(key, NUMBER, NumberAnswer.on(null));

        assertThat(process).isWaitingAt(SEND, HAND_OVER).hasPassed("Task_IssueDecision");
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.AWARDED);
        then(office.isRunning(dossier)).isFalse();
        awards.complete(key, HAND_OVER, new DeliveryAnswer(null, null));
        assertThat(process).isWaitingAt(SEND).isNotWaitingAt(HAND_OVER);
        awards.complete(key, SEND, new DeliveryAnswer(null, null));
        assertThat(process).isEnded().hasPassed("Gateway_CarriedOut", "Event_DecisionCarriedOut");
        then(awards.decision(key).state()).isEqualTo(State.HANDED_OVER);
        then(office.isRunning(round))
                .as("the round ends with its last decision")
                .isFalse();
    }

    @Test
    void sent_back_it_is_drafted_again() {
        awards.complete(key, DRAFT, awards.draft());
        awards.complete(key, SIGN, new SignAnswer("SEND_BACK", "Thiếu căn cứ", List.of()));

        assertThat(process(key)).isWaitingAt(DRAFT);
        then(answers(key)).containsExactly("Kết quả ký? Trả lại dự thảo");
        then(awards.decision(key).sentBack()).isEqualTo("Thiếu căn cứ");
    }

    @Test
    void with_everybody_struck_out_there_is_nothing_to_issue() {
        var process = process(key);
        awards.complete(key, DRAFT, awards.draft());
        awards.complete(
                key, SIGN, new SignAnswer("SIGN", null, List.of(new StruckOut(dossier, "Chưa tiêu biểu", false))));

        assertThat(process).isEnded().hasPassed("Event_NobodyLeft").hasNotPassed(NUMBER);
        then(answers(key)).containsExactly("Kết quả ký? Gạch tên hết");
        then(answers(dossier)).endsWith("Được khen thưởng? Không");
        then(office.isRunning(round)).isFalse();
    }

    @Test
    void with_every_dossier_withdrawn_it_ends() {
        var process = process(key);
        awards.asUnit(CAMPAIGN, UNIT, () -> nominations.withdraw(dossier, "Xin rút"));

        assertThat(process).isEnded().hasPassed("Event_ListEmptied", "Event_DecisionDropped");
        then(awards.decision(key).state()).isEqualTo(State.EMPTY);
        then(office.isRunning(dossier)).isFalse();
        then(office.isRunning(round)).isFalse();
    }

    @Test
    void a_result_and_certificates_that_are_late_are_recorded_each_by_its_own_limit() {
        var issued = awards.issue(key);
        then(due(key, SEND)).isEqualTo(issued.tellBy().minusSeconds(1));
        then(due(key, HAND_OVER)).isEqualTo(issued.deliverBy().minusSeconds(1));
        awards.travelTo(issued.deliverBy().plusSeconds(2));

        assertThat(process(key))
                .isWaitingAt(SEND, HAND_OVER)
                .hasPassed("Task_MarkResultsOverdue", "Event_ResultsOverdue")
                .hasPassed("Task_MarkHandOverOverdue", "Event_HandOverOverdue");
        then(recorded("decision.overdue", key)).isEqualTo(2);
        awards.carryOut(key);
        then(office.isRunning(key)).isFalse();
    }

    @Test
    void a_form_sends_its_fields_by_name_and_a_day_as_its_calendar_writes_it() {
        awards.sign(key);
        var task = awards.task(key, NUMBER);
        var clerk = Groups.ofClerk(CAMPAIGN);
        thenThrownBy(() -> awards.complete(task, "van-thu", Set.of(clerk), Map.of("soTuChon", "7")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không có trường \"soTuChon\"");
        awards.complete(
                task, "van-thu", Set.of(clerk), Map.of("date", awards.today().toString()));

        then(awards.decision(key).number().date()).isEqualTo(awards.today());
    }

    @Test
    void a_deputy_signs_only_on_a_day_with_a_delegation() {
        awards.complete(key, DRAFT, awards.draft());
        var task = awards.task(key, SIGN);

        thenThrownBy(() -> awards.complete(task, "pho-chu-tich", Groups.ofDeputy(CAMPAIGN), sign()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không có văn bản giao quyền, ủy quyền");
        assertThat(process(key)).isWaitingAt(SIGN);
    }
}
