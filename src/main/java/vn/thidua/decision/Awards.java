package vn.thidua.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;

/** What awards are called and how they rank. */
final class Awards {

    private static final List<String> GRADES = List.of("Nhất", "Nhì", "Ba");
    private static final List<AwardForm> BY_RANK = List.of(
            AwardForm.HCLD, AwardForm.CO_CP, AwardForm.BK_TTG, AwardForm.CO_TINH, AwardForm.BK_TINH, AwardForm.GK);

    private Awards() {}

    static String name(AwardForm form, @Nullable Integer grade) {
        return grade == null ? form.label() : "%s hạng %s".formatted(form.label(), GRADES.get(grade - 1));
    }

    /** 0 is the highest. */
    static int rank(AwardForm form) {
        return BY_RANK.indexOf(form);
    }
}
