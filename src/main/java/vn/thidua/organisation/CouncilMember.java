package vn.thidua.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Thành viên Hội đồng thi đua, khen thưởng of a campaign.
 *
 * @param userId the account that votes in Tasklist; null for one whose ballot the secretary enters
 * @param unit the unit the member belongs to, on whose dossiers the member does not vote; null for none of the campaign's
 * @param votes whether the member has a vote; a secretary need not
 */
public record CouncilMember(
        long id,
        String campaign,
        @Nullable String userId,
        String name,
        String position,
        Seat seat,
        @Nullable String unit,
        boolean votes) {

    public enum Seat {
        CHAIR("Chủ tịch Hội đồng"),
        DEPUTY_CHAIR("Phó Chủ tịch Hội đồng"),
        MEMBER("Ủy viên"),
        SECRETARY("Thư ký");

        private final String label;

        Seat(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
