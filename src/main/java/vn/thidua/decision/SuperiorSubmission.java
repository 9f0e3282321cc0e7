package vn.thidua.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.DecisionAuthority;

/**
 * Trình cấp trên: the cases of a round that a superior decides.
 *
 * @param key {@code <round>/TTr-<n>}
 * @param superior who decides
 * @param signer who signs the letter: the deciding authority of this level
 * @param preparingGroup who prepares it
 * @param submitBy first late instant for sending it; null where no rule sets a limit
 * @param issuer whose series its number comes from
 * @param number of the letter, null until sent
 * @param sentTo whom the letter went to
 */
public record SuperiorSubmission(
        long id,
        String key,
        String campaign,
        String round,
        Occasion occasion,
        int year,
        DecisionAuthority superior,
        DecisionAuthority signer,
        String preparingGroup,
        State state,
        Instant since,
        String title,
        @Nullable String summary,
        @Nullable String sentBack,
        @Nullable Signature signature,
        String issuer,
        @Nullable DocumentNumber number,
        @Nullable String sentTo,
        @Nullable Instant submitBy,
        List<SubmissionItem> items) {

    public enum State {
        PREPARING("Đang chuẩn bị"),
        TO_SIGN("Chờ ký"),
        TO_SEND("Đã ký, chờ gửi"),
        SENT("Đã gửi, chờ kết quả"),
        CONCLUDED("Đã có kết quả");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Has the letter not been signed yet, or come back with its outcomes, so that a case may leave the list? */
        boolean isOpenToChange() {
            return this != TO_SEND && this != SENT;
        }
    }

    public SuperiorSubmission {
        items = List.copyOf(items);
    }

    /** The cases still on their way: without a final outcome. */
    public List<SubmissionItem> pending() {
        return items.stream().filter(SubmissionItem::isPending).toList();
    }

    public @Nullable LocalDate sentOn() {
        return number == null ? null : number.date();
    }
}
