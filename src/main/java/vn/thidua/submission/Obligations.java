package vn.thidua.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Period;
import vn.thidua.campaign.Duty;

/** All obligations of all campaigns; reading is free, changing is for this room. */
@Component
public class Obligations {

    private static final String SELECT = """
            select o.*, p.addressee, p.reviewer_group, p.state, p.returned, p.deadline_kind, p.deadline_date, p.version, p.submitted_at,
                p.late_seconds, p.accepted_at, p.overdue_told_at, p.next_reminder_on
            from obligation o join obligation_part p on p.obligation = o.id
            """;

    /** A reminder of all awaited parts of a campaign that have the deadline, on a day. */
    record Planned(String campaign, Deadline deadline, LocalDate on) {}

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    Obligations(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** @throws Refusal NOT_FOUND when there is none with that id */
    public Obligation get(long id) {
        return one(sql.sql(SELECT + "where o.id = ? order by p.addressee").param(id))
                .orElseThrow(() -> Refusal.notFound("Không có nghĩa vụ số %d.".formatted(id)));
    }

    /** @throws Refusal NOT_FOUND when there is none with that business key */
    public Obligation get(String key) {
        return find(key).orElseThrow(() -> Refusal.notFound("Không có nghĩa vụ \"%s\".".formatted(key)));
    }

    public Optional<Obligation> find(String key) {
        return one(sql.sql(SELECT + "where o.key = ? order by p.addressee").param(key));
    }

    public List<Obligation> of(String campaign) {
        return all(sql.sql(
                        SELECT
                                + "where o.campaign = ? order by o.period desc, o.type, o.owner_name collate \"vi-x-icu\", o.id, p.addressee")
                .param(campaign));
    }

    /** Those of the campaign that one of the groups owes or receives. */
    List<Obligation> concerning(String campaign, Collection<String> groups) {
        return all(sql.sql(SELECT + """
                where o.campaign = :campaign and (o.owner_group in (:groups)
                    or exists (select from obligation_part r where r.obligation = o.id and r.reviewer_group in (:groups)))
                order by o.period desc, o.type, o.owner_name collate "vi-x-icu", o.id, p.addressee""").param("campaign", campaign).param("groups", groups));
    }

    public List<Obligation> ofOwner(String campaign, String owner) {
        return all(sql.sql(SELECT
                        + "where o.campaign = ? and o.owner = ? order by o.period desc, o.type, o.id, p.addressee")
                .params(campaign, owner));
    }

    /** What was or is owed for one duty and period, by owner name. */
    public List<Obligation> of(String campaign, String duty, Period period) {
        return all(sql.sql(
                        SELECT
                                + "where o.campaign = ? and o.duty = ? and o.period = ? order by o.owner_name collate \"vi-x-icu\", o.id, p.addressee")
                .params(campaign, duty, period.code()));
    }

    /** Obligations with a part that is still awaited or under review. */
    List<Obligation> openOf(String campaign) {
        return all(sql.sql(SELECT + """
                where o.campaign = ? and o.id in (select obligation from obligation_part where state in ('AWAITED', 'SUBMITTED'))
                order by o.id, p.addressee""").param(campaign));
    }

    /** Obligations with an awaited part to be called to mind on the day or before. */
    List<Obligation> toRemind(LocalDate day) {
        return all(sql.sql(SELECT + "where p.state = 'AWAITED' and p.next_reminder_on <= ? order by o.id, p.addressee")
                .param(day));
    }

    /** Open obligations that have become known since the instant: just opened, or marked late. */
    public List<Obligation> changedSince(Instant since) {
        return all(sql.sql(
                        SELECT
                                + "where p.state = 'AWAITED' and (o.opened_at > :since or p.overdue_told_at > :since) order by o.id, p.addressee")
                .param("since", Timestamp.from(since)));
    }

    /** Obligations of the campaign with a part marked late since the instant. */
    public List<Obligation> overdueSince(String campaign, Instant since) {
        return all(sql.sql(
                        SELECT
                                + "where o.campaign = :campaign and p.overdue_told_at > :since order by o.owner_name collate \"vi-x-icu\", o.id, p.addressee")
                .param("campaign", campaign)
                .param("since", Timestamp.from(since)));
    }

    /** The keys in use, and those that what was passed on to a unit would have as its own: neither is to be opened again. */
    Set<String> keys(String campaign) {
        return new HashSet<>(
                sql.sql("""
                select key from obligation where campaign = :campaign
                union
                select campaign || '/' || owner || case when period = '' then '' else '/' || period end
                from obligation where campaign = :campaign and type <> 'CONSOLIDATED_REPORT'""").param("campaign", campaign).query(String.class).list());
    }

    /** Locks the obligation until the transaction ends, so that two people cannot act on it at once. */
    Obligation locked(long id) {
        sql.sql("select id from obligation where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return get(id);
    }

    /** Adds obligations and their parts in two statements; those already there are left out of the answer. */
    List<Obligation> add(List<Obligation> fresh) {
        if (fresh.isEmpty()) return List.of();
        var columns = new Columns(fresh);
        var ids = new LinkedHashMap<String, Long>();
        batch.query("""
                insert into obligation(key, campaign, duty, type, period, owner, owner_name, owner_group, opened_at)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                on conflict do nothing returning id, key""", columns::fillObligations, row -> {
            ids.put(row.getString("key"), row.getLong("id"));
        });
        var added = fresh.stream()
                .filter(obligation -> ids.containsKey(obligation.key()))
                .map(obligation -> withId(obligation, ids.get(obligation.key())))
                .toList();
        if (!added.isEmpty()) addParts(added);
        return added;
    }

    void addParts(List<Obligation> obligations) {
        batch.update("""
                insert into obligation_part(obligation, addressee, reviewer_group, state, deadline_kind, deadline_date, deadline_at, next_reminder_on)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::date[])""", new Columns(obligations)::fillParts);
    }

    void removeAwaitedParts(long obligation) {
        sql.sql("delete from obligation_part where obligation = ? and state = 'AWAITED'")
                .param(obligation)
                .update();
    }

    void update(long obligation, Part part) {
        sql.sql("""
                update obligation_part set state = :state, returned = :returned, deadline_kind = :kind, deadline_date = :date,
                    deadline_at = :at, version = :version, submitted_at = :submitted, late_seconds = :late, accepted_at = :accepted,
                    overdue_told_at = :told, next_reminder_on = :remind
                where obligation = :obligation and addressee = :addressee""")
                .param("state", part.state().name())
                .param("returned", part.returned())
                .param(
                        "kind",
                        part.deadline() == null ? null : part.deadline().kind().name())
                .param("date", part.deadline() == null ? null : part.deadline().date())
                .param(
                        "at",
                        part.deadline() == null
                                ? null
                                : Timestamp.from(part.deadline().instant()))
                .param("version", part.version())
                .param("submitted", timestamp(part.submittedAt()))
                .param("late", part.lateSeconds())
                .param("accepted", timestamp(part.acceptedAt()))
                .param("told", timestamp(part.overdueToldAt()))
                .param("remind", part.nextReminderOn())
                .param("obligation", obligation)
                .param("addressee", part.addressee())
                .update();
    }

    /** Sets the next reminder of all awaited parts of the campaign that have that deadline and were due by the day. */
    void remindNext(String campaign, @Nullable Deadline deadline, LocalDate day, @Nullable LocalDate next) {
        sql.sql("""
                update obligation_part p set next_reminder_on = :next from obligation o
                where o.id = p.obligation and o.campaign = :campaign and p.state = 'AWAITED' and p.next_reminder_on <= :day
                    and p.deadline_kind is not distinct from :kind and p.deadline_date is not distinct from :date::date""")
                .param("next", next)
                .param("campaign", campaign)
                .param("day", day)
                .param("kind", deadline == null ? null : deadline.kind().name())
                .param("date", deadline == null ? null : deadline.date())
                .update();
    }

    /** The reminders planned for a day after the given one, each deadline of a campaign once for each day. */
    List<Planned> plannedAfter(LocalDate day) {
        return sql.sql("""
                select distinct o.campaign, p.deadline_kind, p.deadline_date, p.next_reminder_on
                from obligation_part p join obligation o on o.id = p.obligation
                where p.state = 'AWAITED' and p.next_reminder_on > ? and p.deadline_kind is not null""")
                .param(day)
                .query((row, i) -> new Planned(
                        row.getString("campaign"),
                        new Deadline(
                                Deadline.Kind.valueOf(row.getString("deadline_kind")),
                                row.getObject("deadline_date", LocalDate.class)),
                        row.getObject("next_reminder_on", LocalDate.class)))
                .list();
    }

    void replan(Planned planned, @Nullable LocalDate day) {
        sql.sql("""
                update obligation_part p set next_reminder_on = :day from obligation o
                where o.id = p.obligation and o.campaign = :campaign and p.state = 'AWAITED' and p.next_reminder_on = :on
                    and p.deadline_kind = :kind and p.deadline_date = :date""")
                .param("day", day)
                .param("campaign", planned.campaign())
                .param("on", planned.on())
                .param("kind", planned.deadline().kind().name())
                .param("date", planned.deadline().date())
                .update();
    }

    void passTo(Obligation obligation) {
        sql.sql("update obligation set owner = ?, owner_name = ?, owner_group = ? where id = ?")
                .params(obligation.owner(), obligation.ownerName(), obligation.ownerGroup(), obligation.id())
                .update();
    }

    private static Optional<Obligation> one(JdbcClient.StatementSpec query) {
        return all(query).stream().findFirst();
    }

    private static List<Obligation> all(JdbcClient.StatementSpec query) {
        var found = new LinkedHashMap<Long, Obligation>();
        var parts = new LinkedHashMap<Long, List<Part>>();
        query.query(row -> {
            var id = row.getLong("id");
            if (!found.containsKey(id)) found.put(id, obligation(row));
            parts.computeIfAbsent(id, key -> new ArrayList<>()).add(part(row));
        });
        return found.values().stream()
                .map(obligation -> obligation.withParts(List.copyOf(parts.get(obligation.id()))))
                .toList();
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        return new Obligation(
                row.getLong("id"),
                row.getString("key"),
                row.getString("campaign"),
                row.getString("duty"),
                Duty.Type.valueOf(row.getString("type")),
                Period.parse(row.getString("period")),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getString("owner_group"),
                row.getTimestamp("opened_at").toInstant(),
                List.of());
    }

    private static Part part(ResultSet row) throws SQLException {
        var kind = row.getString("deadline_kind");
        return new Part(
                row.getString("addressee"),
                row.getString("reviewer_group"),
                Part.State.valueOf(row.getString("state")),
                row.getBoolean("returned"),
                kind == null
                        ? null
                        : new Deadline(Deadline.Kind.valueOf(kind), row.getObject("deadline_date", LocalDate.class)),
                row.getInt("version"),
                instant(row, "submitted_at"),
                row.getObject("late_seconds", Long.class),
                instant(row, "accepted_at"),
                instant(row, "overdue_told_at"),
                row.getObject("next_reminder_on", LocalDate.class));
    }

    private static Obligation withId(Obligation fresh, long id) {
        return new Obligation(
                id,
                fresh.key(),
                fresh.campaign(),
                fresh.duty(),
                fresh.type(),
                fresh.period(),
                fresh.owner(),
                fresh.ownerName(),
                fresh.ownerGroup(),
                fresh.openedAt(),
                fresh.parts());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
