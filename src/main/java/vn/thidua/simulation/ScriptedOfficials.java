package vn.thidua.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Part;
import vn.thidua.submission.ReportFigures;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.submission.Submissions;

/** Officials who follow a script: most hand in before the deadline, some late, some not at all; reviewers accept most and return a few. */
@Component
@DemoOnly
class ScriptedOfficials {

    private final Campaigns campaigns;
    private final Obligations obligations;
    private final Submissions submissions;
    private final MovableClock clock;

    ScriptedOfficials(Campaigns campaigns, Obligations obligations, Submissions submissions, MovableClock clock) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** What all of them do on the day. */
    void work(LocalDate day) {
        for (var campaign : campaigns.all()) {
            for (var obligation : obligations.of(campaign.code())) {
                var habit = Habit.of(obligation.owner());
                work(campaign, obligation, habit, day);
            }
        }
    }

    private void work(Campaign campaign, Obligation obligation, Habit habit, LocalDate day) {
        var awaited = obligation.parts().stream()
                .filter(part -> part.isAwaited() && handsIn(obligation, part, habit, day))
                .findFirst();
        awaited.ifPresent(part -> handIn(campaign, obligation, part));
        if (awaited.isPresent() || habit == Habit.AWAITS_REVIEW) return;
        obligation.parts().stream()
                .filter(part -> part.state() == Part.State.SUBMITTED)
                .forEach(part -> review(campaign, obligation, part, habit, day));
    }

    private boolean handsIn(Obligation obligation, Part part, Habit habit, LocalDate day) {
        if (habit == Habit.NEVER || obligation.type() == Duty.Type.CONSOLIDATED_REPORT || part.returned()) return false;
        var deadline = part.deadline();
        if (deadline == null)
            return habit == Habit.EARLY
                    && day.isAfter(VietnamTime.dayOf(obligation.openedAt()).plusDays(20));
        return switch (habit) {
            case EARLY -> !day.isBefore(deadline.lastDay().minusDays(20));
            case LATE -> day.isAfter(deadline.lastDay());
            default -> !day.isBefore(deadline.lastDay().minusDays(8));
        };
    }

    private void handIn(Campaign campaign, Obligation obligation, Part part) {
        as(person(campaign, obligation.owner()), Set.of(obligation.ownerGroup()), () -> {
            submissions.saveDraft(obligation.id(), content(obligation));
            submissions.attach(
                    obligation.id(),
                    "van-ban-da-ky.pdf",
                    SamplePdf.saying("Ban mau de trinh dien: " + obligation.key()));
            submissions.handIn(obligation.id(), part.addressee());
            return null;
        });
    }

    private void review(Campaign campaign, Obligation obligation, Part part, Habit habit, LocalDate day) {
        as(person(campaign, part.addressee()), Set.of(part.reviewerGroup()), () -> {
            if (habit == Habit.RETURNED_ONCE && part.version() == 1) {
                submissions.giveBack(
                        obligation.id(),
                        part.addressee(),
                        "Báo cáo chưa có số liệu về sáng kiến, giải pháp; đề nghị bổ sung.",
                        VietnamTime.date(day.plusDays(12)));
            } else submissions.accept(obligation.id(), part.addressee());
            return null;
        });
    }

    private SubmissionContent content(Obligation obligation) {
        var figures = new HashMap<String, Long>();
        if (obligation.type() == Duty.Type.PERIODIC_REPORT) {
            for (int i = 0; i < ReportFigures.ALL.size(); i++) {
                figures.put(ReportFigures.ALL.get(i).id(), (obligation.id() * (i + 3) + i * 7L) % 60);
            }
        }
        return new SubmissionContent(
                "%d/%s".formatted(40 + obligation.id(), obligation.type() == Duty.Type.LAUNCH_PLAN ? "KH" : "BC"),
                VietnamTime.date(clock.today()),
                "Thủ trưởng " + obligation.ownerName(),
                "Đơn vị đã quán triệt kế hoạch tới toàn thể cán bộ, người lao động; tổ chức bồi dưỡng kỹ năng số và đưa vào sử dụng các nền tảng số dùng chung.",
                "Kinh phí và nhân lực chuyên trách về chuyển đổi số còn hạn chế.",
                "Đề nghị tập huấn chuyên sâu cho cán bộ phụ trách.",
                Map.copyOf(figures),
                true);
    }

    private static String person(Campaign campaign, String body) {
        return DemoPeople.userId(campaign, body);
    }

    private static void as(String userId, Set<String> groups, Supplier<Void> work) {
        new Actor(userId, groups).act(work);
    }
}
