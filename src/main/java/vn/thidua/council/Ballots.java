package vn.thidua.council;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.council.Minutes.OpenBallot;

/**
 * The ballots as they are kept. Of a secret vote: that a member voted, and the sums; the sums are one row per dossier that every ballot
 * writes over, so that neither a row nor its transaction tells whose vote it holds. Each ballot is a fixed number of statements, however
 * many dossiers it holds.
 */
@Repository
class Ballots {

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    Ballots(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** @return whether it was the member's first */
    boolean cast(long session, long member, boolean postal, Instant at) {
        return sql.sql("""
                insert into ballot_cast(session, member, postal, cast_at) values (?, ?, ?, ?)
                on conflict (session, member) do nothing""").params(session, member, postal, Timestamp.from(at)).update() == 1;
    }

    /** Adds the votes of any number of ballots to the sums. */
    void count(long session, Collection<DossierVote> votes) {
        var sums = new LinkedHashMap<String, int[]>();
        for (var vote : votes) {
            sums.computeIfAbsent(vote.dossier(), dossier -> new int[Vote.values().length])[
                    vote.vote().ordinal()]++;
        }
        if (sums.isEmpty()) return;
        batch.update("""
                update session_item i set yes = i.yes + v.yes, no = i.no + v.no, abstain = i.abstain + v.abstain
                from unnest(?::text[], ?::int[], ?::int[], ?::int[]) v(dossier, yes, no, abstain)
                where i.session = ? and i.dossier = v.dossier""", row -> {
            row.setArray(
                    1, row.getConnection().createArrayOf("text", sums.keySet().toArray()));
            for (var vote : Vote.values()) {
                row.setArray(
                        2 + vote.ordinal(),
                        row.getConnection()
                                .createArrayOf(
                                        "int4",
                                        sums.values().stream()
                                                .map(sum -> sum[vote.ordinal()])
                                                .toArray()));
            }
            row.setLong(5, session);
        });
    }

    /** Keeps how the member voted; of an open vote only. */
    void keep(long session, long member, List<DossierVote> votes) {
        if (votes.isEmpty()) return;
        batch.update("""
                insert into ballot_vote(session, member, dossier, vote, note)
                select ?, ?, * from unnest(?::text[], ?::text[], ?::text[])""", row -> {
            row.setLong(1, session);
            row.setLong(2, member);
            texts(row, 3, votes.stream().map(DossierVote::dossier).toList());
            texts(row, 4, votes.stream().map(vote -> vote.vote().name()).toList());
            texts(row, 5, votes.stream().map(DossierVote::note).toArray(String[]::new));
        });
    }

    /** How the members voted, by dossier, in the order of the members; empty for a secret vote. */
    Map<String, List<OpenBallot>> kept(long session) {
        record Kept(String dossier, OpenBallot ballot) {}
        return sql
                .sql("""
                select v.dossier, v.member, m.name, v.vote, v.note from ballot_vote v join session_member m using (session, member)
                where session = ? order by v.dossier, v.member""")
                .param(session)
                .query((row, i) -> new Kept(
                        row.getString("dossier"),
                        new OpenBallot(
                                row.getLong("member"),
                                row.getString("name"),
                                Vote.valueOf(row.getString("vote")),
                                row.getString("note"))))
                .list()
                .stream()
                .collect(groupingBy(Kept::dossier, mapping(Kept::ballot, toList())));
    }

    private static void texts(PreparedStatement row, int index, List<String> values) throws SQLException {
        texts(row, index, values.toArray(String[]::new));
    }

    private static void texts(PreparedStatement row, int index, String[] values) throws SQLException {
        row.setArray(index, row.getConnection().createArrayOf("text", values));
    }
}
