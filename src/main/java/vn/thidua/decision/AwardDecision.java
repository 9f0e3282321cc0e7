package vn.thidua.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.DecisionAuthority;

/**
 * Quyết định khen thưởng from draft to hand-over; one per round and authority.
 *
 * @param key {@code <round>/QD-<n>}
 * @param draftingGroup who drafts it
 * @param letterNumber number of the tờ trình it is asked for by
 * @param bases căn cứ, one line each
 * @param sentBack why the signer sent the draft back; null when not
 * @param issuer whose series its number comes from
 * @param symbol what follows the number, e.g. "QĐ-UBND"
 * @param number null until numbered
 * @param tellBy first late instant for telling the result; null when not issued or when the rule pack sets no limit
 * @param deliverBy first late instant for handing over certificates and money, likewise
 * @param items every dossier in it, struck out or not, in the order of the list
 */
public record AwardDecision(
        long id,
        String key,
        String campaign,
        String round,
        Occasion occasion,
        int year,
        DecisionAuthority authority,
        String draftingGroup,
        State state,
        Instant since,
        String title,
        List<String> bases,
        @Nullable String letterNumber,
        @Nullable LocalDate letterDate,
        String issuer,
        String symbol,
        @Nullable String sentBack,
        @Nullable Signature signature,
        @Nullable DocumentNumber number,
        @Nullable Instant issuedAt,
        @Nullable Instant tellBy,
        @Nullable LocalDate toldOn,
        @Nullable Instant deliverBy,
        @Nullable LocalDate handedOverOn,
        List<DecisionItem> items) {

    public enum State {
        DRAFTING("Đang soạn thảo"),
        TO_SIGN("Chờ ký"),
        SIGNED("Đã ký, chờ vào số"),
        NUMBERED("Đã vào số, đang ban hành"),
        ISSUED("Đã ban hành"),
        TOLD("Đã thông báo kết quả"),
        HANDED_OVER("Đã trao thưởng"),
        EMPTY("Không còn trường hợp nào");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** What an official says. */
        public String label() {
            return label;
        }

        public boolean isFinal() {
            return this == HANDED_OVER || this == EMPTY;
        }

        /** Has nobody signed yet, so that a case may still leave the list? */
        boolean isOpenToChange() {
            return this == DRAFTING || this == TO_SIGN;
        }
    }

    public AwardDecision {
        bases = List.copyOf(bases);
        items = List.copyOf(items);
    }

    /** The cases the decision is about: what was not struck out. */
    public List<DecisionItem> standing() {
        return items.stream().filter(DecisionItem::stands).toList();
    }

    public boolean isOfUnitHead() {
        return authority.level() == DecisionAuthority.Level.UNIT_HEAD;
    }
}
