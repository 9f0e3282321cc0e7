package vn.thidua.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.LimitedWork;

/** Until when consulted bodies reply (Decree 152/2025, Art. 34.6): the lead sees to it and enters the reply. */
@Component
class ConsultationLimits implements LimitedWork {

    private static final String[] OVER = Arrays.stream(DossierState.values())
            .filter(DossierState::isFinal)
            .map(DossierState::name)
            .toArray(String[]::new);

    private final JdbcClient sql;

    ConsultationLimits(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Running> running(Instant before) {
        return sql.sql("""
                select c.addressee, c.due_on, c.limit_basis, d.campaign, d.round, d.number, d.nominee_name, d.lead_group
                from consultation c join dossier d on d.number = c.dossier
                where not c.replied and c.due_on < ? and d.held_since is null and d.state <> all(?) order by c.due_on, c.id""")
                .params(VietnamTime.dayOf(before), OVER)
                .query(ConsultationLimits::reply)
                .list();
    }

    private static Running reply(ResultSet row, int i) throws SQLException {
        return new Running(
                row.getString("campaign"),
                row.getString("round"),
                Set.of(row.getString("lead_group")),
                Set.of(),
                "%s (hồ sơ của %s)".formatted(row.getString("addressee"), row.getString("nominee_name")),
                "chờ văn bản trả lời ý kiến",
                new Deadline(Deadline.Kind.BY, row.getObject("due_on", LocalDate.class)).instant(),
                row.getString("limit_basis"),
                "/ho-so/" + row.getString("number"));
    }
}
