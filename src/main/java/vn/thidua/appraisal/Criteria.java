package vn.thidua.appraisal;

import java.util.List;
import java.util.stream.IntStream;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Required;

/** The criteria of the nominee's group, by the plan; a plan that names none for the group asks for none. */
final class Criteria {

    private static final int LONGEST_COMMENT = 2_000;

    private Criteria() {}

    static List<Line> of(Campaign campaign, Dossier dossier) {
        return campaign.plan().criteria().stream()
                .filter(group -> group.id().equals(dossier.criteriaGroup()))
                .findFirst()
                .map(CriteriaGroup::items)
                .orElse(List.of());
    }

    /**
     * The scores in the order of the plan.
     *
     * @throws Refusal INVALID unless each criterion is answered exactly once, within 0 to 100
     */
    static List<CriterionScore> checked(List<Line> criteria, List<CriterionScore> scores) {
        for (var score : scores) {
            if (score.item() < 1 || score.item() > criteria.size()) {
                throw Refusal.invalid(
                        "criterion",
                        field(score.item()),
                        "Không có tiêu chí số %d: nhóm đối tượng này có %d tiêu chí."
                                .formatted(score.item(), criteria.size()));
            }
            if (score.score() != null && (score.score() < 0 || score.score() > 100)) {
                throw Refusal.invalid(
                        "score", field(score.item()), "Điểm tiêu chí %d phải từ 0 đến 100.".formatted(score.item()));
            }
        }
        return IntStream.rangeClosed(1, criteria.size())
                .mapToObj(item -> only(scores, item))
                .toList();
    }

    private static CriterionScore only(List<CriterionScore> scores, int item) {
        var given = scores.stream().filter(score -> score.item() == item).toList();
        if (given.size() > 1) {
            throw Refusal.invalid("criterion-twice", field(item), "Tiêu chí %d được chấm hai lần.".formatted(item));
        }
        if (given.isEmpty() || !given.get(0).isAnswered()) {
            throw Refusal.invalid(
                    "criterion-unanswered",
                    field(item),
                    "Chưa đánh giá tiêu chí %d. Hãy cho điểm hoặc ghi nhận xét.".formatted(item));
        }
        var comment = Required.textOrNull(given.get(0).comment(), field(item), "Nhận xét tiêu chí " + item);
        if (comment != null) Required.fitting(comment, field(item), "Nhận xét tiêu chí " + item, LONGEST_COMMENT);
        return new CriterionScore(item, given.get(0).score(), comment);
    }

    private static String field(int item) {
        return "scores." + item;
    }
}
