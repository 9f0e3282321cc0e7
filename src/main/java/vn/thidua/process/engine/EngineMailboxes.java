package vn.thidua.process.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.organisation.Mailboxes;

/** Reads all memberships at once; the engine's own queries answer only group by group. */
@Component
class EngineMailboxes implements Mailboxes {

    private final JdbcClient sql;

    EngineMailboxes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Set<String>> byGroup() {
        var addresses = new HashMap<String, Set<String>>();
        sql.sql("""
                select m.group_id_, u.email_ from act_id_membership m join act_id_user u on u.id_ = m.user_id_
                where u.email_ <> '' order by u.email_""").query(row -> {
            addresses
                    .computeIfAbsent(row.getString(1), group -> new LinkedHashSet<>())
                    .add(row.getString(2));
        });
        return addresses;
    }
}
