package vn.thidua.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells whether campaigns, plans and holidays are still what was read of them before: asked once a transaction at most, and not at all
 * where a query brings the answer along. The same for every application on the database.
 */
@Component
public class ReferenceVersion {

    private static final String NAME = "reference_version";

    /** A column by which a query brings the version along; its row is then {@link #seen}. */
    public static final String COLUMN = "(select version from reference_version) as " + NAME;

    private final JdbcClient sql;
    private final PerTransaction<Long> seen = new PerTransaction<>();

    ReferenceVersion(JdbcClient sql) {
        this.sql = sql;
    }

    /** As this transaction has seen it first, or has changed it since. */
    public long current() {
        return seen.get(() -> sql.sql("select version from reference_version")
                .query(Long.class)
                .single());
    }

    /** A row that was just read with {@link #COLUMN}. */
    public void seen(ResultSet row) throws SQLException {
        var version = row.getLong(NAME);
        seen.get(() -> version);
    }

    /** This transaction has changed something of it. */
    public void changed() {
        seen.forget();
    }
}
