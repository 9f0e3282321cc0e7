package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.DecisionItem;
import vn.thidua.decision.QuotaStanding;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.Signature;
import vn.thidua.decision.SubmissionItem;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.web.api.DossierViews.ConsultationView;

/** Decisions, letters to superiors, the register and revocations as other systems and the forms in Tasklist read them. */
final class DecisionViews {

    private DecisionViews() {}

    @Schema(description = "Một quyết định khen thưởng")
    record DecisionSummary(
            long id,
            @Schema(example = "binh-phuoc/2026-ANNUAL/QD-1") String key,
            String campaign,
            String round,
            String authority,
            AwardDecision.State state,
            String stateLabel,
            @Nullable Moment since,
            String title,

            @Schema(description = "Số, ký hiệu; null khi chưa cấp số", example = "05/QĐ-UBND") @Nullable
            String number,

            @Schema(description = "Ngày của quyết định, dd/MM/yyyy")
            String date,

            @Schema(description = "Số trường hợp, không tính trường hợp bị gạch")
            int cases,

            @Schema(description = "Trang của quyết định") String url) {

        static DecisionSummary of(AwardDecision decision) {
            var number = decision.number();
            return new DecisionSummary(
                    decision.id(),
                    decision.key(),
                    decision.campaign(),
                    decision.round(),
                    decision.authority().name(),
                    decision.state(),
                    decision.state().label(),
                    Moment.of(decision.since()),
                    decision.title(),
                    number == null ? null : number.text(),
                    number == null ? "" : VietnamTime.date(number.date()),
                    decision.standing().size(),
                    "/quyet-dinh/" + decision.id());
        }
    }

    @Schema(description = "Quyết định với danh sách, chữ ký, thời hạn và chỉ tiêu")
    record DecisionDetail(
            DecisionSummary decision,
            List<String> bases,
            @Nullable String letterNumber,
            String letterDate,

            @Schema(description = "Vì sao người ký trả lại dự thảo") @Nullable
            String sentBack,

            @Nullable SignatureView signature,
            @Nullable Moment issuedAt,

            @Schema(description = "Hạn thông báo kết quả bằng chữ") @Nullable
            String tellLimit,

            String toldOn,

            @Schema(description = "Hạn trao thưởng bằng chữ") @Nullable
            String deliverLimit,

            String handedOverOn,
            List<CaseView> items,
            List<QuotaView> quotas) {}

    @Schema(description = "Ai ký, với tư cách nào")
    record SignatureView(
            String name,

            @Schema(description = "Các dòng trên tên, ví dụ KT. CHỦ TỊCH, PHÓ CHỦ TỊCH")
            List<String> lines,

            @Nullable String delegation,
            @Nullable Moment at) {

        static @Nullable SignatureView of(@Nullable Signature signature) {
            return signature == null
                    ? null
                    : new SignatureView(
                            signature.name(), signature.lines(), signature.delegation(), Moment.of(signature.at()));
        }
    }

    @Schema(description = "Một trường hợp trong danh sách của quyết định hoặc tờ trình")
    record CaseView(
            String number,
            int position,
            AwardForm form,
            String formLabel,
            NomineeKind kind,
            String kindLabel,
            String nomineeName,
            String unitName,

            @Schema(description = "Lý do bị gạch, hoặc lý do cấp trên nêu") @Nullable
            String reason,

            @Schema(description = "Bị gạch ở quyết định này, chờ quyết định sau")
            boolean waits,

            @Schema(description = "Tiền thưởng, đồng; null khi chưa cấp số quyết định") @Nullable
            Long prize,

            @Nullable String prizeSource,

            @Schema(description = "Số trong sổ vàng") @Nullable
            String register,

            @Schema(description = "Kết quả của cấp trên bằng chữ") @Nullable
            String outcome,

            @Schema(description = "Điều người ký, người lập cần biết về trường hợp này") @Nullable
            String note,

            List<ConsultationView> consultations,
            String url) {

        static CaseView of(DecisionItem item) {
            return of(item, null);
        }

        /** @param place among those with equal votes, as the council settled it; null where it had nothing to settle */
        static CaseView of(DecisionItem item, @Nullable Integer place) {
            return new CaseView(
                    item.dossier(),
                    item.position(),
                    item.form(),
                    item.award(),
                    item.kind(),
                    item.kind().label(),
                    item.nomineeName(),
                    item.unitName(),
                    item.struckOut(),
                    item.waits(),
                    item.prize(),
                    item.prizeSource(),
                    item.register(),
                    null,
                    place == null ? null : "Hội đồng xếp thứ %d trong các hồ sơ ngang phiếu.".formatted(place),
                    List.of(),
                    AwardNames.page(item.dossier()));
        }

        static CaseView of(SubmissionItem item, @Nullable String note, List<ConsultationView> consultations) {
            var outcome = item.outcome();
            return new CaseView(
                    item.dossier(),
                    item.position(),
                    item.form(),
                    item.award(),
                    item.kind(),
                    item.kind().label(),
                    item.nomineeName(),
                    item.unitName(),
                    item.reason(),
                    false,
                    null,
                    null,
                    null,
                    outcome == null ? null : outcome.label(),
                    note,
                    consultations,
                    AwardNames.page(item.dossier()));
        }
    }

    @Schema(description = "Chỉ tiêu của một hình thức, một loại đối tượng, và đã dùng bao nhiêu")
    record QuotaView(
            AwardForm form,
            NomineeKind kind,
            String name,
            QuotaGate.State state,
            String stateLabel,

            @Schema(description = "Không vượt quá; null khi không giới hạn hoặc chưa phân bổ") @Nullable
            Integer limit,

            @Schema(description = "Đã có chữ ký") int used,
            String reason,
            @Schema(description = "Mục của kế hoạch") String clause) {

        static QuotaView of(QuotaStanding standing) {
            var gate = standing.gate();
            return new QuotaView(
                    standing.form(),
                    standing.kind(),
                    "%s – %s".formatted(standing.form().label(), standing.kind().label()),
                    gate.state(),
                    switch (gate.state()) {
                        case NONE -> "Không giới hạn";
                        case LIMITED -> "Không vượt quá " + gate.limit();
                        case BLOCKED -> "Chưa phân bổ";
                    },
                    gate.limit(),
                    standing.used(),
                    gate.reason(),
                    gate.clause());
        }
    }

    @Schema(description = "Một lần trình cấp trên")
    record SubmissionSummary(
            long id,

            @Schema(example = "binh-phuoc/2026-ANNUAL/TTr-1")
            String key,

            String campaign,
            String round,
            @Schema(description = "Cấp quyết định") String superior,
            SuperiorSubmission.State state,
            String stateLabel,
            @Nullable Moment since,
            String title,

            @Schema(description = "Số tờ trình; null khi chưa gửi") @Nullable
            String number,

            @Nullable String sentTo,

            @Schema(description = "Hạn trình bằng chữ") @Nullable
            String limit,

            int cases) {

        static SubmissionSummary of(SuperiorSubmission submission) {
            var number = submission.number();
            return new SubmissionSummary(
                    submission.id(),
                    submission.key(),
                    submission.campaign(),
                    submission.round(),
                    submission.superior().name(),
                    submission.state(),
                    submission.state().label(),
                    Moment.of(submission.since()),
                    submission.title(),
                    number == null ? null : number.inWords(),
                    submission.sentTo(),
                    AwardNames.limit(submission.submitBy()),
                    submission.items().size());
        }
    }

    @Schema(description = "Tờ trình cấp trên với từng trường hợp và kết quả")
    record SubmissionDetail(
            SubmissionSummary submission,
            @Nullable String summary,
            @Nullable String sentBack,
            @Nullable SignatureView signature,
            List<CaseView> items) {}

    @Schema(description = "Một dòng sổ vàng")
    record RegisterView(
            @Schema(example = "binh-phuoc/SV-2026-00001") String key,
            int year,
            int number,
            String name,
            String unitName,
            NomineeKind kind,
            String award,
            String occasion,

            @Schema(description = "Văn bản khen thưởng", example = "05/QĐ-UBND ngày 05/12/2026")
            String document,

            String authority,
            @Nullable Long prize,
            RegisterEntry.Status status,
            String statusLabel,
            @Schema(example = "binh-phuoc/HS-2026-00001") String dossier) {

        static RegisterView of(RegisterEntry entry) {
            return new RegisterView(
                    entry.key(),
                    entry.year(),
                    entry.number(),
                    entry.name(),
                    entry.unitName(),
                    entry.kind(),
                    entry.award(),
                    entry.occasion().label(),
                    entry.document(),
                    entry.authority(),
                    entry.prize(),
                    entry.status(),
                    entry.status().label(),
                    entry.dossier());
        }
    }

    @Schema(description = "Một lần hủy bỏ, thu hồi hoặc cấp đổi, cấp lại")
    record RevocationView(
            long id,
            String key,
            Revocation.Kind kind,
            String kindLabel,
            RegisterView entry,
            Revocation.State state,
            String stateLabel,
            @Nullable Moment since,
            String reason,
            @Nullable String article,
            @Nullable String document,
            String documentDate,
            @Nullable String sentBack,
            @Nullable SignatureView signature,
            @Nullable String number,

            @Schema(description = "Hạn nộp lại hiện vật, tiền thưởng, bằng chữ") @Nullable
            String recoverLimit,

            String certificateBackOn,
            String moneyBackOn,
            @Nullable String note) {

        static RevocationView of(Revocation revocation) {
            var number = revocation.number();
            return new RevocationView(
                    revocation.id(),
                    revocation.key(),
                    revocation.kind(),
                    revocation.kind().label(),
                    RegisterView.of(revocation.entry()),
                    revocation.state(),
                    revocation.state().label(),
                    Moment.of(revocation.since()),
                    revocation.reason(),
                    revocation.article(),
                    revocation.document(),
                    VietnamTime.date(revocation.documentDate()),
                    revocation.sentBack(),
                    SignatureView.of(revocation.signature()),
                    number == null ? null : number.inWords(),
                    AwardNames.limit(revocation.recoverBy()),
                    VietnamTime.date(revocation.certificateBackOn()),
                    VietnamTime.date(revocation.moneyBackOn()),
                    revocation.note());
        }
    }
}
