package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.RevocationAnswers.Issue;
import vn.thidua.decision.RevocationAnswers.Proposal;
import vn.thidua.decision.RevocationAnswers.Recovery;
import vn.thidua.decision.RevocationAnswers.Signing;
import vn.thidua.decision.Revocations;
import vn.thidua.nomination.DossierState;

/** Every flow of AwardRevocation. */
class AwardRevocationTest extends AwardProcessTest {

    private static final String PROPOSE = "Task_ProposeRevocation";
    private static final String SIGN = "Task_SignRevocation";
    private static final String RECOVER = "Task_RecoverAward";
    private static final String REISSUE = "Task_IssueReissue";

    @Autowired
    private Revocations revocations;

    @Autowired
    private AwardRegister register;

    private String dossier;
    private String award;

    @BeforeEach
    void giveAnAward() {
        awards.council(CAMPAIGN, 3);
        var round = openRound();
        dossier = appraised(round, "Phòng Công nghệ thông tin").number();
        awards.award(round);
        award = register.ofDossier(dossier).orElseThrow().key();
    }

    private String started() {
        var started = new Revocation[1];
        awards.asOfficer(LEAD, () -> started[0] = revocations.start(award, "Khai man thành tích"));
        return started[0].key();
    }

    private Proposal proposal() {
        return new Proposal("Khai man thành tích", "Điều 58", "31/KL-TTr", VietnamTime.date(awards.today()));
    }

    private String signed() {
        var key = started();
        awards.complete(key, PROPOSE, proposal());
        awards.complete(key, SIGN, new Signing("SIGN", null));
        return key;
    }

    @Test
    void signed_it_is_revoked_and_recovered() {
        var key = started();
        var process = process(key);
        assertThat(process).isWaitingAt(PROPOSE).hasPassed("Event_RevocationAsked");
        awards.complete(key, PROPOSE, proposal());
        assertThat(process).isWaitingAt(SIGN);
        awards.complete(key, SIGN, new Signing("SIGN", null));
        assertThat(process).isWaitingAt(RECOVER).hasPassed("Task_RevokeAward");
        then(answers(key)).containsExactly("Kết quả ký? Ký hủy bỏ");
        then(register.get(award).status()).isEqualTo(RegisterEntry.Status.REVOKED);
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.REVOKED);
        var today = VietnamTime.date(awards.today());
        awards.complete(key, RECOVER, new Recovery(today, today, null));

        assertThat(process).isEnded().hasPassed("Event_AwardRecovered");
    }

    @Test
    void sent_back_it_is_proposed_again() {
        var key = started();
        awards.complete(key, PROPOSE, proposal());
        awards.complete(key, SIGN, new Signing("SEND_BACK", "Cần kết luận rõ hơn"));

        assertThat(process(key)).isWaitingAt(PROPOSE);
        then(answers(key)).containsExactly("Kết quả ký? Trả lại đề nghị");
    }

    @Test
    void dismissed_the_award_is_kept() {
        var key = started();
        var process = process(key);
        awards.complete(key, PROPOSE, proposal());
        awards.complete(key, SIGN, new Signing("DISMISS", "Chưa đủ căn cứ"));

        assertThat(process).isEnded().hasPassed("Event_AwardKept").hasNotPassed("Task_RevokeAward");
        then(answers(key)).containsExactly("Kết quả ký? Không hủy bỏ");
        then(register.get(award).status()).isEqualTo(RegisterEntry.Status.VALID);
    }

    @Test
    void a_recovery_that_takes_longer_than_fifteen_working_days_is_recorded() {
        var key = signed();
        var limit = revocations.get(key).recoverBy();
        then(timers(key)).containsExactly(limit);
        awards.travelTo(limit.plusSeconds(2));

        assertThat(process(key))
                .isWaitingAt(RECOVER)
                .hasPassed("Event_RecoveryDeadline", "Task_MarkRecoveryOverdue", "Event_RecoveryOverdue");
        then(recorded("revocation.overdue", key)).isEqualTo(1);
    }

    @Test
    void a_lost_certificate_is_reissued() {
        var started = new Revocation[1];
        awards.asStanding(
                CAMPAIGN, () -> started[0] = revocations.startReissue(award, Revocation.Kind.REISSUE, "Bằng bị mất"));
        var key = started[0].key();
        var process = process(key);
        assertThat(process).isWaitingAt(REISSUE).hasPassed("Event_ReissueAsked");
        awards.complete(key, REISSUE, new Issue(null, null));

        assertThat(process).isEnded().hasPassed("Event_Reissued");
        then(revocations.get(key).newCertificate()).isNotNull();
    }
}
