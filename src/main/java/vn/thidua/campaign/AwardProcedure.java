package vn.thidua.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;

/**
 * Thủ tục xét one award form: what the dossier holds, whether a council votes and how, how long each step has. A person confirms it when
 * a round is opened.
 *
 * @param council whether the council votes on it
 * @param thresholdPercent the share of agreeing votes needed; null where no council votes
 * @param quorumPercent the share of members that must take part
 * @param receiveDays working days to receive or return a dossier; null where nothing says
 * @param appraisalDays working days to appraise; null where nothing says
 * @param basis where it comes from, in Vietnamese
 * @param fromPlan whether the plan itself says any of it
 */
public record AwardProcedure(
        AwardForm form,
        List<Component> components,
        boolean council,
        @Nullable Integer thresholdPercent,
        ThresholdBase thresholdBase,
        int quorumPercent,
        boolean secret,
        @Nullable Integer receiveDays,
        @Nullable Integer appraisalDays,
        boolean statePartyOpinion,
        boolean ministryConsultation,
        String basis,
        boolean fromPlan) {

    public static final String LETTER = "to-trinh";
    public static final String REPORT = "bao-cao-thanh-tich";
    public static final String MINUTES = "bien-ban";
    public static final String EVIDENCE = "minh-chung";

    public AwardProcedure {
        components = List.copyOf(components);
    }

    public Optional<Component> component(String id) {
        return components.stream()
                .filter(component -> component.id().equals(id))
                .findFirst();
    }

    /** Who puts a component into the dossier. */
    public enum Maker {
        UNIT("Đơn vị đề nghị"),
        LEAD("Cơ quan chủ trì"),
        COUNCIL("Hội đồng");

        private final String label;

        Maker(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Thành phần hồ sơ.
     *
     * @param id stable, e.g. {@code bao-cao-thanh-tich}
     * @param basis the article or clause that asks for it
     */
    public record Component(String id, String name, String basis, boolean required, Maker maker) {}
}
