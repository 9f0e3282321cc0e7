package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.ThresholdBase;

/** Turns the standing agency's answer into terms, or refuses it by field. */
final class TermsCheck {

    private final Campaign campaign;
    private final Occasion occasion;
    private final LocalDate today;

    TermsCheck(Campaign campaign, Occasion occasion, LocalDate today) {
        this.campaign = campaign;
        this.occasion = occasion;
        this.today = today;
    }

    RoundTerms terms(TermsAnswer answer) {
        var basis = new TreeMap<String, String>();
        if (answer.basis() != null) {
            answer.basis().forEach((field, text) -> {
                if (text != null && !text.isBlank()) basis.put(field, Required.text(text, "basis", "Căn cứ"));
            });
        }
        var forms = forms(answer, basis);
        var opensOn = Required.day(answer.opensOn(), "opensOn", "Ngày bắt đầu nhận hồ sơ");
        var closesOn = Required.dayFrom(today, answer.closesOn(), "closesOn", "Ngày cuối nhận hồ sơ");
        mustFollow(opensOn, closesOn, "closesOn", "Ngày cuối nhận hồ sơ", "ngày bắt đầu nhận hồ sơ");
        var appraisalDue = Required.day(answer.appraisalDue(), "appraisalDue", "Hạn thẩm định");
        mustFollow(closesOn, appraisalDue, "appraisalDue", "Hạn thẩm định", "ngày cuối nhận hồ sơ");
        var councilOn = councilOn(answer, appraisalDue);
        percent(answer.quorumPercent(), "quorumPercent", "Tỷ lệ thành viên dự họp");
        return new RoundTerms(
                forms,
                unitGroups(answer),
                opensOn,
                closesOn,
                appraisalDue,
                councilOn,
                answer.council(),
                answer.quorumPercent(),
                threshold(answer),
                answer.thresholdBase() == null ? ThresholdBase.ALL_MEMBERS : answer.thresholdBase(),
                answer.secret(),
                answer.conflictLeavesBase(),
                basis);
    }

    private List<AwardForm> forms(TermsAnswer answer, Map<String, String> basis) {
        if (answer.forms() == null || answer.forms().isEmpty()) {
            throw Refusal.invalid(
                    "forms", "forms", "Chưa chọn hình thức khen thưởng nào. Hãy chọn ít nhất một hình thức.");
        }
        var planned = RoundProposals.planned(campaign, occasion);
        for (var form : answer.forms()) {
            if (form == null) throw Refusal.invalid("forms", "forms", "Hình thức khen thưởng để trống. Hãy chọn lại.");
            if (planned.containsKey(form)) basis.putIfAbsent(form.name(), planned.get(form));
            else if (!basis.containsKey(form.name())) {
                throw Refusal.invalid(
                        "form-without-basis",
                        "forms",
                        "Kế hoạch không nêu %s cho dịp %s. Hãy ghi văn bản cho phép ở ô căn cứ của hình thức này, hoặc bỏ chọn."
                                .formatted(form.label(), occasion.label().toLowerCase(Locale.ROOT)));
            }
        }
        return answer.forms().stream().distinct().toList();
    }

    private List<String> unitGroups(TermsAnswer answer) {
        if (answer.unitGroups() == null || answer.unitGroups().isEmpty()) {
            throw Refusal.invalid(
                    "unit-groups", "unitGroups", "Chưa chọn khối đơn vị nào được đề nghị. Hãy chọn ít nhất một khối.");
        }
        var unknown = new HashSet<>(answer.unitGroups());
        unknown.removeAll(campaign.plan().groupIds());
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(
                    "unit-groups",
                    "unitGroups",
                    "Kế hoạch không có khối đơn vị \"%s\". Hãy chọn lại."
                            .formatted(unknown.iterator().next()));
        }
        return answer.unitGroups().stream().distinct().toList();
    }

    private @Nullable LocalDate councilOn(TermsAnswer answer, LocalDate appraisalDue) {
        if (!answer.council()
                || answer.councilOn() == null
                || answer.councilOn().isBlank()) return null;
        var day = Required.day(answer.councilOn(), "councilOn", "Ngày họp Hội đồng");
        mustFollow(appraisalDue, day, "councilOn", "Ngày họp Hội đồng", "hạn thẩm định");
        return day;
    }

    /** None where a council votes by more yes than no. */
    private static @Nullable Integer threshold(TermsAnswer answer) {
        if (!answer.council() || answer.thresholdPercent() == null) return null;
        percent(answer.thresholdPercent(), "thresholdPercent", "Tỷ lệ phiếu đồng ý");
        return answer.thresholdPercent();
    }

    private static void percent(int value, String field, String name) {
        if (value < 1 || value > 100) {
            throw Refusal.invalid("percent", field, "%s phải từ 1 đến 100 (%%).".formatted(name));
        }
    }

    private static void mustFollow(LocalDate first, LocalDate second, String field, String name, String firstName) {
        if (second.isBefore(first)) {
            throw Refusal.invalid(
                    "date-order",
                    field,
                    "%s không được trước %s (%s).".formatted(name, firstName, VietnamTime.date(first)));
        }
    }
}
