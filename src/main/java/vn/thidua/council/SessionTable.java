package vn.thidua.council;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.Dossier;
import vn.thidua.organisation.CouncilMember;

/** The sittings with their members, dossiers and conflicts, as they are kept. Lists go in with one statement each. */
@Repository
class SessionTable {

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    SessionTable(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** @throws Refusal NOT_FOUND */
    CouncilSession get(String key) {
        return find(key).orElseThrow(() -> unknown(key));
    }

    private static Refusal unknown(String key) {
        return Refusal.notFound("Không có phiên họp \"%s\".".formatted(key));
    }

    Optional<CouncilSession> find(String key) {
        return find(key, "");
    }

    private Optional<CouncilSession> find(String key, String lock) {
        return sql.sql("select * from council_session where key = ?" + lock)
                .param(key)
                .query(SessionTable::session)
                .optional();
    }

    /** @throws Refusal NOT_FOUND */
    CouncilSession get(long id) {
        return sql.sql("select * from council_session where id = ?")
                .param(id)
                .query(SessionTable::session)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Không có phiên họp số %d.".formatted(id)));
    }

    List<CouncilSession> of(String round) {
        return sql.sql("select * from council_session where round = ? order by id")
                .param(round)
                .query(SessionTable::session)
                .list();
    }

    List<CouncilSession> ofCampaign(String campaign) {
        return sql.sql("select * from council_session where campaign = ? order by id desc")
                .param(campaign)
                .query(SessionTable::session)
                .list();
    }

    /** Locks the sitting until the transaction ends: ballots are taken one after the other, and none once the voting is closed. */
    CouncilSession locked(String key) {
        return find(key, " for update").orElseThrow(() -> unknown(key));
    }

    /** Opens a sitting with the next number of the campaign's year. */
    CouncilSession open(
            String campaign,
            String round,
            int year,
            boolean secret,
            int quorum,
            boolean conflictLeavesBase,
            Instant at) {
        // held to the end of the transaction, so that two rounds at once get two numbers
        sql.sql("select pg_advisory_xact_lock(hashtext('council_session/' || ?))")
                .param(campaign)
                .query(row -> {});
        var id = sql.sql("""
                insert into council_session(key, campaign, year, number, round, state, secret, quorum_percent, conflict_leaves_base, opened_at)
                select :campaign || '/PH-' || :year || '-' || next, :campaign, :year, next, :round, 'PREPARING', :secret, :quorum, :leaves, :at
                from (select coalesce(max(number), 0) + 1 as next from council_session where campaign = :campaign and year = :year) series
                returning id""")
                .param("campaign", campaign)
                .param("year", year)
                .param("round", round)
                .param("secret", secret)
                .param("quorum", quorum)
                .param("leaves", conflictLeavesBase)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        return get(id);
    }

    void call(long session, Agenda agenda) {
        sql.sql("""
                update council_session set state = 'VOTING', held_on = ?, held_at = ?, place = ?, vote_from = ?, vote_until = ?,
                    secret = ?, quorum_percent = ? where id = ?""")
                .params(
                        agenda.heldOn(),
                        agenda.heldAt(),
                        agenda.place(),
                        Timestamp.from(agenda.voteFrom()),
                        Timestamp.from(agenda.voteUntil()),
                        agenda.secret(),
                        agenda.quorumPercent(),
                        session)
                .update();
    }

    void setState(long session, CouncilSession.State state) {
        sql.sql("update council_session set state = ? where id = ?")
                .params(state.name(), session)
                .update();
    }

    /** Takes every ballot of a sitting without quorum away, so that it can be held again. */
    void clear(long session) {
        for (var table : List.of("ballot_vote", "ballot_cast", "session_conflict", "session_member")) {
            sql.sql("delete from " + table + " where session = ?")
                    .param(session)
                    .update();
        }
        sql.sql("""
                update session_item set yes = 0, no = 0, abstain = 0, place = null, carried_by_person = null
                where session = ? and dropped is null""").param(session).update();
    }

    void nextSitting(long session) {
        sql.sql("update council_session set sitting = sitting + 1 where id = ?")
                .param(session)
                .update();
    }

    List<SessionMember> members(long session) {
        return sql.sql("""
                select m.*, c.cast_at, coalesce(c.postal, false) as postal
                from session_member m left join ballot_cast c using (session, member) where session = ?
                order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY'], m.seat), m.member""").param(session).query(SessionTable::member).list();
    }

    void addMembers(long session, List<CouncilMember> members, Set<Long> called) {
        batch.batchUpdate("""
                insert into session_member(session, member, user_id, name, position, seat, unit, votes, called)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", members, members.size(), (row, member) -> {
            row.setLong(1, session);
            row.setLong(2, member.id());
            row.setString(3, member.userId());
            row.setString(4, member.name());
            row.setString(5, member.position());
            row.setString(6, member.seat().name());
            row.setString(7, member.unit());
            row.setBoolean(8, member.votes());
            row.setBoolean(9, called.contains(member.id()));
        });
    }

    void setPresent(long session, Collection<Long> members) {
        if (members.isEmpty()) return;
        sql.sql("update session_member set present = true where session = :session and member in (:members)")
                .param("session", session)
                .param("members", members)
                .update();
    }

    List<CountedItem> items(long session) {
        return sql.sql("select * from session_item where session = ? order by position")
                .param(session)
                .query((row, i) ->
                        new CountedItem(item(row), row.getInt("yes"), row.getInt("no"), row.getInt("abstain")))
                .list();
    }

    /** Dossiers that are on the agenda of a sitting of the round that isn't over. */
    Set<String> pending(String round) {
        return Set.copyOf(sql.sql("""
                select i.dossier from session_item i join council_session s on s.id = i.session
                where s.round = ? and s.state not in ('CONCLUDED', 'CANCELLED')""").param(round).query(String.class).list());
    }

    void addItems(long session, List<SessionItem> items) {
        batch.update("""
                insert into session_item(session, dossier, position, form, grade, kind, nominee, nominee_name, unit, unit_name,
                    threshold_percent, threshold_base)
                select ?, * from unnest(?::text[], ?::int[], ?::text[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                    ?::int[], ?::text[])""", row -> {
            row.setLong(1, session);
            column(row, 2, items, SessionItem::dossier);
            column(row, 3, items, SessionItem::position);
            column(row, 4, items, SessionItem::form);
            column(row, 5, items, SessionItem::grade);
            column(row, 6, items, SessionItem::kind);
            column(row, 7, items, SessionItem::nominee);
            column(row, 8, items, SessionItem::nomineeName);
            column(row, 9, items, SessionItem::unit);
            column(row, 10, items, SessionItem::unitName);
            column(row, 11, items, SessionItem::thresholdPercent);
            column(row, 12, items, SessionItem::thresholdBase);
        });
    }

    /** @param order every dossier of the agenda, in its new order */
    void reorder(long session, List<String> order) {
        batch.update("""
                update session_item i set position = o.position from unnest(?::text[]) with ordinality o(dossier, position)
                where i.session = ? and i.dossier = o.dossier""", row -> {
            column(row, 1, order, dossier -> dossier);
            row.setLong(2, session);
        });
    }

    /**
     * Takes dossiers off the agenda that can't be voted on any more. One statement over the dossiers' own table, because every ballot asks
     * it while it holds the sitting's lock.
     */
    void dropHeldAndEnded(long session) {
        sql.sql("""
                update session_item i set dropped = case when d.state <> 'IN_COUNCIL' then 'hồ sơ không còn trình Hội đồng'
                        else 'hồ sơ đang tạm dừng xét (Điều 4.4 Nghị định 152/2025/NĐ-CP)' end
                from dossier d
                where i.session = ? and i.dropped is null and d.number = i.dossier
                    and (d.state <> 'IN_COUNCIL' or d.held_since is not null)""").param(session).update();
    }

    List<Conflict> conflicts(long session) {
        return sql.sql("""
                select c.*, m.name from session_conflict c join session_member m using (session, member)
                where session = ? order by c.dossier, c.member""")
                .param(session)
                .query((row, i) -> new Conflict(
                        row.getString("dossier"),
                        row.getLong("member"),
                        row.getString("name"),
                        Conflict.Ground.valueOf(row.getString("ground")),
                        row.getString("reason")))
                .list();
    }

    /** Who doesn't vote on which dossier. */
    Map<String, Set<Long>> conflicted(long session) {
        return conflicts(session).stream().collect(groupingBy(Conflict::dossier, mapping(Conflict::member, toSet())));
    }

    /** Of two grounds for one member and dossier the first stands. */
    void addConflicts(long session, List<Conflict> conflicts) {
        if (conflicts.isEmpty()) return;
        batch.update("""
                insert into session_conflict(session, dossier, member, ground, reason)
                select ?, * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) on conflict do nothing""", row -> {
            row.setLong(1, session);
            column(row, 2, conflicts, Conflict::dossier);
            column(row, 3, conflicts, Conflict::member);
            column(row, 4, conflicts, Conflict::ground);
            column(row, 5, conflicts, Conflict::reason);
        });
    }

    /** Who of these people has worked on which dossier in a stage before the council: user ids by dossier. */
    Map<String, Set<String>> workedEarlier(Collection<String> dossiers, Collection<String> users) {
        if (dossiers.isEmpty() || users.isEmpty()) return Map.of();
        return sql
                .sql("""
                select dossier, actor from dossier_act
                where stage in ('COMPOSE', 'APPRAISAL') and dossier = any(:dossiers) and actor = any(:users)""")
                .param("dossiers", dossiers.toArray(String[]::new))
                .param("users", users.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString("dossier"), row.getString("actor")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    static SessionItem item(
            Dossier dossier, int position, @Nullable Integer thresholdPercent, ThresholdBase thresholdBase) {
        return new SessionItem(
                dossier.number(),
                position,
                dossier.form(),
                dossier.grade(),
                dossier.kind(),
                dossier.nominee(),
                dossier.nomineeName(),
                dossier.unit(),
                dossier.unitName(),
                thresholdPercent,
                thresholdBase,
                null,
                null,
                null);
    }

    private static <T> void column(PreparedStatement row, int index, List<T> rows, Function<T, @Nullable Object> field)
            throws SQLException {
        var values = rows.stream()
                .map(field)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
        row.setArray(index, row.getConnection().createArrayOf("text", values));
    }

    private static CouncilSession session(ResultSet row, int i) throws SQLException {
        return new CouncilSession(
                row.getLong("id"),
                row.getString("key"),
                row.getString("campaign"),
                row.getString("round"),
                CouncilSession.State.valueOf(row.getString("state")),
                row.getObject("held_on", LocalDate.class),
                row.getObject("held_at", LocalTime.class),
                row.getString("place"),
                instant(row, "vote_from"),
                instant(row, "vote_until"),
                row.getBoolean("secret"),
                row.getInt("quorum_percent"),
                row.getBoolean("conflict_leaves_base"),
                row.getInt("sitting"),
                row.getTimestamp("opened_at").toInstant());
    }

    private static SessionMember member(ResultSet row, int i) throws SQLException {
        return new SessionMember(
                row.getLong("member"),
                row.getString("user_id"),
                row.getString("name"),
                row.getString("position"),
                CouncilMember.Seat.valueOf(row.getString("seat")),
                row.getString("unit"),
                row.getBoolean("votes"),
                row.getBoolean("called"),
                row.getBoolean("present"),
                instant(row, "cast_at"),
                row.getBoolean("postal"));
    }

    private static SessionItem item(ResultSet row) throws SQLException {
        return new SessionItem(
                row.getString("dossier"),
                row.getInt("position"),
                AwardForm.valueOf(row.getString("form")),
                row.getObject("grade", Integer.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getObject("nominee", UUID.class),
                row.getString("nominee_name"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getObject("threshold_percent", Integer.class),
                ThresholdBase.valueOf(row.getString("threshold_base")),
                row.getString("dropped"),
                row.getObject("place", Integer.class),
                row.getObject("carried_by_person", Boolean.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Settles one dossier of a tie. */
    void settle(long session, String dossier, @Nullable Boolean carried, @Nullable Integer place) {
        sql.sql("""
                update session_item set carried_by_person = coalesce(?, carried_by_person), place = coalesce(?, place)
                where session = ? and dossier = ?""").params(Arrays.asList(carried, place, session, dossier)).update();
    }
}
