package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;

/** What a dossier's content must keep to, as a draft and when it is submitted. */
final class ContentCheck {

    private static final int MOST_ACHIEVEMENTS = 50;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 20_000;

    private ContentCheck() {}

    /** @throws Refusal INVALID for what even a draft must have: form, kind and nominee that agree, and texts that fit */
    static void mustBeSound(DossierContent content) {
        var form = Required.choice(
                content.form(), "form", "Chưa chọn hình thức khen thưởng đề nghị. Hãy chọn một hình thức của đợt xét.");
        var kind = Required.choice(
                content.kind(), "kind", "Chưa chọn đối tượng. Hãy chọn Tập thể, Cá nhân hoặc Hộ gia đình.");
        var nominee = Required.choice(
                content.nominee(), "nominee", "Chưa ghi tập thể, cá nhân hoặc hộ được đề nghị. Hãy ghi đầy đủ tên.");
        if (nominee.kind() != kind) {
            throw Refusal.invalid(
                    "nominee-kind",
                    "nominee.kind",
                    "Loại của người, tập thể được đề nghị không khớp với đối tượng đã chọn. Hãy chọn lại cho khớp.");
        }
        mustHaveGrade(form, content.grade());
        if (content.achievements().size() > MOST_ACHIEVEMENTS) {
            throw Refusal.invalid(
                    "too-many-achievements",
                    "achievements",
                    "Mỗi hồ sơ ghi tối đa %d thành tích. Hãy gộp các thành tích nhỏ.".formatted(MOST_ACHIEVEMENTS));
        }
        for (int i = 0; i < content.achievements().size(); i++) {
            var achievement = content.achievements().get(i);
            var field = "achievements[%d].".formatted(i);
            if (achievement.title() != null) {
                Required.fitting(achievement.title(), field + "title", "Tên thành tích", LONGEST_TITLE);
            }
            if (achievement.description() != null) {
                Required.fitting(achievement.description(), field + "description", "Mô tả thành tích", LONGEST_TEXT);
            }
        }
        if (content.summary() != null)
            Required.fitting(content.summary(), "summary", "Tóm tắt thành tích", LONGEST_TEXT);
    }

    private static void mustHaveGrade(AwardForm form, @Nullable Integer grade) {
        if (form == AwardForm.HCLD) {
            if (grade == null || grade < 1 || grade > 3) {
                throw Refusal.invalid(
                        "grade", "grade", "Chưa chọn hạng Huân chương. Hãy chọn hạng Nhất, hạng Nhì hoặc hạng Ba.");
            }
        } else if (grade != null) {
            throw Refusal.invalid("grade", "grade", "%s không có hạng. Hãy bỏ chọn hạng.".formatted(form.label()));
        }
    }

    /**
     * What a submission must have besides.
     *
     * @return the achievements, read
     * @throws Refusal INVALID naming the first field that is missing or wrong
     */
    static List<Achievement> achievements(DossierContent content, LocalDate today) {
        Required.choice(
                content.criteriaGroup(), "criteriaGroup", "Chưa chọn nhóm tiêu chí. Hãy chọn nhóm của đối tượng.");
        Required.choice(
                content.summary() == null || content.summary().isBlank() ? null : content.summary(),
                "summary",
                "Tóm tắt thành tích không được để trống. Hãy điền rồi gửi lại.");
        if (content.achievements().isEmpty()) {
            throw Refusal.invalid(
                    "achievements",
                    "achievements",
                    "Chưa ghi thành tích nào. Hãy ghi ít nhất một thành tích và thời gian.");
        }
        var achievements = new ArrayList<Achievement>();
        for (int i = 0; i < content.achievements().size(); i++) {
            achievements.add(achievement(content.achievements().get(i), "achievements[%d].".formatted(i), today));
        }
        return achievements;
    }

    private static Achievement achievement(AchievementEntry entry, String field, LocalDate today) {
        var title = Required.text(entry.title(), field + "title", "Tên thành tích");
        if (NameKey.of(title).isEmpty()) {
            throw Refusal.invalid("achievement-title", field + "title", "Tên thành tích phải có chữ. Hãy ghi lại.");
        }
        var from = Required.day(entry.from(), field + "from", "Ngày bắt đầu lập thành tích");
        var to = Required.day(entry.to(), field + "to", "Ngày kết thúc thành tích");
        if (to.isBefore(from)) {
            throw Refusal.invalid(
                    "achievement-period",
                    field + "to",
                    "Ngày kết thúc thành tích không được trước ngày bắt đầu (%s).".formatted(VietnamTime.date(from)));
        }
        if (to.isAfter(today)) {
            throw Refusal.invalid(
                    "achievement-future",
                    field + "to",
                    "Ngày kết thúc thành tích không được sau ngày hôm nay (%s).".formatted(VietnamTime.date(today)));
        }
        var description = entry.description() == null ? "" : entry.description().strip();
        return new Achievement(title, from, to, description, Achievement.key(title, from, to));
    }

    /** The achievements that can be read already; for rules on a draft. */
    static List<Achievement> readable(DossierContent content) {
        return content.achievements().stream()
                .filter(entry -> entry.title() != null
                        && VietnamTime.parse(entry.from()).isPresent()
                        && VietnamTime.parse(entry.to()).isPresent())
                .map(entry -> {
                    var from = VietnamTime.parse(entry.from()).orElseThrow();
                    var to = VietnamTime.parse(entry.to()).orElseThrow();
                    return new Achievement(
                            entry.title().strip(), from, to, "", Achievement.key(entry.title(), from, to));
                })
                .toList();
    }
}
