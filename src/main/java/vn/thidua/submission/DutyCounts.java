package vn.thidua.submission;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;

/** How many duties stand open, late or under review; one statement, however many there are. */
@Component
public class DutyCounts {

    /**
     * The parts of one campaign, each addressee's half counted by itself.
     *
     * @param open awaited, late ones included
     * @param late awaited or closed, with the deadline passed
     * @param waitingForReview handed in and not yet accepted or returned
     */
    public record Count(String campaign, long open, long late, long waitingForReview) {}

    private final JdbcClient sql;
    private final MovableClock clock;

    DutyCounts(JdbcClient sql, MovableClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By campaign code; a campaign without duties counts none. */
    public List<Count> now() {
        return sql.sql("""
                select c.code, count(*) filter (where p.state = 'AWAITED') as open,
                    count(*) filter (where p.state in ('AWAITED', 'CLOSED') and p.deadline_at <= ?) as late,
                    count(*) filter (where p.state = 'SUBMITTED') as review
                from campaign c left join obligation o on o.campaign = c.code left join obligation_part p on p.obligation = o.id
                group by c.code order by c.code""")
                .param(Timestamp.from(clock.instant()))
                .query((row, i) -> new Count(
                        row.getString("code"), row.getLong("open"), row.getLong("late"), row.getLong("review")))
                .list();
    }
}
