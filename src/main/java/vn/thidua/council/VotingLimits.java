package vn.thidua.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.LimitedWork;

/** Until when a sitting takes ballots: the turn of each member whose ballot is still awaited. */
@Component
class VotingLimits implements LimitedWork {

    private final JdbcClient sql;

    VotingLimits(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Running> running(Instant before) {
        return sql.sql("""
                select s.campaign, s.round, s.key, r.name, s.vote_until, array_agg(m.user_id) as people
                from council_session s
                join award_round r on r.key = s.round
                join session_member m on m.session = s.id and m.user_id is not null and m.votes and m.called
                where s.state = 'VOTING' and s.vote_until < ?
                  and not exists (select from ballot_cast b where b.session = s.id and b.member = m.member)
                  and exists (
                    select from session_item i where i.session = s.id and i.dropped is null and not exists (
                        select from session_conflict c where c.session = s.id and c.dossier = i.dossier and c.member = m.member))
                group by s.id, r.name order by s.vote_until, s.id""")
                .param(Timestamp.from(before))
                .query(VotingLimits::vote)
                .list();
    }

    private static Running vote(ResultSet row, int i) throws SQLException {
        return new Running(
                row.getString("campaign"),
                row.getString("round"),
                Set.of(),
                Set.copyOf(Arrays.asList((String[]) row.getArray("people").getArray())),
                "Phiên họp Hội đồng %s (%s)".formatted(shortKey(row.getString("key")), row.getString("name")),
                "bỏ phiếu",
                row.getTimestamp("vote_until").toInstant(),
                null,
                "/dot-xet/" + row.getString("round"));
    }

    private static String shortKey(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
