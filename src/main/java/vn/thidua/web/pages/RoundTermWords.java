package vn.thidua.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.RoundTerms;

/** A round's terms line by line, each with where it comes from. */
final class RoundTermWords {

    /** @param basis the clause, document or default; null where it needs none */
    record Term(String label, String text, @Nullable String basis) {}

    private RoundTermWords() {}

    static List<Term> of(Campaign campaign, RoundTerms terms) {
        var lines = new ArrayList<Term>();
        for (var form : terms.forms()) {
            lines.add(new Term("Hình thức", form.label(), terms.basis().get(form.name())));
        }
        lines.add(
                new Term("Được đề nghị", groups(campaign, terms), terms.basis().get("unitGroups")));
        lines.add(new Term(
                "Nhận hồ sơ",
                "từ %s đến hết %s".formatted(VietnamTime.date(terms.opensOn()), VietnamTime.date(terms.closesOn())),
                terms.basis().get("closesOn")));
        lines.add(new Term(
                "Thẩm định",
                "xong chậm nhất hết " + VietnamTime.date(terms.appraisalDue()),
                terms.basis().get("appraisalDue")));
        lines.add(new Term("Hội đồng", council(terms), terms.basis().get("council")));
        if (terms.council()) {
            lines.add(new Term("Ngưỡng phiếu", threshold(terms), terms.basis().get("threshold")));
            lines.add(new Term(
                    "Thành viên có liên quan",
                    terms.conflictLeavesBase()
                            ? "không bỏ phiếu và không tính vào tổng số"
                            : "không bỏ phiếu nhưng vẫn tính vào tổng số",
                    terms.basis().get("conflictLeavesBase")));
        }
        return lines;
    }

    private static String groups(Campaign campaign, RoundTerms terms) {
        if (terms.unitGroups().size() == campaign.plan().unitGroups().size()) return "mọi đơn vị của phong trào";
        return campaign.plan().unitGroups().stream()
                .filter(group -> terms.unitGroups().contains(group.id()))
                .map(UnitGroup::name)
                .collect(Collectors.joining("; "));
    }

    private static String council(RoundTerms terms) {
        if (!terms.council()) return "không qua Hội đồng";
        return "%s; dự họp ít nhất %d%% thành viên%s"
                .formatted(
                        terms.secret() ? "bỏ phiếu kín" : "biểu quyết công khai",
                        terms.quorumPercent(),
                        terms.councilOn() == null ? "" : "; dự kiến họp " + VietnamTime.date(terms.councilOn()));
    }

    private static String threshold(RoundTerms terms) {
        if (terms.thresholdPercent() == null) {
            return "nhiều phiếu đồng ý hơn không đồng ý; hình thức có ngưỡng riêng thì theo ngưỡng riêng";
        }
        return "từ %d%% %s đồng ý; hình thức có ngưỡng riêng thì theo ngưỡng riêng"
                .formatted(
                        terms.thresholdPercent(),
                        terms.thresholdBase() == ThresholdBase.ALL_MEMBERS
                                ? "tổng số thành viên Hội đồng"
                                : "thành viên dự họp");
    }
}
