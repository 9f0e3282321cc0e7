package vn.thidua.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.organisation.Groups;

/**
 * Sổ đăng ký văn bản đi of the issuers of a campaign, as far as numbers are given here. An office that numbers other decisions outside
 * enters its last number, so that numbering goes on after it.
 */
@Component
public class NumberSeries {

    /** Larger ones are a slip of the hand; a series cannot be taken back. */
    private static final int LARGEST = 99_999;

    /** What is numbered by issuer and year. */
    public enum Kind {
        DECISION(DocumentNumbers.DECISION, "Quyết định"),
        LETTER(DocumentNumbers.LETTER, "Tờ trình");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String label() {
            return label;
        }

        private static Kind of(String code) {
            return code.equals(DECISION.code) ? DECISION : LETTER;
        }
    }

    /**
     * How far a series has come.
     *
     * @param lastDate of the last number, here or outside
     */
    public record Series(
            String issuer,
            Kind kind,
            int year,
            int lastNumber,
            @Nullable LocalDate lastDate) {}

    /**
     * Somebody whose documents the current actor numbers.
     *
     * @param id as in {@link DecisionAuthority#id}
     * @param name as the series is called, e.g. "Chủ tịch UBND tỉnh Sơn La"
     */
    public record Issuer(String id, String name) {}

    private final JdbcClient sql;
    private final DocumentNumbers numbers;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    NumberSeries(
            JdbcClient sql,
            DocumentNumbers numbers,
            Campaigns campaigns,
            AwardRoles roles,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.numbers = numbers;
        this.campaigns = campaigns;
        this.roles = roles;
        this.clock = clock;
        this.events = events;
    }

    /** Whose documents the current actor numbers in the campaign: văn thư and the standing agency its chairman's, a unit its head's own. */
    public List<Issuer> kept(String campaign) {
        var plan = campaigns.get(campaign);
        var actor = Actor.current();
        return authorities(plan, actor).stream()
                .filter(authority -> Issuers.clerks(plan, authority).stream().anyMatch(actor::isIn))
                .map(authority -> new Issuer(authority.id(), Issuers.name(plan, authority)))
                .distinct()
                .toList();
    }

    private List<DecisionAuthority> authorities(Campaign campaign, Actor actor) {
        var authorities = new ArrayList<DecisionAuthority>();
        var isProvince = campaign.plan().authority().level() == CampaignPlan.Level.PROVINCE;
        if (!campaign.plan().awardWork().isEmpty()) {
            authorities.add(roles.authority(campaign, isProvince ? AwardForm.BK_TINH : AwardForm.GK, ""));
        }
        if (isProvince) {
            actor.groups().stream()
                    .filter(group -> group.startsWith(Groups.ofUnit(campaign.code(), "")))
                    .map(group -> roles.authority(
                            campaign, AwardForm.GK, Groups.bodyOf(group).orElseThrow()))
                    .filter(authority -> authority.level() == Level.UNIT_HEAD)
                    .forEach(authorities::add);
        }
        return authorities;
    }

    /**
     * The series of {@link #kept}, by issuer and kind, the latest year first.
     *
     * @throws Refusal FORBIDDEN for who numbers nobody's documents
     */
    public List<Series> see(String campaign) {
        var issuers = mustKeep(campaign).stream().map(Issuer::name).toArray(String[]::new);
        return sql.sql("""
                select * from document_counter where issuer = any(?) and kind = any(?) and year > 0
                order by issuer, kind, year desc""")
                .params(issuers, new String[] {DocumentNumbers.DECISION, DocumentNumbers.LETTER})
                .query((row, i) -> new Series(
                        row.getString("issuer"),
                        Kind.of(row.getString("kind")),
                        row.getInt("year"),
                        row.getInt("last_number"),
                        row.getObject("last_date", LocalDate.class)))
                .list();
    }

    private List<Issuer> mustKeep(String campaign) {
        var kept = kept(campaign);
        if (kept.isEmpty()) {
            throw Refusal.forbidden(
                    "Chỉ văn thư, cơ quan thường trực, hoặc đơn vị với văn bản của thủ trưởng đơn vị, được xem và ghi số văn bản.");
        }
        return kept;
    }

    /**
     * Enters the last number given outside; the next one here follows it. Only upward, never back.
     *
     * @param issuer id of one of {@link #kept}; may be null where there is only one
     * @param date of the document with that number, dd/MM/yyyy; its year is the series'
     * @throws Refusal FORBIDDEN for who doesn't number the issuer's documents; INVALID for a number not above the last, or a date before
     *     the last's, to come, or of another year than this or the last; CONFLICT when a number is being given at this moment
     */
    @Transactional
    public Series enterLast(
            String campaign, @Nullable String issuer, @Nullable Kind kind, @Nullable Integer number, String date) {
        var about = issuer(mustKeep(campaign), issuer);
        if (kind == null) throw Refusal.invalid("kind", "kind", "Hãy chọn loại văn bản: quyết định hoặc tờ trình.");
        if (number == null || number < 1 || number > LARGEST) {
            throw Refusal.invalid("number", "number", "Số cuối phải là số nguyên từ 1 đến %s.".formatted(LARGEST));
        }
        var day = Answered.pastDate(date, "date", "Ngày của số cuối", clock.today());
        if (day.getYear() < clock.today().getYear() - 1) {
            throw Refusal.invalid(
                    "number-year",
                    "date",
                    "Chỉ ghi được số của năm %d hoặc năm %d."
                            .formatted(
                                    clock.today().getYear() - 1, clock.today().getYear()));
        }
        var before = numbers.advance(about.name(), kind.code, day, number);
        record(campaign, about, kind, day, before, number);
        return new Series(about.name(), kind, day.getYear(), number, day);
    }

    private static Issuer issuer(List<Issuer> kept, @Nullable String id) {
        var given = id != null && !id.isBlank();
        if (!given && kept.size() == 1) return kept.get(0);
        return kept.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> given
                        ? Refusal.forbidden("Cơ quan, đơn vị của ông/bà không giữ sổ văn bản này.")
                        : Refusal.invalid("issuer", "issuer", "Hãy chọn người ban hành văn bản."));
    }

    private void record(
            String campaign, Issuer issuer, Kind kind, LocalDate day, Optional<Integer> before, int number) {
        var after = new LinkedHashMap<String, Object>();
        after.put("issuer", issuer.name());
        after.put("kind", kind.label());
        after.put("number", number);
        after.put("date", VietnamTime.date(day));
        events.publishEvent(Act.of(
                "numbers.advanced",
                campaign,
                null,
                "%s/%s/%d".formatted(campaign, kind.code, day.getYear()),
                before.map(last -> Map.of("number", last)).orElse(null),
                after));
    }
}
