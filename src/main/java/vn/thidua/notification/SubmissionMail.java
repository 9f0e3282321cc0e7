package vn.thidua.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.submission.Part;
import vn.thidua.submission.SubmissionHappened;
import vn.thidua.submission.SubmissionHappened.Kind;

/** Listens to what happens to submissions: a return is told at once, everything else in the next digest. */
@Component
class SubmissionMail {

    private final Campaigns campaigns;
    private final Addresses addresses;
    private final Notices notices;
    private final Outbox outbox;
    private final MovableClock clock;
    private final DigestLines lines;

    SubmissionMail(
            Campaigns campaigns,
            Addresses addresses,
            Notices notices,
            Outbox outbox,
            MovableClock clock,
            DigestLines lines) {
        this.campaigns = campaigns;
        this.addresses = addresses;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
        this.lines = lines;
    }

    @EventListener
    void tell(SubmissionHappened happened) {
        var campaign = campaigns.get(happened.obligation().campaign());
        switch (happened.kind()) {
            case HANDED_IN -> toReviewer(campaign, happened, Section.TO_REVIEW, "đã nộp, chờ tiếp nhận");
            case WITHDRAWN -> toReviewer(campaign, happened, Section.INFO, "đơn vị đã rút lại");
            case ACCEPTED -> toOwner(campaign, happened, Section.INFO, "đã được tiếp nhận");
            case DEADLINE_MOVED -> toOwner(campaign, happened, Section.INFO, "đã đổi hạn");
            case ENDED -> toOwner(campaign, happened, Section.INFO, "không phải nộp nữa");
            case RETURNED -> atOnce(campaign, happened);
            case OVERDUE -> {
                // the next digest finds what has become late by itself
            }
        }
    }

    private void toReviewer(Campaign campaign, SubmissionHappened happened, Section section, String what) {
        note(happened, happened.part().reviewerGroup(), line(campaign, happened, section, what));
    }

    private void toOwner(Campaign campaign, SubmissionHappened happened, Section section, String what) {
        note(happened, happened.obligation().ownerGroup(), line(campaign, happened, section, what));
    }

    private void note(SubmissionHappened happened, String group, DigestLine line) {
        for (var recipient : addresses.of(group)) {
            notices.add(recipient, happened.kind().name(), happened.obligation().key(), line);
        }
    }

    private void atOnce(Campaign campaign, SubmissionHappened happened) {
        var part = happened.part();
        var cause = "%s/%s/%s/%d"
                .formatted(
                        Kind.RETURNED.name().toLowerCase(Locale.ROOT),
                        happened.obligation().key(),
                        part.addressee(),
                        part.version());
        var line = line(campaign, happened, Section.RETURNED, "đã bị trả lại");
        for (var recipient : addresses.of(happened.obligation().ownerGroup())) {
            outbox.queue(DigestComposer.compose(cause + "/" + recipient, clock.today(), recipient, List.of(line)));
        }
    }

    private DigestLine line(Campaign campaign, SubmissionHappened happened, Section section, String what) {
        var obligation = happened.obligation();
        var duty = campaign.plan().duty(obligation.duty()).orElseThrow();
        return new DigestLine(
                section,
                "%s – %s: %s".formatted(obligation.title(), obligation.ownerName(), what),
                detail(campaign, happened.part(), happened.reason()),
                happened.part().deadlineInWords(),
                duty.clause(),
                duty.quote(),
                lines.link(obligation));
    }

    private static String detail(Campaign campaign, Part part, @Nullable String reason) {
        var detail = "Nơi nhận: %s. Phong trào: %s."
                .formatted(campaign.plan().agencyName(part.addressee()), campaign.name());
        return reason == null ? detail : "%s %s: %s".formatted(detail, part.returned() ? "Lý do" : "Căn cứ", reason);
    }
}
