package vn.thidua.nomination;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.database.ReferenceVersion;
import vn.thidua.nomination.Desk.Pending;

/** Reads a dossier with everything its next step needs. */
@Component
class Desks {

    private static final String SELECT = """
            select d.*, %s as components,
                case when d.state = 'DRAFT' or d.state = 'SUPPLEMENT' and d.unit_group = any(:groups) then f.content
                    else coalesce(v.content, f.content) end as standing_content,
                d.state = 'DRAFT' or d.state = 'SUPPLEMENT' and d.unit_group = any(:groups) or v.content is null as drafted,
                row_to_json(r) as the_round,
                (select unit_group from unit u where u.campaign = d.campaign and u.code = d.unit) as plan_group,
                (select max(until) from late_permission p where p.round = d.round and p.unit = d.unit and p.state = 'GRANTED') as late_until,
                exists (select from quota_allocation q where q.round = d.round and q.form = d.form and q.kind = d.kind) as allocated,
                (select number from quota_allocation q
                    where q.round = d.round and q.form = d.form and q.kind = d.kind and q.unit = d.unit) as allocation,
                (select count(*) from dossier o where o.round = d.round and o.unit = d.unit and o.form = d.form and o.kind = d.kind
                    and o.number <> d.number and o.state not in ('DRAFT', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'NOT_AWARDED')) as beside,
                (select jsonb_agg(jsonb_build_object('rule', o.rule, 'reason', o.reason, 'by', o.signed_by, 'at', o.signed_at) order by o.rule)
                    from eligibility_override o where o.dossier = d.number and o.version = d.version) as overrides,
                (select jsonb_agg(jsonb_build_object('id', h.id, 'dossier', h.dossier, 'kind', h.kind, 'reason', h.reason,
                        'document', h.document, 'heldBy', h.held_by, 'heldAt', h.held_at) order by h.id)
                    from eligibility_hold h where h.dossier = d.number and h.ended_at is null) as holds,
                (select jsonb_agg(distinct jsonb_build_object('dossier', o.number, 'form', o.form, 'title', mine.title))
                    from achievement mine join achievement theirs on theirs.key = mine.key and theirs.dossier <> mine.dossier
                    join dossier o on o.number = theirs.dossier and o.version = theirs.version
                    join nominee n on n.id = o.nominee join nominee m on m.id = d.nominee
                    where mine.dossier = d.number and mine.version = d.version
                        and coalesce(n.merged_into, n.id) = coalesce(m.merged_into, m.id)
                        and o.number is distinct from d.superior_of and o.superior_of is distinct from d.number
                        and o.state not in ('DRAFT', 'AWARDED', 'NOT_AWARDED', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'REVOKED')) as pending,
                coalesce((select stage from dossier_act a where a.dossier = d.number and a.actor = :actor),
                    (select min(stage) from joint_act j where j.actor = :actor and d.number = any(j.dossiers))) as own_stage, %s
            from dossier d join award_round r on r.key = d.round
            left join dossier_draft f on f.dossier = d.number
            left join dossier_version v on v.dossier = d.number and v.version = d.version
            where d.number = :number
            """.formatted(Dossiers.COMPONENTS, ReferenceVersion.COLUMN);

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final RoundTable rounds;
    private final Json json;
    private final ReferenceVersion reference;

    Desks(JdbcClient sql, Dossiers dossiers, RoundTable rounds, Json json, ReferenceVersion reference) {
        this.reference = reference;
        this.sql = sql;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.json = json;
    }

    Desk read(String number) {
        return desk(number, SELECT);
    }

    /** Locks the dossier until the transaction ends, so that two people cannot act on it at once. */
    Desk locked(String number) {
        return desk(number, SELECT + "for update of d");
    }

    private Desk desk(String number, String select) {
        return sql.sql(select)
                .param("groups", Actor.current().groups().toArray(String[]::new))
                .param("actor", Actor.current().userId())
                .param("number", number)
                .query(this::desk)
                .optional()
                .orElseThrow(() -> Dossiers.unknown(number));
    }

    private Desk desk(ResultSet row, int i) throws SQLException {
        var content = json.read(row.getString("standing_content"), DossierContent.class);
        var stage = row.getString("own_stage");
        reference.seen(row);
        return new Desk(
                Dossiers.dossier(row, i),
                rounds.fromJson(row.getString("the_round")),
                row.getBoolean("drafted") ? content.with(dossiers.components(row)) : content,
                row.getString("plan_group"),
                row.getObject("late_until", LocalDate.class),
                row.getBoolean("allocated"),
                row.getObject("allocation", Integer.class),
                row.getInt("beside"),
                list(row, "overrides", new TypeReference<List<RuleOverride>>() {}),
                list(row, "holds", new TypeReference<List<Hold>>() {}),
                list(row, "pending", new TypeReference<List<Pending>>() {}),
                stage == null ? null : Stage.valueOf(stage),
                Row.instant(row, "resting_limit_at"),
                row.getString("resting_limit_basis"),
                Row.instant(row, "resting_since"));
    }

    private <T> List<T> list(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(text -> json.read(text, type))
                .orElse(List.of());
    }
}
