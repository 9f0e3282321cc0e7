package vn.thidua.council;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thidua.organisation.CouncilMember.Seat;

/**
 * A member as the council stood when the sitting was called.
 *
 * @param id of the member in {@link vn.thidua.organisation.CouncilMembers}
 * @param called whether the member was invited
 * @param present whether the member sat, with or without voting
 * @param castAt when the ballot was taken; null for none
 * @param postal whether the ballot was sent in
 */
public record SessionMember(
        long id,
        @Nullable String userId,
        String name,
        String position,
        Seat seat,
        @Nullable String unit,
        boolean votes,
        boolean called,
        boolean present,
        @Nullable Instant castAt,
        boolean postal) {

    public boolean hasVoted() {
        return castAt != null;
    }

    /** "Dự họp, đã bỏ phiếu", "Vắng mặt, gửi phiếu" … */
    public String attendanceInWords() {
        if (postal) return "Vắng mặt, gửi phiếu";
        if (hasVoted()) return "Tham gia, đã bỏ phiếu";
        if (present) return votes ? "Dự họp, không bỏ phiếu" : "Dự họp, không có quyền biểu quyết";
        return "Vắng mặt";
    }
}
