package vn.thidua.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.ProcedureLine;

/** Thủ tục by award form: what the plan says, over the default file. */
@Component
public class AwardProcedures {

    private record Default(
            String basis,
            boolean council,
            @Nullable Integer thresholdPercent,
            ThresholdBase thresholdBase,
            int quorumPercent,
            boolean secret,
            @Nullable Integer receiveDays,
            @Nullable Integer appraisalDays,
            boolean statePartyOpinion,
            boolean ministryConsultation,
            List<AwardProcedure.Component> components) {

        AwardProcedure of(AwardForm form) {
            return new AwardProcedure(
                    form,
                    components,
                    council,
                    thresholdPercent,
                    thresholdBase,
                    quorumPercent,
                    secret,
                    receiveDays,
                    appraisalDays,
                    statePartyOpinion,
                    ministryConsultation,
                    basis,
                    false);
        }
    }

    private record File(Map<AwardForm, Default> forms) {}

    private final Map<AwardForm, Default> defaults;

    AwardProcedures(LawFiles law) {
        this.defaults = law.read("award-procedures.yaml", File.class).forms();
    }

    public AwardProcedure of(Campaign campaign, AwardForm form) {
        var usual = Optional.ofNullable(defaults.get(form))
                .orElseThrow(() -> new IllegalStateException("award-procedures.yaml says nothing of " + form))
                .of(form);
        return campaign.plan().awardProcedures().stream()
                .filter(line -> line.form() == form)
                .findFirst()
                .map(line -> over(usual, line))
                .orElse(usual);
    }

    private static AwardProcedure over(AwardProcedure usual, ProcedureLine line) {
        return new AwardProcedure(
                usual.form(),
                or(line.components(), usual.components()),
                or(line.council(), usual.council()),
                line.thresholdPercent() == null ? usual.thresholdPercent() : line.thresholdPercent(),
                or(line.thresholdBase(), usual.thresholdBase()),
                or(line.quorumPercent(), usual.quorumPercent()),
                or(line.secret(), usual.secret()),
                line.receiveDays() == null ? usual.receiveDays() : line.receiveDays(),
                line.appraisalDays() == null ? usual.appraisalDays() : line.appraisalDays(),
                usual.statePartyOpinion(),
                usual.ministryConsultation(),
                "mục %s Kế hoạch; phần Kế hoạch không nêu: %s".formatted(line.clause(), usual.basis()),
                true);
    }

    private static <T> T or(@Nullable T said, T usual) {
        return said == null ? usual : said;
    }
}
