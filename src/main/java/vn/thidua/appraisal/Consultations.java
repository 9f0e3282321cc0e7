package vn.thidua.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Required;
import vn.thidua.nomination.Transitions;
import vn.thidua.organisation.Substitutions;

/**
 * The questions put to other bodies about State-level dossiers, each with its limit by the law frozen at receipt. The lead asks and enters
 * what was answered.
 */
@Component
public class Consultations {

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final RulePacks packs;
    private final Limits limits;
    private final Substitutions substitutions;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Consultations(
            JdbcClient sql,
            Dossiers dossiers,
            Transitions transitions,
            RulePacks packs,
            Limits limits,
            Substitutions substitutions,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.packs = packs;
        this.limits = limits;
        this.substitutions = substitutions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The lead asks; the reply is due after the working days of the dossier's rule pack, the day of sending not counted.
     *
     * @param to whom it goes to
     * @param document number of the letter
     * @throws Refusal FORBIDDEN for who isn't of the lead; CONFLICT when the dossier isn't received, is over or on hold; INVALID for a
     *     form that isn't of the State, a missing field or a day to come
     */
    @Transactional
    public Consultation request(String dossier, Consultation.Kind kind, String to, LocalDate sentOn, String document) {
        var about = dossiers.get(dossier);
        var officer = lead(about);
        Transitions.mustNotBeHeld(about);
        mustBeOpen(about);
        if (!about.form().isOfState()) {
            throw Refusal.invalid(
                    "form",
                    "dossier",
                    "Chỉ hồ sơ khen thưởng cấp Nhà nước phải lấy ý kiến; %s không thuộc diện này."
                            .formatted(about.formName()));
        }
        if (sentOn.isAfter(clock.today())) {
            throw Refusal.invalid("date-to-come", "sentOn", "Ngày gửi không được sau ngày hôm nay.");
        }
        var due = due(about, sentOn);
        var id = sql.sql("""
                insert into consultation(dossier, kind, addressee, sent_on, document, due_on, limit_basis, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        dossier,
                        kind.name(),
                        Required.fitting(
                                Required.text(to, "to", "Nơi được lấy ý kiến"), "to", "Nơi được lấy ý kiến", 300),
                        sentOn,
                        Required.fitting(
                                Required.text(document, "document", "Số văn bản"), "document", "Số văn bản", 100),
                        due == null ? null : due.lastDay(),
                        basis(about, kind),
                        officer.userId(),
                        Timestamp.from(clock.instant())))
                .query(Long.class)
                .single();
        var asked = get(id);
        record("consultation.sent", about, asked);
        return asked;
    }

    /**
     * The lead enters the reply, or that none came in time.
     *
     * @throws Refusal FORBIDDEN for who isn't of the lead; CONFLICT when a reply is recorded; INVALID for a missing field, or "no reply"
     *     before the limit has passed
     */
    @Transactional
    public void recordReply(long id, ReplyAnswer answer) {
        sql.sql("select id from consultation where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        var asked = get(id);
        var about = dossiers.get(asked.dossier());
        var officer = lead(about);
        Transitions.mustNotBeHeld(about);
        if (asked.replied()) {
            throw Refusal.conflict("reply-recorded", "Ý kiến trả lời đã được ghi. Hãy tải lại trang.");
        }
        if (answer.noReply()) mustBeLate(asked);
        var replied = !answer.noReply();
        sql.sql("""
                update consultation set replied = true, favour = ?, reply_document = ?, reply_date = ?, note = ?, recorded_by = ?,
                    recorded_at = ? where id = ?""")
                .params(Arrays.asList(
                        replied
                                ? Required.choice(
                                        answer.favour(), "favour", "Hãy chọn ý kiến: đồng ý hoặc không đồng ý.")
                                : null,
                        replied ? Required.text(answer.document(), "document", "Số văn bản trả lời") : null,
                        replied ? replyDay(asked, answer.date()) : null,
                        Required.textOrNull(answer.note(), "note", "Ghi chú"),
                        officer.userId(),
                        Timestamp.from(clock.instant()),
                        id))
                .update();
        record("consultation.replied", about, get(id));
    }

    /** @throws Refusal NOT_FOUND */
    public Consultation get(long id) {
        return sql.sql("select * from consultation where id = ?")
                .param(id)
                .query(Consultations::consultation)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Không có lần lấy ý kiến số %d.".formatted(id)));
    }

    /** All of one dossier, oldest first. */
    public List<Consultation> of(String dossier) {
        return ofAll(List.of(dossier));
    }

    /** All of the dossiers, oldest first. */
    public List<Consultation> ofAll(Collection<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        return sql.sql("select * from consultation where dossier in (:dossiers) order by id")
                .param("dossiers", numbers)
                .query(Consultations::consultation)
                .list();
    }

    /** Those of the dossiers that still wait for a reply, oldest first. */
    public List<Consultation> awaited(Collection<String> numbers) {
        return ofAll(numbers).stream().filter(asked -> !asked.replied()).toList();
    }

    private Officer lead(Dossier dossier) {
        return Officer.acting(
                substitutions, dossier.leadGroup(), clock.today(), "Chỉ cơ quan chủ trì được lấy và ghi ý kiến này.");
    }

    private static void mustBeOpen(Dossier dossier) {
        var received = dossier.receivedAt() != null && dossier.state() != DossierState.DRAFT;
        if (received && !dossier.state().isFinal()) return;
        throw Refusal.conflict(
                "dossier-state",
                "Không lấy ý kiến được: hồ sơ %s đang ở bước \"%s\"."
                        .formatted(dossier.number(), dossier.state().label()));
    }

    private @Nullable Deadline due(Dossier dossier, LocalDate sentOn) {
        return pack(dossier)
                .days(Limit.CONSULTATION)
                .map(days -> limits.endOf(sentOn, days))
                .orElse(null);
    }

    private String basis(Dossier dossier, Consultation.Kind kind) {
        return "%s; %s (%s)"
                .formatted(
                        kind.article(),
                        pack(dossier).daysInWords(Limit.CONSULTATION),
                        pack(dossier).name());
    }

    private RulePack pack(Dossier dossier) {
        if (dossier.rulePack() == null) {
            throw Refusal.conflict(
                    "no-rule-pack",
                    "Hồ sơ %s chưa xác định bộ quy định áp dụng. Hãy tiếp nhận hồ sơ trước."
                            .formatted(dossier.number()));
        }
        return packs.get(dossier.rulePack());
    }

    private void mustBeLate(Consultation asked) {
        if (asked.dueAt() != null && !clock.instant().isBefore(asked.dueAt())) return;
        throw Refusal.invalid(
                "no-reply-too-early",
                "noReply",
                asked.dueOn() == null
                        ? "Quy định áp dụng không nêu thời hạn trả lời nên không ghi \"không trả lời\" được. Hãy ghi văn bản trả lời."
                        : "Còn trong hạn trả lời (đến hết ngày %s). Hãy ghi khi quá hạn."
                                .formatted(VietnamTime.date(asked.dueOn())));
    }

    private LocalDate replyDay(Consultation asked, @Nullable String text) {
        var day = Required.day(text, "date", "Ngày văn bản trả lời");
        if (day.isBefore(asked.sentOn()) || day.isAfter(clock.today())) {
            throw Refusal.invalid(
                    "reply-date",
                    "date",
                    "Ngày văn bản trả lời phải từ ngày gửi (%s) đến hôm nay."
                            .formatted(VietnamTime.date(asked.sentOn())));
        }
        return day;
    }

    private void record(String action, Dossier dossier, Consultation asked) {
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", asked.kind().label());
        told.put("to", asked.addressee());
        told.put("document", asked.document());
        told.put("due", asked.dueOn() == null ? "chưa có dữ liệu" : VietnamTime.date(asked.dueOn()));
        told.put("state", asked.stateInWords());
        if (asked.replyDocument() != null) told.put("reply", asked.replyDocument());
        events.publishEvent(Act.of(action, dossier.campaign(), dossier.unit(), dossier.number(), null, told));
    }

    private static Consultation consultation(ResultSet row, int i) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        var recordedAt = row.getTimestamp("recorded_at");
        return new Consultation(
                row.getLong("id"),
                row.getString("dossier"),
                Consultation.Kind.valueOf(row.getString("kind")),
                row.getString("addressee"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("document"),
                dueOn,
                dueOn == null ? null : new Deadline(Deadline.Kind.BY, dueOn).instant(),
                row.getString("limit_basis"),
                row.getBoolean("replied"),
                row.getObject("favour", Boolean.class),
                row.getString("reply_document"),
                row.getObject("reply_date", LocalDate.class),
                row.getString("note"),
                row.getString("requested_by"),
                row.getString("recorded_by"),
                recordedAt == null ? null : recordedAt.toInstant());
    }
}
