package vn.thidua.nomination;

import java.time.Instant;
import vn.thidua.campaign.CampaignPlan.Occasion;

/**
 * Đợt xét khen thưởng.
 *
 * @param key business key, e.g. {@code binh-phuoc/2026-ANNUAL}; later ones of the same occasion and year end in {@code -2}, {@code -3}
 * @param terms as proposed while PREPARED, as confirmed from then on
 * @param closesAt the first instant that is too late for a dossier
 * @param leadGroup the group of the agency that receives and appraises
 * @param since when it came into its state
 */
public record AwardRound(
        String key,
        String campaign,
        Occasion occasion,
        int year,
        String name,
        State state,
        RoundTerms terms,
        Instant closesAt,
        String leadGroup,
        String preparedBy,
        Instant preparedAt,
        Instant since) {

    public enum State {
        PREPARED("Đang lập"),
        ALLOCATING("Đang phân bổ số lượng"),
        OPEN("Đang nhận hồ sơ"),
        CLOSED("Đã hết hạn nhận hồ sơ, đang thẩm định"),
        APPRAISED("Đã thẩm định xong"),
        CONCLUDED("Đã kết thúc"),
        CANCELLED("Đã hủy");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOver() {
            return this == CONCLUDED || this == CANCELLED;
        }
    }
}
