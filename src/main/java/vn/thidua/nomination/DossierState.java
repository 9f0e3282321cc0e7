package vn.thidua.nomination;

import java.util.EnumSet;
import java.util.Set;

/** Where a dossier stands. */
public enum DossierState {
    DRAFT("Đang soạn", "Đơn vị đề nghị"),
    SUBMITTED("Đã nộp, chờ tiếp nhận", "Cơ quan chủ trì"),
    SUPPLEMENT("Chờ đơn vị bổ sung", "Đơn vị đề nghị"),
    IN_APPRAISAL("Đang thẩm định", "Các cơ quan thẩm định"),
    OPINIONS_DIFFER("Ý kiến thẩm định khác nhau", "Cơ quan chủ trì"),
    APPRAISED("Đã thẩm định, đề nghị khen thưởng", "Cơ quan chủ trì"),
    IN_COUNCIL("Đang trình Hội đồng", "Hội đồng thi đua, khen thưởng"),
    VOTED("Hội đồng đã thông qua", "Cơ quan chủ trì"),
    TO_SIGN("Chờ ký quyết định", "Người có thẩm quyền quyết định"),
    ESCALATED("Đã trình cấp trên", "Cấp trên"),
    AWARDED("Đã được khen thưởng", ""),
    NOT_AWARDED("Không được khen thưởng", ""),
    RETURNED("Đã trả lại", ""),
    WITHDRAWN("Đơn vị đã rút", ""),
    LAPSED("Không xét trong đợt này", ""),
    REVOKED("Đã hủy bỏ khen thưởng", "");

    private static final Set<DossierState> FINAL =
            EnumSet.of(AWARDED, NOT_AWARDED, RETURNED, WITHDRAWN, LAPSED, REVOKED);

    private final String label;
    private final String turn;

    DossierState(String label, String turn) {
        this.label = label;
        this.turn = turn;
    }

    /** What an official says. */
    public String label() {
        return label;
    }

    /** Whose turn it is, in general words; empty when it is nobody's. */
    public String turn() {
        return turn;
    }

    /** Is nothing awaited any more? An award can still be revoked. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** Can the unit take back a dossier that stands here? */
    public boolean isWithdrawable() {
        return WITHDRAWN.from().contains(this);
    }

    /** From which a dossier can come into this state. */
    Set<DossierState> from() {
        return switch (this) {
            case DRAFT -> Set.of();
            case SUBMITTED -> EnumSet.of(DRAFT, SUPPLEMENT);
            case SUPPLEMENT -> EnumSet.of(SUBMITTED, IN_APPRAISAL, OPINIONS_DIFFER);
            case IN_APPRAISAL -> EnumSet.of(SUBMITTED);
            case OPINIONS_DIFFER -> EnumSet.of(IN_APPRAISAL);
            case APPRAISED -> EnumSet.of(IN_APPRAISAL, OPINIONS_DIFFER, IN_COUNCIL);
            case IN_COUNCIL -> EnumSet.of(APPRAISED);
            case VOTED -> EnumSet.of(APPRAISED, IN_COUNCIL, TO_SIGN);
            case TO_SIGN -> EnumSet.of(APPRAISED, VOTED);
            case ESCALATED -> EnumSet.of(APPRAISED, VOTED, TO_SIGN);
            case AWARDED -> EnumSet.of(TO_SIGN, ESCALATED);
            case NOT_AWARDED ->
                EnumSet.of(IN_APPRAISAL, OPINIONS_DIFFER, APPRAISED, IN_COUNCIL, VOTED, TO_SIGN, ESCALATED);
            case RETURNED -> EnumSet.of(SUBMITTED, OPINIONS_DIFFER, ESCALATED);
            case WITHDRAWN ->
                EnumSet.of(
                        DRAFT,
                        SUBMITTED,
                        SUPPLEMENT,
                        IN_APPRAISAL,
                        OPINIONS_DIFFER,
                        APPRAISED,
                        IN_COUNCIL,
                        VOTED,
                        TO_SIGN);
            case LAPSED ->
                EnumSet.of(
                        DRAFT,
                        SUBMITTED,
                        SUPPLEMENT,
                        IN_APPRAISAL,
                        OPINIONS_DIFFER,
                        APPRAISED,
                        IN_COUNCIL,
                        VOTED,
                        TO_SIGN);
            case REVOKED -> EnumSet.of(AWARDED);
        };
    }
}
