package vn.thidua.nomination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.NomineeMatch.Likeness;
import vn.thidua.organisation.Units;

/**
 * Everybody who was ever nominated. Recognised are a person by name and birthday, a collective by name and unit (or the unit that took its
 * place), a household by name, unit and address. Where only the name agrees nobody is taken for anybody: a person has to say.
 */
@Component
public class Nominees {

    /** The ids under which those given, as an array, may stand in dossiers and registers: their own, and of whom they were merged with. */
    public static final String FAMILY = """
            select each.id from nominee asked join nominee each on coalesce(asked.merged_into, asked.id) in (each.id, each.merged_into)
            where asked.id = any(?)""";

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final Units units;
    private final Campaigns campaigns;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Nominees(
            JdbcClient sql,
            JdbcTemplate batch,
            Units units,
            Campaigns campaigns,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.batch = batch;
        this.units = units;
        this.campaigns = campaigns;
        this.clock = clock;
        this.events = events;
    }

    /** A nominee with one of the names it is known by. */
    private record Known(Nominee nominee, String key) {}

    /** Everybody known by the entry's name, the most likely first. */
    public List<NomineeMatch> match(String campaign, NomineeEntry entry) {
        return match(campaign, List.of(entry)).get(0);
    }

    /** As {@link #match(String, NomineeEntry)} for many, in their order. */
    public List<List<NomineeMatch>> match(String campaign, List<NomineeEntry> entries) {
        var likeness = new LikenessIn(campaign);
        var known = known(entries);
        return entries.stream().map(entry -> likeness.of(entry, known)).toList();
    }

    /**
     * The nominee the entry means; recorded when nobody is known by its name, or the unit says that it is none of those.
     *
     * @throws Refusal CONFLICT when the name alone doesn't tell; NOT_FOUND for a choice that doesn't exist; INVALID for an unsound entry
     */
    @Transactional
    public UUID resolve(String campaign, NomineeEntry entry) {
        return resolve(campaign, List.of(entry)).get(0);
    }

    /**
     * As {@link #resolve(String, NomineeEntry)} for many, in their order, in a fixed number of statements: two entries that mean the same
     * get the same nominee.
     */
    @Transactional
    public List<UUID> resolve(String campaign, List<NomineeEntry> entries) {
        entries.forEach(entry -> entry.mustBeSound(clock.today()));
        var likeness = new LikenessIn(campaign);
        var known = known(entries);
        var chosen = chosen(entries);
        var fresh = new LinkedHashMap<UUID, Fresh>();
        var resolved = new ArrayList<UUID>();
        for (var entry : entries) {
            if (entry.existing() != null) {
                resolved.add(take(chosen, entry).id());
                continue;
            }
            var matches = likeness.of(entry, known);
            var same = matches.stream()
                    .filter(match -> match.likeness() == Likeness.SAME)
                    .toList();
            if (!entry.isNew() && same.size() == 1) {
                resolved.add(same.get(0).id());
                continue;
            }
            if (!entry.isNew() && matches.stream().anyMatch(match -> match.likeness() != Likeness.OTHER)) {
                throw ambiguous(entry, matches);
            }
            var nominee = nominee(campaign, entry);
            fresh.put(nominee.id(), new Fresh(nominee, same.isEmpty() ? identity(campaign, entry) : null));
            known.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(nominee);
            resolved.add(nominee.id());
        }
        var recorded = record(List.copyOf(fresh.values()));
        learn(entries, chosen);
        return resolved.stream().map(id -> recorded.getOrDefault(id, id)).toList();
    }

    /** A nominee to be recorded. @param identity null where nothing makes it unmistakable, or another has it already */
    private record Fresh(Nominee nominee, @Nullable String identity) {}

    /**
     * Whom it is merged into stands for it.
     *
     * @throws Refusal NOT_FOUND
     */
    public Nominee get(UUID id) {
        return sql.sql("""
                select kept.* from nominee asked join nominee kept on kept.id = coalesce(asked.merged_into, asked.id)
                where asked.id = ?""").param(id).query(Nominees::nominee).optional().orElseThrow(Nominees::unknown);
    }

    /** All ids under which the same nominee may stand in dossiers and registers. */
    public Set<UUID> family(UUID id) {
        return families(Set.of(id));
    }

    /** As {@link #family(UUID)} for many. */
    public Set<UUID> families(Collection<UUID> ids) {
        if (ids.isEmpty()) return Set.of();
        return sql.sql(FAMILY)
                .param(ids.toArray(UUID[]::new))
                .query((row, i) -> row.getObject("id", UUID.class))
                .set();
    }

    /** Everybody who was ever nominated under a name that holds the text, typed with accents or without, with all ids of each. */
    public Set<UUID> called(String text) {
        var key = NameKey.of(text);
        if (key.isEmpty()) return Set.of();
        return families(Set.copyOf(sql.sql("""
                select distinct nominee from nominee_name
                where name_plain like '%' || :plain || '%' and (:plain = :key or strpos(name_key, :key) > 0)""")
                .param("plain", NameKey.plain(key))
                .param("key", key)
                .query(UUID.class)
                .list()));
    }

    /** Every name the nominee was nominated under, before and after a merge. */
    public List<String> names(UUID id) {
        return sql.sql("select distinct name from nominee_name where nominee in (:ids) order by name")
                .param("ids", family(id))
                .query(String.class)
                .list();
    }

    /**
     * Two turn out to be one. What either was awarded stays under its own name and is found under both.
     *
     * @param duplicate stands for the other from now on
     * @throws Refusal FORBIDDEN for all but administrators and the standing agency of both campaigns, INVALID without a reason, CONFLICT
     *     when they are of two kinds or one already
     */
    @Transactional
    public void merge(UUID duplicate, UUID kept, String reason) {
        var gone = get(duplicate);
        mustKeep(gone);
        var stays = get(kept);
        mustKeep(stays);
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "reason", "Chưa ghi lý do gộp. Hãy ghi căn cứ để biết đây là một.");
        }
        if (gone.id().equals(stays.id())) {
            throw Refusal.conflict("nominee-is-one", "Hai tên này đã là một, không cần gộp nữa.");
        }
        if (gone.kind() != stays.kind()) {
            throw Refusal.conflict(
                    "nominee-kinds-differ",
                    "Không gộp được %s với %s. Hãy chọn hai bản ghi cùng loại."
                            .formatted(gone.kind().label(), stays.kind().label()));
        }
        sql.sql("update nominee set merged_into = :kept where id = :gone or merged_into = :gone")
                .param("kept", stays.id())
                .param("gone", gone.id())
                .update();
        events.publishEvent(Act.of(
                "nominee.merged",
                stays.campaign(),
                stays.unit(),
                stays.id().toString(),
                Map.of("id", gone.id(), "name", gone.name()),
                Map.of("name", stays.name(), "reason", reason.strip())));
    }

    private void mustKeep(Nominee nominee) {
        var actor = Actor.current();
        if (actor.isAdministrator()) return;
        actor.mustBeIn(
                campaigns.get(nominee.campaign()).standingAgencyGroup(),
                "Chỉ quản trị viên và cơ quan thường trực của phong trào được gộp người, tập thể trùng nhau.");
    }

    private Map<String, List<Nominee>> known(List<NomineeEntry> entries) {
        var keys = entries.stream().map(NomineeEntry::key).distinct().toArray(String[]::new);
        return sql
                .sql("""
                select distinct on (each.name_key, kept.id) each.name_key, kept.* from nominee_name each
                join nominee named on named.id = each.nominee
                join nominee kept on kept.id = coalesce(named.merged_into, named.id)
                where each.name_key = any(?) order by each.name_key, kept.id""")
                .param(keys)
                .query((row, i) -> new Known(nominee(row, i), row.getString("name_key")))
                .list()
                .stream()
                .collect(groupingBy(
                        Known::key,
                        HashMap::new,
                        Collectors.mapping(Known::nominee, Collectors.toCollection(ArrayList::new))));
    }

    private Map<UUID, Nominee> chosen(List<NomineeEntry> entries) {
        var ids = entries.stream()
                .filter(entry -> entry.existing() != null)
                .map(NomineeEntry::existing)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) return Map.of();
        var found = new HashMap<UUID, Nominee>();
        sql.sql("""
                select asked.id as asked, kept.* from nominee asked
                join nominee kept on kept.id = coalesce(asked.merged_into, asked.id) where asked.id in (:ids)""").param("ids", ids).query(row -> {
            found.put(row.getObject("asked", UUID.class), nominee(row, 0));
        });
        return found;
    }

    private static Nominee take(Map<UUID, Nominee> chosen, NomineeEntry entry) {
        var nominee = chosen.get(entry.existing());
        if (nominee == null) throw unknown();
        if (nominee.kind() != entry.kind()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "nominee-kind",
                    "nominee",
                    "\"%s\" đã được ghi nhận là %s, không phải %s. Hãy chọn lại, hoặc lập mới."
                            .formatted(
                                    nominee.name(),
                                    nominee.kind().label(),
                                    entry.kind().label()));
        }
        return nominee;
    }

    /** @return what another transaction has recorded meanwhile stands for what was to be recorded */
    private Map<UUID, UUID> record(List<Fresh> fresh) {
        if (fresh.isEmpty()) return Map.of();
        var actor = Actor.current().userId();
        var now = Timestamp.from(clock.instant());
        // always in one order, so that two imports at once wait for each other instead of for ever
        var inOrder = fresh.stream()
                .sorted(Comparator.comparing(each -> String.valueOf(each.identity())))
                .toList();
        var added = sql.sql("""
                with fresh as (select * from unnest(:ids::uuid[], :kinds::text[], :names::text[], :keys::text[], :births::date[], :genders::text[],
                        :positions::text[], :campaigns::text[], :units::text[], :addresses::text[], :identities::text[]) with ordinality
                    f(id, kind, name, name_key, birth_date, gender, position, campaign, unit, address, identity, i)),
                added as (
                    insert into nominee(id, kind, name, birth_date, gender, position, campaign, unit, address, identity, recorded_by, recorded_at)
                    select id, kind, name, birth_date, gender, position, campaign, unit, address, identity, :actor, :now from fresh order by i
                    on conflict (identity) do nothing returning id),
                named as (
                    insert into nominee_name(nominee, name_key, name) select id, name_key, name from fresh join added using (id)
                    on conflict do nothing)
                select id from added""")
                .param("ids", texts(inOrder, each -> each.id().toString()))
                .param("kinds", texts(inOrder, each -> each.kind().name()))
                .param("names", texts(inOrder, Nominee::name))
                .param("keys", texts(inOrder, each -> NameKey.of(each.name())))
                .param("births", texts(inOrder, each -> Objects.toString(each.birthDate(), null)))
                .param("genders", texts(inOrder, Nominee::gender))
                .param("positions", texts(inOrder, Nominee::position))
                .param("campaigns", texts(inOrder, Nominee::campaign))
                .param("units", texts(inOrder, Nominee::unit))
                .param("addresses", texts(inOrder, Nominee::address))
                .param("identities", inOrder.stream().map(Fresh::identity).toArray(String[]::new))
                .param("actor", actor)
                .param("now", now)
                .query(UUID.class)
                .list();
        return added.size() == fresh.size() ? Map.of() : recordedBefore(fresh);
    }

    private static String[] texts(List<Fresh> fresh, Function<Nominee, @Nullable String> field) {
        return fresh.stream().map(each -> field.apply(each.nominee())).toArray(String[]::new);
    }

    private Map<UUID, UUID> recordedBefore(List<Fresh> fresh) {
        var ours = new HashMap<String, UUID>();
        fresh.forEach(each -> {
            if (each.identity() != null)
                ours.put(each.identity(), each.nominee().id());
        });
        var taken = new HashMap<UUID, UUID>();
        sql.sql("select identity, coalesce(merged_into, id) as id, id as recorded from nominee where identity = any(?)")
                .param(ours.keySet().toArray(String[]::new))
                .query(row -> {
                    var mine = ours.get(row.getString("identity"));
                    if (!mine.equals(row.getObject("recorded", UUID.class))) {
                        taken.put(mine, row.getObject("id", UUID.class));
                    }
                });
        return taken;
    }

    /** A name by which somebody chosen was not known so far, and a birthday nobody had entered. */
    private void learn(List<NomineeEntry> entries, Map<UUID, Nominee> chosen) {
        var names = new ArrayList<Map.Entry<UUID, String>>();
        for (var entry : entries) {
            if (entry.existing() == null) continue;
            var nominee = chosen.get(entry.existing());
            names.add(Map.entry(nominee.id(), entry.name().strip()));
            if (nominee.birthDate() == null && entry.born() != null) {
                sql.sql("update nominee set birth_date = ? where id = ?")
                        .params(entry.born(), nominee.id())
                        .update();
            }
        }
        name(names);
    }

    private void name(List<Map.Entry<UUID, String>> names) {
        if (names.isEmpty()) return;
        batch.batchUpdate(
                "insert into nominee_name(nominee, name_key, name) values (?, ?, ?) on conflict do nothing",
                names,
                BATCH,
                (row, each) -> {
                    row.setObject(1, each.getKey());
                    row.setString(2, NameKey.of(each.getValue()));
                    row.setString(3, each.getValue());
                });
    }

    private static Nominee nominee(String campaign, NomineeEntry entry) {
        return new Nominee(
                UUID.randomUUID(),
                entry.kind(),
                entry.name().strip(),
                entry.born(),
                orNull(entry.gender()),
                orNull(entry.position()),
                campaign,
                orNull(entry.unitCode()),
                orNull(entry.address()));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return NomineeEntry.isGiven(text) ? text.strip() : null;
    }

    private static @Nullable String identity(String campaign, NomineeEntry entry) {
        return switch (entry.kind()) {
            case INDIVIDUAL -> entry.born() == null ? null : String.join("|", "person", entry.key(), entry.born() + "");
            case COLLECTIVE -> String.join("|", "collective", campaign, unit(entry), entry.key());
            case HOUSEHOLD ->
                !NomineeEntry.isGiven(entry.address())
                        ? null
                        : String.join(
                                "|", "household", campaign, unit(entry), entry.key(), NameKey.of(entry.address()));
        };
    }

    private static String unit(NomineeEntry entry) {
        return entry.unitCode() == null ? "" : entry.unitCode();
    }

    private static Refusal ambiguous(NomineeEntry entry, List<NomineeMatch> matches) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "nominee-ambiguous",
                "nominee",
                "Hệ thống đã có \"%s\": %s. Hãy chọn đúng bản ghi đã có, hoặc chọn \"Lập mới\" nếu chỉ trùng tên."
                        .formatted(
                                entry.name().strip(),
                                matches.stream()
                                        .filter(match -> match.likeness() != Likeness.OTHER)
                                        .limit(5)
                                        .map(NomineeMatch::inWords)
                                        .collect(joining("; "))));
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không tìm thấy người, tập thể hoặc hộ đã chọn. Hãy chọn lại, hoặc lập mới.");
    }

    private static Nominee nominee(ResultSet row, int i) throws SQLException {
        return new Nominee(
                row.getObject("id", UUID.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("gender"),
                row.getString("position"),
                row.getString("campaign"),
                row.getString("unit"),
                row.getString("address"));
    }

    /** Tells, for entries made in one campaign, how like they are to those known; reads each campaign's units once. */
    private final class LikenessIn {

        private final String campaign;
        private final Map<String, Lineage> lineages = new HashMap<>();
        private final Map<String, String> provinces = new HashMap<>();

        LikenessIn(String campaign) {
            this.campaign = campaign;
        }

        List<NomineeMatch> of(NomineeEntry entry, Map<String, List<Nominee>> known) {
            var seen = new HashSet<UUID>();
            return NomineeMatch.mostLikelyFirst(known.getOrDefault(entry.key(), List.of()).stream()
                    .filter(nominee -> nominee.kind() == entry.kind() && seen.add(nominee.id()))
                    .map(nominee -> new NomineeMatch(
                            nominee.id(),
                            nominee.kind(),
                            nominee.name(),
                            nominee.birthDate() == null
                                    ? null
                                    : nominee.birthDate().getYear(),
                            nominee.position(),
                            lineage(nominee.campaign()).name(nominee.unit()),
                            likeness(entry, nominee))));
        }

        private Likeness likeness(NomineeEntry entry, Nominee nominee) {
            return switch (entry.kind()) {
                case INDIVIDUAL -> byFact(entry.born(), nominee.birthDate());
                case COLLECTIVE -> byUnit(entry, nominee);
                case HOUSEHOLD -> {
                    var atHome = byFact(key(entry.address()), key(nominee.address()));
                    yield atHome == Likeness.SAME ? byUnit(entry, nominee) : atHome;
                }
            };
        }

        private Likeness byUnit(NomineeEntry entry, Nominee nominee) {
            if (!nominee.campaign().equals(campaign)) {
                return province(campaign).equals(province(nominee.campaign())) ? Likeness.POSSIBLE : Likeness.OTHER;
            }
            if (entry.unitCode() == null && nominee.unit() == null) return Likeness.SAME;
            if (entry.unitCode() == null || nominee.unit() == null) return Likeness.POSSIBLE;
            return lineage(campaign).isOne(entry.unitCode(), nominee.unit()) ? Likeness.SAME : Likeness.OTHER;
        }

        private Likeness byFact(@Nullable Object entered, @Nullable Object known) {
            if (entered == null || known == null) return Likeness.POSSIBLE;
            return entered.equals(known) ? Likeness.SAME : Likeness.OTHER;
        }

        private @Nullable String key(@Nullable String address) {
            return NomineeEntry.isGiven(address) ? NameKey.of(address) : null;
        }

        private Lineage lineage(String code) {
            return lineages.computeIfAbsent(code, each -> new Lineage(units.of(each)));
        }

        private String province(String code) {
            return provinces.computeIfAbsent(
                    code, each -> campaigns.get(each).plan().authority().province());
        }
    }
}
