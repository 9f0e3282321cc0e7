package vn.thidua.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;

/**
 * The law by the day a dossier is received. Where none in the system is in force, the standing agency may lay one over the period by a
 * recorded ruling; nothing is applied silently.
 */
@Component
public class RulePacks {

    /**
     * A recorded ruling: which pack applies to dossiers received from one day to another, both inclusive.
     *
     * @param document number of the document the ruling rests on
     */
    public record Ruling(
            long id,
            String campaign,
            LocalDate from,
            LocalDate to,
            String pack,
            String document,
            LocalDate documentDate,
            String reason,
            String decidedBy,
            Instant decidedAt) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private record Listed(
            String code,
            String name,
            String from,
            @Nullable String to,
            String source,
            @Nullable List<String> bases,
            boolean textKnown,
            @Nullable String note,
            @Nullable Map<Limit, Integer> limits,
            @Nullable List<LegalArticle> principles) {

        RulePack pack() {
            var days = new EnumMap<Limit, Integer>(Limit.class);
            if (limits != null) days.putAll(limits);
            return new RulePack(
                    code,
                    name,
                    LawFiles.day(from),
                    to == null ? null : LawFiles.day(to),
                    source,
                    bases == null ? List.of(name) : List.copyOf(bases),
                    textKnown,
                    Map.copyOf(days),
                    CampaignPlan.orEmpty(principles),
                    note);
        }
    }

    private record File(List<Listed> packs) {}

    private final List<RulePack> packs;
    private final Campaigns campaigns;
    private final JdbcClient sql;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    RulePacks(LawFiles law, Campaigns campaigns, JdbcClient sql, MovableClock clock, ApplicationEventPublisher events) {
        this.packs = law.read("rule-packs.yaml", File.class).packs().stream()
                .map(Listed::pack)
                .toList();
        this.campaigns = campaigns;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** In the order they came into force. */
    public List<RulePack> all() {
        return packs;
    }

    /** @throws Refusal NOT_FOUND when there is no such pack */
    public RulePack get(String code) {
        return packs.stream()
                .filter(pack -> pack.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Không có bộ quy định \"%s\".".formatted(code)));
    }

    /** The working days of the strictest of the packs; empty where none of them sets any. */
    public Optional<Integer> fewestDays(Limit limit, Collection<String> codes) {
        return codes.stream()
                .distinct()
                .map(code -> get(code).days(limit))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The pack for a dossier of the campaign received that day: the law's own, else the one ruled to apply. */
    public Optional<RulePack> inForce(String campaign, LocalDate receivedOn) {
        return byLaw(receivedOn)
                .or(() -> rulings(campaign).stream()
                        .filter(ruling -> ruling.covers(receivedOn))
                        .findFirst()
                        .map(ruling -> get(ruling.pack())));
    }

    Optional<RulePack> byLaw(LocalDate day) {
        return packs.stream().filter(pack -> pack.isInForceOn(day)).findFirst();
    }

    /** Why no pack applies to a dossier received that day, and what to do about it. */
    public String whyNone(LocalDate day) {
        var last = packs.get(packs.size() - 1);
        var reason = last.to() != null && day.isAfter(last.to())
                ? "%s hết hiệu lực sau ngày %s".formatted(last.source(), VietnamTime.date(last.to()))
                : "hệ thống không có quy định nào có hiệu lực";
        return "Không có bộ quy định cho hồ sơ tiếp nhận ngày %s: %s. Cơ quan thường trực phải ra quyết định áp dụng (ghi số, ngày văn bản) trước khi tiếp nhận."
                .formatted(VietnamTime.date(day), reason);
    }

    /** The rulings of a campaign, by the days they are for. */
    public List<Ruling> rulings(String campaign) {
        return sql.sql("select * from rule_pack_ruling where campaign = ? order by from_day")
                .param(campaign)
                .query(RulePacks::ruling)
                .list();
    }

    /**
     * Lays a pack over a period in which none is in force.
     *
     * @param from first day of receipt it is for, Asia/Ho_Chi_Minh
     * @param to last day, inclusive
     * @throws Refusal FORBIDDEN for all but the standing agency; NOT_FOUND when there is no such pack; INVALID when a field is missing or
     *     the days are in the wrong order; CONFLICT when the law or another ruling already covers one of the days
     */
    @Transactional
    public Ruling rule(
            String campaign,
            LocalDate from,
            LocalDate to,
            String packCode,
            String document,
            LocalDate documentDate,
            String reason) {
        Actor.current()
                .mustBeIn(
                        campaigns.get(campaign).standingAgencyGroup(),
                        "Chỉ cơ quan thường trực của phong trào được quyết định áp dụng bộ quy định.");
        var pack = get(packCode);
        if (to.isBefore(from)) {
            throw Refusal.invalid("ruling-days", "to", "Ngày kết thúc phải không sớm hơn ngày bắt đầu. Hãy sửa ngày.");
        }
        if (document.isBlank()) {
            throw Refusal.invalid(
                    "ruling-document", "document", "Số văn bản không được để trống. Hãy ghi số, ký hiệu văn bản.");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("ruling-reason", "reason", "Lý do không được để trống. Hãy ghi lý do áp dụng.");
        }
        mustBeFree(campaign, from, to);
        var id = sql.sql("""
                insert into rule_pack_ruling(campaign, from_day, to_day, pack, document_number, document_date, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        campaign,
                        from,
                        to,
                        pack.code(),
                        document.strip(),
                        documentDate,
                        reason.strip(),
                        Actor.current().userId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        var ruling = rulings(campaign).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
        events.publishEvent(Act.of("rule-pack.ruled", campaign, null, campaign, null, ruling));
        return ruling;
    }

    private void mustBeFree(String campaign, LocalDate from, LocalDate to) {
        packs.stream()
                .filter(pack -> !pack.from().isAfter(to)
                        && (pack.to() == null || !pack.to().isBefore(from)))
                .findFirst()
                .ifPresent(pack -> {
                    throw Refusal.conflict(
                            "rule-pack-in-force",
                            "Trong thời gian này đã có %s (%s) có hiệu lực. Hãy chọn thời gian chưa có quy định."
                                    .formatted(pack.name(), pack.periodInWords()));
                });
        rulings(campaign).stream()
                .filter(ruling -> !ruling.from().isAfter(to) && !ruling.to().isBefore(from))
                .findFirst()
                .ifPresent(ruling -> {
                    throw Refusal.conflict(
                            "rule-pack-ruled",
                            "Văn bản %s đã quyết định cho thời gian từ %s đến hết %s. Hãy chọn thời gian khác."
                                    .formatted(
                                            ruling.document(),
                                            VietnamTime.date(ruling.from()),
                                            VietnamTime.date(ruling.to())));
                });
    }

    private static Ruling ruling(ResultSet row, int i) throws SQLException {
        return new Ruling(
                row.getLong("id"),
                row.getString("campaign"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("pack"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant());
    }
}
