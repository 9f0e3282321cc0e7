package vn.thidua.process.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.thidua.organisation.Mailboxes;

/** Reads the memberships of many groups at once; the engine's own queries answer only group by group. */
@Component
class EngineMailboxes implements Mailboxes {

    private static final String MEMBERS = """
            select m.group_id_, u.email_ from act_id_membership m join act_id_user u on u.id_ = m.user_id_
            where u.email_ <> '' %s order by u.email_""";

    private final JdbcClient sql;

    EngineMailboxes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Set<String>> byGroup() {
        return addresses(sql.sql(MEMBERS.formatted("")));
    }

    @Override
    public Map<String, Set<String>> of(Collection<String> groups) {
        return addresses(sql.sql(MEMBERS.formatted("and m.group_id_ = any(?)")).param(groups.toArray(String[]::new)));
    }

    @Override
    public Map<String, String> ofPeople(Collection<String> userIds) {
        var addresses = new HashMap<String, String>();
        sql.sql("select id_, email_ from act_id_user where email_ <> '' and id_ = any(?)")
                .param(userIds.toArray(String[]::new))
                .query(row -> {
                    addresses.put(row.getString(1), row.getString(2));
                });
        return addresses;
    }

    private static Map<String, Set<String>> addresses(StatementSpec members) {
        var addresses = new HashMap<String, Set<String>>();
        members.query(row -> {
            addresses
                    .computeIfAbsent(row.getString(1), group -> new LinkedHashSet<>())
                    .add(row.getString(2));
        });
        return addresses;
    }
}
