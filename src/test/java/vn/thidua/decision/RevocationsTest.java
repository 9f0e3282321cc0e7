package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.decision.Revocation.Kind;
import vn.thidua.decision.Revocation.State;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.PastAward;
import vn.thidua.nomination.PastAwards;

/** What was awarded can be taken back, and certificates exchanged. */
class RevocationsTest extends DecisionTest {

    private static final String ENTRY = "binh-phuoc/SV-2026-00001";

    @Autowired
    private Revocations revocations;

    @Autowired
    private AwardRegister register;

    @Autowired
    private Certificates certificates;

    @Autowired
    private QuotaUse quotas;

    @Autowired
    private PastAwards pastAwards;

    private String dossier;
    private String code;

    private void award() {
        office.adopt("binh-phuoc", "18/11/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        dossier = voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        code = certificates.ofDecision(awarded(round).id()).get(0).code();
    }

    private Revocation started() {
        var started = new Revocation[1];
        office.as("lead-officer", LEAD, () -> started[0] = revocations.start(ENTRY, "Khai man thành tích"));
        return started[0];
    }

    private void propose(Revocation revocation) {
        office.as(
                "lead-officer",
                LEAD,
                () -> revocations.propose(
                        revocation.key(),
                        new RevocationAnswers.Proposal(
                                "Khai man thành tích", "Điều 58 Nghị định 152/2025/NĐ-CP", "15/KL-TTr", "17/11/2026")));
    }

    private void sign(Revocation revocation, String decision, String reason) {
        office.as(
                "chair",
                CHAIR,
                () -> revocations.sign(revocation.key(), new RevocationAnswers.Signing(decision, reason)));
    }

    private Revocation revoked() {
        var revocation = started();
        propose(revocation);
        sign(revocation, "SIGN", null);
        revocations.revoke(revocation.key());
        return revocations.get(revocation.key());
    }

    @Test
    void revoked_register_certificate_and_dossier_say_so_and_fifteen_working_days_run() {
        award();

        var revocation = revoked();

        assertThat(revocation)
                .returns(ENTRY + "/THB-1", Revocation::key)
                .returns(State.RECOVERING, Revocation::state)
                .returns(instant("11/12/2026"), Revocation::recoverBy);
        assertThat(revocation.number().inWords()).as("same series").isEqualTo("02/QĐ-UBND ngày 18/11/2026");
        assertThat(register.get(ENTRY).status()).isEqualTo(RegisterEntry.Status.REVOKED);
        assertThat(certificates.find(code)).get().returns(Certificate.Status.REVOKED, PublicAward::status);
        assertThat(dossier(dossier).state()).isEqualTo(DossierState.REVOKED);
        assertThat(pastAwards.of(dossier(dossier).nominee()))
                .extracting(PastAward::status)
                .containsExactly("REVOKED");
    }

    @Test
    void what_is_not_given_back_needs_a_reason() {
        award();
        var revocation = revoked();
        office.travelTo("20/11/2026 08:00:00");
        assertThatThrownBy(() -> recover(revocation, "20/11/2026", "", ""))
                .hasMessageContaining("Chưa thu hồi đủ hiện vật và tiền thưởng");
        assertThatThrownBy(() -> recover(revocation, "17/11/2026", "20/11/2026", ""))
                .hasMessageContaining("không được trước ngày quyết định hủy bỏ (18/11/2026)");

        recover(revocation, "20/11/2026", "19/11/2026", null);

        assertThat(revocations.get(revocation.key()))
                .returns(State.DONE, Revocation::state)
                .returns(date("20/11/2026"), Revocation::certificateBackOn)
                .returns(date("19/11/2026"), Revocation::moneyBackOn);
    }

    private void recover(Revocation revocation, String certificate, String money, String note) {
        office.as(
                "clerk",
                CLERK,
                () -> revocations.recover(revocation.key(), new RevocationAnswers.Recovery(certificate, money, note)));
    }

    @Test
    void the_quota_is_not_opened_again_but_by_a_ruling_and_only_once() {
        award();
        assertThatThrownBy(() -> reopen(LEAD)).hasMessageContaining("chưa bị hủy bỏ");
        revoked();
        assertThat(used()).isEqualTo(1);
        assertThatThrownBy(() -> reopen(CLERK)).hasMessageContaining("Chỉ cơ quan thường trực");

        reopen(LEAD);

        assertThat(used()).isZero();
        assertThatThrownBy(() -> reopen(LEAD)).hasMessageContaining("đã được mở lại theo 99/UBND ngày 18/11/2026");
    }

    private void reopen(String group) {
        office.as("officer", group, () -> quotas.reopen(ENTRY, "99/UBND", "18/11/2026", "Cho phép khen thay thế"));
    }

    private int used() {
        return quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2026).get(0).used();
    }

    @Test
    void sent_back_it_is_proposed_again_and_dismissed_the_award_stands() {
        award();
        var revocation = started();
        propose(revocation);
        sign(revocation, "SEND_BACK", "Bổ sung kết luận thanh tra");
        assertThat(revocations.get(revocation.key())).returns(State.PROPOSING, Revocation::state);
        propose(revocation);

        sign(revocation, "DISMISS", "Chưa đủ căn cứ");

        assertThat(revocations.get(revocation.key()).state()).isEqualTo(State.DISMISSED);
        assertThat(register.get(ENTRY).status()).isEqualTo(RegisterEntry.Status.VALID);
        assertThat(started().key()).as("a new one can begin").isEqualTo(ENTRY + "/THB-2");
    }

    @Test
    void one_matter_at_a_time_and_only_by_those_who_may() {
        award();
        started();

        assertThatThrownBy(this::started)
                .hasMessageContaining("đang có một việc hủy bỏ, cấp đổi hoặc cấp lại chưa xong");
        assertThatThrownBy(() ->
                        office.as("unit-officer", "binh-phuoc.unit.so-tai-chinh", () -> revocations.start(ENTRY, "x")))
                .hasMessageContaining("Chỉ cơ quan chủ trì hoặc cơ quan thường trực");
    }

    @Test
    void a_reissued_certificate_has_a_code_of_its_own_and_the_old_one_says_so() {
        award();
        var started = new Revocation[1];
        office.as("clerk", CLERK, () -> started[0] = revocations.startReissue(ENTRY, Kind.EXCHANGE, "In sai tên"));

        office.as(
                "clerk",
                CLERK,
                () -> revocations.issue(
                        started[0].key(), new RevocationAnswers.Issue(null, "Phòng Quản lý ngân sách")));

        var fresh = revocations.get(started[0].key()).newCertificate();
        assertThat(fresh).isNotEqualTo(code);
        assertThat(certificates.find(code)).get().returns(Certificate.Status.REISSUED, PublicAward::status);
        assertThat(certificates.find(fresh))
                .contains(new PublicAward(
                        Certificate.Status.VALID,
                        "Phòng Quản lý ngân sách",
                        "Sở Tài chính",
                        "Bằng khen của Chủ tịch UBND tỉnh"));
        assertThat(certificates.of(ENTRY))
                .extracting(Certificate::numberText)
                .containsExactly("00001/2026", "00002/2026");
        assertThat(register.get(ENTRY).name()).isEqualTo("Phòng Quản lý ngân sách");
    }
}
