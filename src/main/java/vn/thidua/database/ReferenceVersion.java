package vn.thidua.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    ReferenceVersion(JdbcClient sql) {
        this.sql = sql;
    }

    /** As this transaction has seen it first, or has changed it since. */
    public long current() {
        var seen = (Long) TransactionSynchronizationManager.getResource(this);
        if (seen != null) return seen;
        var version = sql.sql("select version from reference_version")
                .query(Long.class)
                .single();
        keep(version);
        return version;
    }

    /** A row that was just read with {@link #COLUMN}. */
    public void seen(ResultSet row) throws SQLException {
        if (!TransactionSynchronizationManager.hasResource(this)) keep(row.getLong(NAME));
    }

    /** This transaction has changed something of it. */
    public void changed() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private void keep(long version) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.bindResource(this, version);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(ReferenceVersion.this);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ReferenceVersion.this);
            }
        });
    }
}
