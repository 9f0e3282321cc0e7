package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.council.Conflict;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.SessionItem;
import vn.thidua.council.SessionMember;
import vn.thidua.council.Tie;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.CouncilMember.Seat;

/** Sittings of the council as other systems and the forms in Tasklist read them. */
final class SessionViews {

    private SessionViews() {}

    @Schema(description = "Một phiên họp Hội đồng")
    record SessionSummary(
            @Schema(example = "binh-phuoc/PH-2026-1") String key,
            String campaign,
            String round,
            CouncilSession.State state,
            String stateLabel,

            @Schema(description = "Ngày họp, dd/MM/yyyy; trống khi chưa định")
            String heldOn,

            @Nullable String heldAt,
            @Nullable String place,
            @Nullable Moment voteFrom,

            @Schema(description = "Từ lúc này không nhận phiếu nữa") @Nullable
            Moment voteUntil,

            boolean secret,
            String mode,
            int quorumPercent,
            @Schema(description = "Lần họp thứ mấy") int sitting) {

        static SessionSummary of(CouncilSession session) {
            return new SessionSummary(
                    session.key(),
                    session.campaign(),
                    session.round(),
                    session.state(),
                    session.state().label(),
                    VietnamTime.date(session.heldOn()),
                    session.heldAt() == null ? null : session.heldAt().toString(),
                    session.place(),
                    Moment.of(session.voteFrom()),
                    Moment.of(session.voteUntil()),
                    session.secret(),
                    session.modeInWords(),
                    session.quorumPercent(),
                    session.sitting());
        }
    }

    @Schema(description = "Phiên họp với thành viên, hồ sơ; kết quả chỉ có sau khi kiểm phiếu")
    record SessionDetail(
            SessionSummary session,
            List<MemberView> members,
            List<AgendaItemView> dossiers,
            List<ConflictView> conflicts) {}

    @Schema(description = "Một thành viên")
    record MemberView(
            long id,
            String name,
            String position,
            Seat seat,
            String seatLabel,
            boolean votes,
            boolean called,
            boolean hasAccount,
            boolean hasVoted,
            String attendance) {

        static MemberView of(SessionMember member) {
            return new MemberView(
                    member.id(),
                    member.name(),
                    member.position(),
                    member.seat(),
                    member.seat().label(),
                    member.votes(),
                    member.called(),
                    member.userId() != null,
                    member.hasVoted(),
                    member.attendanceInWords());
        }
    }

    @Schema(description = "Một thành viên Hội đồng, trước khi triệu tập phiên họp")
    record CalledMemberView(
            long id, String name, String position, String seatLabel, boolean votes, boolean hasAccount) {

        static CalledMemberView of(CouncilMember member) {
            return new CalledMemberView(
                    member.id(),
                    member.name(),
                    member.position(),
                    member.seat().label(),
                    member.votes(),
                    member.userId() != null);
        }
    }

    @Schema(description = "Một hồ sơ trong chương trình phiên họp")
    record AgendaItemView(
            String number,
            int position,
            String nomineeName,
            String formLabel,
            String unitName,

            @Schema(description = "Vì sao người gọi không bỏ phiếu hồ sơ này") @Nullable
            String conflict,

            @Schema(description = "Vì sao không đưa ra biểu quyết") @Nullable
            String dropped,

            @Schema(description = "Kết quả kiểm phiếu bằng chữ; null khi chưa kiểm phiếu") @Nullable
            String sentence,

            String url) {

        static AgendaItemView of(SessionItem item, @Nullable String conflict, @Nullable String sentence) {
            return new AgendaItemView(
                    item.dossier(),
                    item.position(),
                    item.nomineeName(),
                    item.award(),
                    item.unitName(),
                    conflict,
                    item.dropped(),
                    sentence,
                    AwardNames.page(item.dossier()));
        }
    }

    @Schema(description = "Thành viên không bỏ phiếu một hồ sơ")
    record ConflictView(
            long member,
            String memberName,
            String dossier,
            String nomineeName,
            String reason,

            @Schema(description = "Chỉ do trùng tên; thư ký xác định được là người khác")
            boolean mayClear) {

        static ConflictView of(Conflict conflict, List<SessionItem> items) {
            var nominee = items.stream()
                    .filter(item -> item.dossier().equals(conflict.dossier()))
                    .map(SessionItem::nomineeName)
                    .findFirst();
            return new ConflictView(
                    conflict.member(),
                    conflict.memberName(),
                    conflict.dossier(),
                    nominee.orElse(conflict.dossier()),
                    conflict.reason(),
                    conflict.ground() == Conflict.Ground.NOMINEE);
        }
    }

    @Schema(description = "Các hồ sơ ngang phiếu mà người chủ trì phải chọn")
    record TieView(
            String what,
            @Schema(description = "Chọn được nhiều nhất") int places,
            @Schema(description = "Phải chọn đúng số này") boolean exact,
            List<TieCandidateView> candidates) {

        static TieView of(Tie tie) {
            return new TieView(
                    tie.what(),
                    tie.places(),
                    tie.kind() == Tie.Kind.PLACES,
                    tie.candidates().stream()
                            .map(one -> new TieCandidateView(
                                    one.dossier(),
                                    one.nomineeName(),
                                    one.unitName(),
                                    one.yes(),
                                    one.why(),
                                    AwardNames.page(one.dossier())))
                            .toList());
        }
    }

    record TieCandidateView(String dossier, String nomineeName, String unitName, int yes, String why, String url) {}
}
