package vn.thidua.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.document.WordTemplates;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.submission.Versions.Draft;
import vn.thidua.submission.Versions.Version;

/** Báo cáo tổng hợp: who submitted, when, late or missing, with the units' figures added up; as data, Word and Excel. */
@Component
public class ConsolidatedReports {

    /** One unit's line, one for each addressee it owes. */
    public record Line(
            String unit, String addressee, @Nullable Instant submittedAt, String status, String note) {}

    /** One figure over all units that gave it. */
    public record Total(String id, String name, String measure, long total) {}

    /**
     * The report as its units' submissions stand at the moment.
     *
     * @param conflict a warning where the superior plan closes earlier than this one
     */
    public record Consolidation(
            Campaign campaign,
            Obligation obligation,
            List<Line> lines,
            List<Total> totals,
            int owed,
            int submitted,
            int late,
            int missing,
            @Nullable String conflict) {

        /** One sentence to begin the report with. */
        public String opening() {
            return "Kỳ %s có %d đơn vị phải báo cáo: %d đơn vị đã gửi%s, %d đơn vị chưa gửi."
                    .formatted(
                            obligation.period().inWords(),
                            owed,
                            submitted,
                            late == 0 ? "" : " (trong đó %d đơn vị gửi muộn)".formatted(late),
                            missing);
        }
    }

    private final Campaigns campaigns;
    private final Obligations obligations;
    private final Versions versions;
    private final WordTemplates word;
    private final MovableClock clock;

    ConsolidatedReports(
            Campaigns campaigns, Obligations obligations, Versions versions, WordTemplates word, MovableClock clock) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.versions = versions;
        this.word = word;
        this.clock = clock;
    }

    /** Puts a first draft before the agency, made of what the units sent; a draft that is already there stays. */
    @Transactional
    public void beginDraft(String key) {
        var obligation = obligations.get(key);
        if (versions.draft(obligation.id()).savedAt() != null) return;
        var consolidation = of(obligation);
        var content = new SubmissionContent(
                null,
                null,
                null,
                consolidation.opening(),
                joined(consolidation, SubmissionContent::difficulties),
                joined(consolidation, SubmissionContent::proposals),
                Map.of(),
                false);
        versions.save(
                obligation.id(), new Draft(content, List.of(), Actor.current().userId(), clock.instant()));
    }

    /** @throws Refusal NOT_FOUND when the obligation is no consolidated report */
    public Consolidation of(Obligation obligation) {
        if (obligation.type() != Duty.Type.CONSOLIDATED_REPORT) {
            throw Refusal.notFound("Nghĩa vụ %s không phải báo cáo tổng hợp.".formatted(obligation.key()));
        }
        var campaign = campaigns.get(obligation.campaign());
        var duty = campaign.plan().duty(obligation.duty()).orElseThrow();
        var sources = sources(campaign, obligation);
        var now = clock.instant();
        var lines = new ArrayList<Line>();
        for (var source : sources) {
            for (var part : source.parts()) {
                lines.add(new Line(
                        source.ownerName(),
                        campaign.plan().agencyName(part.addressee()),
                        part.submittedAt(),
                        part.statusAt(now),
                        note(source)));
            }
        }
        var submitted = sources.stream().filter(ConsolidatedReports::isIn).count();
        var late = sources.stream()
                .filter(source -> isIn(source) && source.parts().stream().anyMatch(part -> part.isLateAt(now)))
                .count();
        return new Consolidation(
                campaign,
                obligation,
                lines,
                totals(standing(obligation).values()),
                sources.size(),
                (int) submitted,
                (int) late,
                (int) (sources.size() - submitted),
                duty.superiorConflict(obligation.period()).orElse(null));
    }

    /** The report as Word, from the office's template. */
    public byte[] word(Obligation obligation) {
        var consolidation = of(obligation);
        var plan = consolidation.campaign().plan();
        var draft = content(obligation);
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : consolidation.lines()) {
            rows.add(Map.of(
                    "index", String.valueOf(rows.size() + 1),
                    "unit", line.unit(),
                    "submitted", VietnamTime.dateTime(line.submittedAt()),
                    "status", line.status(),
                    "note", line.note()));
        }
        var model = new LinkedHashMap<String, Object>();
        model.put("superiorBody", plan.authority().name());
        model.put("issuingBody", obligation.ownerName());
        model.put("number", draft.documentNumber() == null ? "       /BC" : draft.documentNumber());
        model.put("place", plan.authority().province());
        model.put("date", dateInWords(draft.documentDate()));
        model.put("title", "Kết quả thực hiện " + plan.name());
        model.put("period", "Kỳ báo cáo: " + obligation.period().inWords());
        model.put(
                "basis",
                "Thực hiện " + plan.document().inWords() + " của "
                        + plan.authority().name());
        model.put("opening", consolidation.opening());
        model.put("rows", rows);
        model.put(
                "figures",
                consolidation.totals().stream()
                        .map(total -> Map.<String, Object>of(
                                "name",
                                total.name(),
                                "measure",
                                total.measure(),
                                "total",
                                String.valueOf(total.total())))
                        .toList());
        model.put("highlights", text(draft.summary()));
        model.put("difficulties", text(draft.difficulties()));
        model.put("proposals", text(draft.proposals()));
        var addressee = plan.agencyName(obligation.parts().get(0).addressee());
        model.put("recipients", List.of(Map.<String, Object>of("name", addressee)));
        model.put("signerTitle", "THỦ TRƯỞNG CƠ QUAN");
        model.put("signerName", text(draft.signer()));
        return word.render("consolidated-report", model);
    }

    /** The report as Excel: the units, the totals, and each unit's figures. */
    public byte[] excel(Obligation obligation) {
        var consolidation = of(obligation);
        var units = consolidation.lines().stream()
                .<List<@Nullable Object>>map(line -> row(
                        line.unit(),
                        line.addressee(),
                        VietnamTime.dateTime(line.submittedAt()),
                        line.status(),
                        line.note()))
                .toList();
        var totals = consolidation.totals().stream()
                .<List<@Nullable Object>>map(total -> row(total.name(), total.measure(), total.total()))
                .toList();
        var heads = new ArrayList<>(List.of("Đơn vị"));
        ReportFigures.ALL.forEach(figure -> heads.add(figure.name()));
        var standing = standing(obligation);
        var figures = sources(consolidation.campaign(), obligation).stream()
                .map(source -> figures(source, standing.get(source.id())))
                .toList();
        return Workbooks.write(List.of(
                new Sheet(
                        "Tình hình gửi báo cáo",
                        List.of("Đơn vị", "Nơi nhận", "Thời điểm nộp", "Tình trạng", "Ghi chú"),
                        units),
                new Sheet("Số liệu tổng hợp", List.of("Chỉ tiêu", "Đơn vị tính", "Tổng"), totals),
                new Sheet("Số liệu từng đơn vị", heads, figures)));
    }

    private static List<@Nullable Object> figures(Obligation source, @Nullable Version version) {
        var cells = row(source.ownerName());
        ReportFigures.ALL.forEach(figure ->
                cells.add(version == null ? null : version.content().figures().get(figure.id())));
        return cells;
    }

    private List<Obligation> sources(Campaign campaign, Obligation obligation) {
        var duty = consolidatedDuty(campaign, obligation);
        return obligations.of(campaign.code(), duty, obligation.period()).stream()
                .filter(source -> source.parts().stream().anyMatch(part -> part.state() != Part.State.ENDED))
                .toList();
    }

    private static boolean isIn(Obligation source) {
        return source.parts().stream()
                .allMatch(part -> part.isHandedIn() || (part.state() == Part.State.HISTORY && part.version() > 0));
    }

    private static String note(Obligation source) {
        return source.isPartlySubmitted() ? "Mới nộp một phần" : "";
    }

    private static List<Total> totals(Collection<Version> standing) {
        var sums = new LinkedHashMap<String, Long>();
        for (var version : standing)
            version.content().figures().forEach((id, value) -> sums.merge(id, value, Long::sum));
        return ReportFigures.ALL.stream()
                .map(figure ->
                        new Total(figure.id(), figure.name(), figure.measure(), sums.getOrDefault(figure.id(), 0L)))
                .toList();
    }

    /** What the units' latest standing versions say, by obligation; each counts once, however many addressees it went to. */
    private Map<Long, Version> standing(Obligation obligation) {
        return versions.standing(obligation, consolidatedDuty(campaigns.get(obligation.campaign()), obligation));
    }

    private static String consolidatedDuty(Campaign campaign, Obligation obligation) {
        return String.valueOf(
                campaign.plan().duty(obligation.duty()).orElseThrow().consolidates());
    }

    private @Nullable String joined(Consolidation consolidation, Function<SubmissionContent, @Nullable String> field) {
        var standing = standing(consolidation.obligation());
        var texts = new ArrayList<String>();
        for (var source : sources(consolidation.campaign(), consolidation.obligation())) {
            var version = standing.get(source.id());
            var text = version == null ? null : field.apply(version.content());
            if (text != null && !text.isBlank()) texts.add("- %s: %s".formatted(source.ownerName(), text.strip()));
        }
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    private SubmissionContent content(Obligation obligation) {
        var part = obligation.parts().get(0);
        return part.isHandedIn()
                ? versions.current(obligation, part).orElseThrow().content()
                : versions.draft(obligation.id()).content();
    }

    private static String dateInWords(@Nullable String date) {
        return VietnamTime.parse(date)
                .map(day -> "ngày %02d tháng %02d năm %d"
                        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()))
                .orElse("ngày      tháng      năm");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
