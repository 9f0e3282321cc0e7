package vn.thidua.submission;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;
import vn.thidua.submission.SubmissionHappened.Kind;
import vn.thidua.submission.Versions.Draft;

/**
 * What units and agencies do with an obligation. Form, REST call and timer all end here; each method is one transaction, refuses with a
 * {@link Refusal} and then changes nothing.
 */
@Component
public class Submissions {

    private static final int MOST_ATTACHMENTS = 20;

    private final Obligations obligations;
    private final Versions versions;
    private final Deadlines deadlines;
    private final Attachments attachments;
    private final Campaigns campaigns;
    private final SubmissionProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Submissions(
            Obligations obligations,
            Versions versions,
            Deadlines deadlines,
            Attachments attachments,
            Campaigns campaigns,
            SubmissionProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.obligations = obligations;
        this.versions = versions;
        this.deadlines = deadlines;
        this.attachments = attachments;
        this.campaigns = campaigns;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps what the unit has typed so far. FORBIDDEN for others, CONFLICT once nothing is awaited, INVALID for what even a draft can't hold. */
    @Transactional
    public Draft saveDraft(long id, SubmissionContent content) {
        var obligation = mineToWrite(id);
        content.mustBeSound();
        var draft = new Draft(
                content, versions.draft(id).attachments(), Actor.current().userId(), clock.instant());
        versions.save(obligation.id(), draft);
        return draft;
    }

    /** Attaches a file to the draft. Refusals as for the draft, and those of {@link Attachments#store}. */
    @Transactional
    public Attachment attach(long id, String fileName, InputStream content) {
        var obligation = mineToWrite(id);
        var draft = versions.draft(id);
        if (draft.attachments().size() >= MOST_ATTACHMENTS) {
            throw Refusal.conflict(
                    "too-many-attachments",
                    "Mỗi văn bản kèm tối đa %d tệp. Hãy gỡ bớt tệp trước khi thêm.".formatted(MOST_ATTACHMENTS));
        }
        var attachment = attachments.store(obligation.key(), fileName, content);
        var ids = new ArrayList<>(draft.attachments());
        ids.add(attachment.id());
        versions.save(id, new Draft(draft.content(), ids, Actor.current().userId(), clock.instant()));
        record("attachment.added", obligation, null, Map.of("name", attachment.name(), "sha256", attachment.sha256()));
        return attachment;
    }

    /** Takes a file off the draft; versions handed in before keep it. */
    @Transactional
    public void detach(long id, UUID attachment) {
        var obligation = mineToWrite(id);
        var draft = versions.draft(id);
        var ids = new ArrayList<>(draft.attachments());
        if (!ids.remove(attachment)) throw Refusal.notFound("Tệp này không có trong bản nháp.");
        versions.save(id, new Draft(draft.content(), ids, Actor.current().userId(), clock.instant()));
        record("attachment.removed", obligation, attachment, null);
    }

    /**
     * Hands the draft in to one addressee, and to the others too where the draft says so; late is accepted and marked. The reviewer's
     * turn begins.
     */
    @Transactional
    public void handIn(long id, String addressee) {
        var obligation = mine(id);
        var part = obligation.part(addressee);
        mustBeAwaited(part);
        record(obligation, part);
        process.handedIn(obligations.get(id), addressee);
    }

    /** The unit's task is being completed: hands in unless that has already happened in this transaction. */
    @Transactional
    public void completeHandIn(String key, String addressee) {
        var obligation = mine(obligations.get(key).id());
        var part = obligation.part(addressee);
        if (part.isAwaited()) record(obligation, part);
    }

    /** What stands in the way of handing in, for the form: empty when nothing does. */
    public List<Refusal> obstacles(long id) {
        var obligation = obligations.get(id);
        try {
            mustBeReady(obligation, versions.draft(id));
            return List.of();
        } catch (Refusal refusal) {
            return List.of(refusal);
        }
    }

    private void record(Obligation obligation, Part part) {
        var draft = versions.draft(obligation.id());
        mustBeReady(obligation, draft);
        hand(obligation, part, draft);
        if (!draft.content().alsoToOthers()) return;
        for (var other : obligation.parts()) {
            if (other.addressee().equals(part.addressee()) || !other.isAwaited()) continue;
            hand(obligation, other, draft);
            process.handedIn(obligations.get(obligation.id()), other.addressee());
        }
    }

    private void hand(Obligation obligation, Part part, Draft draft) {
        var handed = part.handedIn(clock.instant());
        obligations.update(obligation.id(), handed);
        versions.add(obligation, handed, draft, Actor.current().userId());
        happened(Kind.HANDED_IN, obligation, handed, null);
        record("submission.handed-in", obligation, part.state(), summary(handed));
    }

    private void mustBeReady(Obligation obligation, Draft draft) {
        draft.content().mustBeComplete(obligation.type(), clock.today());
        var signed = attachments.describe(draft.attachments()).stream().anyMatch(Attachment::isPdf);
        if (!signed) {
            throw Refusal.invalid(
                    "signed-pdf",
                    "attachments",
                    "Chưa có tệp PDF của văn bản đã ký. Hãy đính kèm bản PDF ký số hoặc bản quét có dấu.");
        }
    }

    /** The unit takes a part back before it has been reviewed; it is awaited again by the same deadline. */
    @Transactional
    public void withdraw(long id, String addressee) {
        var obligation = mine(id);
        var part = obligation.part(addressee);
        mustBeSubmitted(part, "Chỉ rút lại được văn bản đã nộp mà nơi nhận chưa tiếp nhận.");
        var again = part.awaiting(false, part.deadline(), deadlines.nextReminder(obligation, part.deadline()));
        versions.conclude(obligation, part, "WITHDRAWN", null, Actor.current().userId(), clock.instant());
        obligations.update(id, again);
        process.withdrawn(obligations.get(id), addressee);
        happened(Kind.WITHDRAWN, obligation, again, null);
        record("submission.withdrawn", obligation, summary(part), again.state());
    }

    /** The addressee accepts. FORBIDDEN for others, CONFLICT when nothing lies there for review. */
    @Transactional
    public void accept(long id, String addressee) {
        conclude(id, addressee, null, null);
        process.reviewed(obligations.get(id), addressee);
    }

    /** The addressee returns it with a reason and a new deadline (dd/MM/yyyy, inclusive). */
    @Transactional
    public void giveBack(long id, String addressee, String reason, String newDeadline) {
        conclude(id, addressee, checkedReason(reason), deadlines.read(newDeadline, "newDeadline"));
        process.reviewed(obligations.get(id), addressee);
    }

    /**
     * The reviewer's task is being completed with this decision, unless that has already happened in this transaction.
     *
     * @param decision ACCEPT or RETURN
     */
    @Transactional
    public void completeReview(
            String key,
            String addressee,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String newDeadline) {
        var obligation = obligations.get(key);
        if (obligation.part(addressee).state() != Part.State.SUBMITTED) return;
        if ("ACCEPT".equals(decision)) conclude(obligation.id(), addressee, null, null);
        else if ("RETURN".equals(decision)) {
            conclude(obligation.id(), addressee, checkedReason(reason), deadlines.read(newDeadline, "newDeadline"));
        } else {
            throw Refusal.invalid(
                    "decision", "decision", "Chưa chọn kết quả. Hãy chọn \"Tiếp nhận\" hoặc \"Trả lại\".");
        }
    }

    private void conclude(long id, String addressee, @Nullable String reason, @Nullable Deadline newDeadline) {
        var obligation = obligations.locked(id);
        var part = obligation.part(addressee);
        Actor.current()
                .mustBeIn(
                        part.reviewerGroup(),
                        "Chỉ nơi nhận (%s) được tiếp nhận hoặc trả lại văn bản này."
                                .formatted(campaigns
                                        .get(obligation.campaign())
                                        .plan()
                                        .agencyName(addressee)));
        mustBeSubmitted(part, "Văn bản này không còn chờ tiếp nhận: %s.".formatted(part.statusAt(clock.instant())));
        var actor = Actor.current().userId();
        if (newDeadline == null) {
            var accepted = part.accepted(clock.instant());
            versions.conclude(obligation, part, "ACCEPTED", null, actor, clock.instant());
            obligations.update(id, accepted);
            happened(Kind.ACCEPTED, obligation, accepted, null);
            record("submission.accepted", obligation, summary(part), summary(accepted));
        } else {
            var again = part.awaiting(true, newDeadline, deadlines.nextReminder(obligation, newDeadline));
            versions.conclude(obligation, part, "RETURNED", reason, actor, clock.instant());
            obligations.update(id, again);
            deadlines.note(obligation, part, newDeadline, "RETURN", String.valueOf(reason));
            happened(Kind.RETURNED, obligation, again, reason);
            record(
                    "submission.returned",
                    obligation,
                    summary(part),
                    Map.of("reason", String.valueOf(reason), "newDeadline", newDeadline.inWords()));
        }
    }

    /** The standing agency gives an awaited part more time, with a reason. */
    @Transactional
    public void extend(long id, String addressee, String newDeadline, String reason) {
        var obligation = obligations.locked(id);
        var campaign = campaigns.get(obligation.campaign());
        Actor.current()
                .mustBeIn(
                        campaign.standingAgencyGroup(),
                        "Chỉ cơ quan thường trực (%s) được gia hạn."
                                .formatted(campaign.plan().standingAgency().name()));
        var part = obligation.part(addressee);
        mustBeAwaited(part);
        var deadline = deadlines.read(newDeadline, "newDeadline");
        if (part.deadline() != null
                && !deadline.instant().isAfter(part.deadline().instant())) {
            throw Refusal.invalid(
                    "not-later",
                    "newDeadline",
                    "Hạn mới phải sau hạn hiện tại (%s).".formatted(part.deadlineInWords()));
        }
        deadlines.move(obligation, part, deadline, "EXTENSION", checkedReason(reason));
    }

    /** The deadline timer fired: the part is marked late once, and closed where the plan closes it. */
    @Transactional
    public void passDeadline(String key, String addressee) {
        var obligation = obligations.locked(obligations.get(key).id());
        var part = obligation.part(addressee);
        var now = clock.instant();
        var passed =
                part.isAwaited() && part.deadline() != null && part.deadline().isPassedAt(now);
        if (!passed || part.overdueToldAt() != null) return;
        var told = part.overdueTold(now, closes(obligation, part) ? Part.State.CLOSED : part.state());
        obligations.update(obligation.id(), told);
        happened(Kind.OVERDUE, obligation, told, null);
        record("submission.overdue", obligation, null, told.deadlineInWords());
    }

    /** Does the plan still take this part in late? One handed in before and returned is never shut out. */
    public boolean acceptsLate(String key, String addressee) {
        var obligation = obligations.get(key);
        return !closes(obligation, obligation.part(addressee));
    }

    private boolean closes(Obligation obligation, Part part) {
        return part.version() == 0
                && campaigns
                        .get(obligation.campaign())
                        .plan()
                        .duty(obligation.duty())
                        .orElseThrow()
                        .closesAtDeadline();
    }

    /**
     * Fills in what was handed in before this system ran the campaign; the unit or the standing agency does it, nobody is mailed.
     *
     * @param submittedOn dd/MM/yyyy, before the campaign was adopted
     */
    @Transactional
    public void fillIn(long id, String addressee, String submittedOn) {
        var obligation = obligations.locked(id);
        var campaign = campaigns.get(obligation.campaign());
        var actor = Actor.current();
        if (!actor.isIn(obligation.ownerGroup()) && !actor.isIn(campaign.standingAgencyGroup())) {
            throw Refusal.forbidden("Chỉ đơn vị hoặc cơ quan thường trực được ghi bổ sung nghĩa vụ cũ.");
        }
        var part = obligation.part(addressee);
        if (part.state() != Part.State.HISTORY) {
            throw Refusal.conflict("not-history", "Nghĩa vụ này không thuộc thời gian trước khi áp dụng hệ thống.");
        }
        var day = VietnamTime.parse(submittedOn)
                .filter(date -> date.isBefore(campaign.adoptedOn()))
                .orElseThrow(() -> Refusal.invalid(
                        "submitted-on",
                        "submittedOn",
                        "Ngày nộp phải có dạng dd/MM/yyyy và trước ngày áp dụng hệ thống (%s)."
                                .formatted(VietnamTime.date(campaign.adoptedOn()))));
        var filled = part.filledIn(
                day.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant().minusSeconds(1));
        obligations.update(id, filled);
        versions.add(obligation, filled, versions.draft(id), actor.userId());
        record("submission.filled-in", obligation, null, summary(filled));
    }

    private Obligation mine(long id) {
        var obligation = obligations.locked(id);
        Actor.current()
                .mustBeIn(
                        obligation.ownerGroup(),
                        "Chỉ người của %s được làm việc này.".formatted(obligation.ownerName()));
        return obligation;
    }

    private Obligation mineToWrite(long id) {
        var obligation = obligations.locked(id);
        var history = obligation.parts().stream().anyMatch(part -> part.state() == Part.State.HISTORY);
        var standing = campaigns.get(obligation.campaign()).standingAgencyGroup();
        if (!(history && Actor.current().isIn(standing))) {
            Actor.current()
                    .mustBeIn(
                            obligation.ownerGroup(),
                            "Chỉ người của %s được soạn văn bản này.".formatted(obligation.ownerName()));
        }
        if (!history && obligation.parts().stream().noneMatch(Part::isAwaited)) {
            throw Refusal.conflict("nothing-awaited", whyNothingIsAwaited(obligation));
        }
        return obligation;
    }

    private String whyNothingIsAwaited(Obligation obligation) {
        if (obligation.parts().stream().anyMatch(part -> part.state() == Part.State.SUBMITTED)) {
            return "Văn bản đã nộp, không sửa được nữa. Muốn sửa, hãy rút lại khi nơi nhận chưa tiếp nhận.";
        }
        var now = clock.instant();
        return "Nghĩa vụ này không còn chờ nộp: %s."
                .formatted(obligation.parts().stream()
                        .map(part -> part.statusAt(now))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private void mustBeAwaited(Part part) {
        if (!part.isAwaited()) {
            throw Refusal.conflict(
                    "not-awaited", "Phần này không chờ nộp: %s.".formatted(part.statusAt(clock.instant())));
        }
    }

    private static void mustBeSubmitted(Part part, String otherwise) {
        if (part.state() != Part.State.SUBMITTED) throw Refusal.conflict("not-submitted", otherwise);
    }

    private static String checkedReason(@Nullable String reason) {
        if (reason == null || reason.strip().length() < 5) {
            throw Refusal.invalid("reason", "reason", "Lý do không được để trống. Hãy ghi rõ lý do (ít nhất 5 ký tự).");
        }
        if (reason.length() > 2_000) {
            throw Refusal.invalid("reason", "reason", "Lý do dài quá 2.000 ký tự. Hãy rút gọn.");
        }
        return Normalizer.normalize(reason.strip(), Normalizer.Form.NFC);
    }

    private void happened(Kind kind, Obligation obligation, Part part, @Nullable String reason) {
        events.publishEvent(new SubmissionHappened(kind, obligation, part, reason));
    }

    private void record(String action, Obligation obligation, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(Act.of(action, obligation.campaign(), obligation.owner(), obligation.key(), before, after));
    }

    private Map<String, Object> summary(Part part) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("addressee", part.addressee());
        summary.put("version", part.version());
        summary.put("status", part.statusAt(clock.instant()));
        return summary;
    }
}
