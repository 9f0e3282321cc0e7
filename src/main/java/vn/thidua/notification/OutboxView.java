package vn.thidua.notification;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;

/** Shows what became of the mails and lets administrators send one again. Who may look is for the door to decide. */
@Component
public class OutboxView {

    private final JdbcClient sql;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    OutboxView(JdbcClient sql, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** How many mails are in each state; every state is named. */
    public Map<MailState, Long> counts() {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        for (var state : MailState.values()) counts.put(state, 0L);
        sql.sql("select state, count(*) from outgoing_mail group by state").query(row -> {
            counts.put(MailState.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /**
     * A page of mails, newest first.
     *
     * @param state null for all
     * @param containing part of the recipient's address or the subject; null or blank for all
     * @param before only mails with an id below this; null for the newest page
     */
    public List<OutgoingMail> newest(
            @Nullable MailState state, @Nullable String containing, @Nullable Long before, int size) {
        return sql.sql("""
                select * from outgoing_mail
                where id < :before and (:state::text is null or state = :state)
                  and (position(lower(:containing) in lower(recipient)) > 0 or position(lower(:containing) in lower(subject)) > 0)
                order by id desc limit :size""")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("state", state == null ? null : state.name())
                .param("containing", containing == null ? "" : containing.strip())
                .param("size", size)
                .query(OutgoingMail::from)
                .list();
    }

    /** @throws Refusal NOT_FOUND */
    public OutgoingMail mail(long id) {
        return sql.sql("select * from outgoing_mail where id = ?")
                .param(id)
                .query(OutgoingMail::from)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Không tìm thấy thư số %d trong hộp thư đi.".formatted(id)));
    }

    /**
     * Sends a mail that was given up or is waiting for its next attempt at once, with all attempts before it again.
     *
     * @throws Refusal FORBIDDEN when the actor is no administrator, NOT_FOUND, CONFLICT when it has been sent
     */
    @Transactional
    public void retry(long id) {
        Actor.current().mustBeAdministrator();
        var before = mail(id);
        var retried = sql.sql("""
                update outgoing_mail set state = 'WAITING', attempts = 0, next_attempt_at = ? where id = ? and state <> 'SENT'""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
        if (retried == 0) {
            throw Refusal.conflict(
                    "mail-sent",
                    "Thư này đã gửi, không gửi lại. Nếu người nhận chưa thấy, hãy xem mục thư rác của họ.");
        }
        events.publishEvent(Act.of(
                "mail.retried",
                null,
                null,
                "mail/" + id,
                Map.of("state", before.state(), "attempts", before.attempts()),
                Map.of("state", MailState.WAITING, "attempts", 0)));
    }
}
