package vn.thidua.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.CertificateModels.Sheet;
import vn.thidua.document.Overprint;
import vn.thidua.document.WordSeries;
import vn.thidua.document.WordTemplates;

/**
 * Prints Bằng khen and Giấy khen: one at once, all of a decision behind the scenes with a progress to look at. What was printed is kept
 * for an hour, for the one who asked for it; it can be printed again at any time.
 */
@Component
public class CertificatePrints implements DisposableBean {

    public enum Kind {
        PDF("pdf", "application/pdf"),
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        /** the texts alone, for pre-printed blanks */
        OVERPRINT("pdf", "application/pdf");

        private final String extension;
        private final String mediaType;

        Kind(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public enum State {
        RUNNING("Đang in"),
        DONE("Đã in xong"),
        FAILED("Chưa in được");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * How far a printing has got.
     *
     * @param done certificates made so far
     * @param problem why it failed, in Vietnamese
     */
    public record Progress(
            UUID id,
            long decision,
            Kind kind,
            State state,
            int done,
            int total,
            @Nullable String problem) {}

    /** What was printed. @param name to save it under */
    public record Printed(String name, String mediaType, byte[] content) {}

    private record Job(
            Progress progress,
            String startedBy,
            Instant startedAt,
            String name,
            @Nullable Path file) {

        Job with(Progress changed) {
            return new Job(changed, startedBy, startedAt, name, file);
        }

        Job with(int done) {
            return with(new Progress(
                    progress.id(), progress.decision(), progress.kind(), State.RUNNING, done, progress.total(), null));
        }

        Job ended(State state, @Nullable String problem, @Nullable Path printed) {
            return new Job(
                    new Progress(
                            progress.id(),
                            progress.decision(),
                            progress.kind(),
                            state,
                            state == State.DONE ? progress.total() : progress.done(),
                            progress.total(),
                            problem),
                    startedBy,
                    startedAt,
                    name,
                    printed);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CertificatePrints.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final Decisions decisions;
    private final CertificateModels models;
    private final OverprintLayouts layouts;
    private final Campaigns campaigns;
    private final WordTemplates word;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "certificate-print");
        thread.setDaemon(true);
        return thread;
    });

    CertificatePrints(
            Decisions decisions,
            CertificateModels models,
            OverprintLayouts layouts,
            Campaigns campaigns,
            WordTemplates word,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.models = models;
        this.layouts = layouts;
        this.campaigns = campaigns;
        this.word = word;
        this.clock = clock;
        this.events = events;
    }

    /** May the actor print the decision's certificates? Its drafter, clerk and standing agency, and administrators may. */
    public boolean mayPrint(AwardDecision decision) {
        var actor = Actor.current();
        return actor.isAdministrator()
                || Stream.concat(
                                decisions.clerkGroups(decision).stream(),
                                Stream.of(
                                        decision.draftingGroup(),
                                        campaigns.get(decision.campaign()).standingAgencyGroup()))
                        .anyMatch(actor::isIn);
    }

    /**
     * Begins to print all certificates of the decision.
     *
     * @throws Refusal FORBIDDEN for who may not print; CONFLICT before the decision is issued, or when it has none that are printed here
     */
    public Progress start(long id, Kind kind) {
        forgetOld();
        var decision = printable(id);
        var sheets = sheets(decision);
        var progress = new Progress(UUID.randomUUID(), id, kind, State.RUNNING, 0, sheets.size(), null);
        var actor = Actor.current();
        jobs.put(progress.id(), new Job(progress, actor.userId(), clock.instant(), name(decision, sheets, kind), null));
        record(decision, kind, sheets.size());
        worker.execute(() -> print(progress.id(), decision, sheets, kind));
        return progress;
    }

    /** @throws Refusal NOT_FOUND for others than the one who started it, and when it is over an hour old */
    public Progress progress(UUID id) {
        return mine(id).progress();
    }

    /** @throws Refusal NOT_FOUND as {@link #progress}; CONFLICT while it isn't done */
    public Printed take(UUID id) {
        var job = mine(id);
        if (job.file() == null) throw Refusal.conflict("not-printed", "Bản in chưa xong. Hãy đợi rồi tải lại.");
        try {
            return new Printed(job.name(), job.progress().kind().mediaType(), Files.readAllBytes(job.file()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * One certificate at once.
     *
     * @param register key of its register entry
     * @throws Refusal as {@link #start}; NOT_FOUND when the decision has no such entry with a valid certificate
     */
    public Printed one(long id, String register, Kind kind) {
        var decision = printable(id);
        var sheet = sheets(decision).stream()
                .filter(each -> each.entry().key().equals(register))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "Quyết định này không có bằng còn hiệu lực ứng với số sổ \"%s\".".formatted(register)));
        record(decision, kind, 1);
        return new Printed(
                name(decision, List.of(sheet), kind),
                kind.mediaType(),
                switch (kind) {
                    case WORD -> series(List.of(sheet)).word(List.of(sheet.differing()), done -> {});
                    case PDF -> series(List.of(sheet)).pdf(List.of(sheet.differing()), done -> {});
                    case OVERPRINT -> overprint(decision, List.of(sheet));
                });
    }

    private AwardDecision printable(long id) {
        var decision = decisions.get(id);
        if (!mayPrint(decision)) {
            throw Refusal.forbidden(
                    "Chỉ cơ quan soạn thảo, văn thư và cơ quan thường trực được in bằng của quyết định này.");
        }
        return decision;
    }

    private List<Sheet> sheets(AwardDecision decision) {
        if (decision.issuedAt() == null) {
            throw Refusal.conflict("not-issued", "Quyết định chưa ban hành nên chưa có bằng để in.");
        }
        var sheets = models.of(decision);
        if (sheets.isEmpty()) {
            throw Refusal.conflict(
                    "no-certificates", "Quyết định này không có Bằng khen hoặc Giấy khen nào được in từ hệ thống.");
        }
        return sheets;
    }

    private void print(UUID id, AwardDecision decision, List<Sheet> sheets, Kind kind) {
        try {
            var content = switch (kind) {
                case PDF -> series(sheets).pdf(differing(sheets), progressOf(id));
                case WORD -> series(sheets).word(differing(sheets), progressOf(id));
                case OVERPRINT -> overprint(decision, sheets);
            };
            var file = Files.createTempFile("thidua-bang-", "." + kind.extension());
            file.toFile().deleteOnExit();
            Files.write(file, content);
            jobs.computeIfPresent(id, (same, job) -> job.ended(State.DONE, null, file));
        } catch (Refusal refusal) {
            jobs.computeIfPresent(id, (same, job) -> job.ended(State.FAILED, refusal.sentence(), null));
        } catch (IOException | RuntimeException failed) {
            LOG.error("Printing the certificates of {} failed", decision.key(), failed);
            jobs.computeIfPresent(
                    id,
                    (same, job) -> job.ended(
                            State.FAILED, "In không thành công. Hãy in lại; nếu vẫn lỗi, báo quản trị viên.", null));
        }
    }

    private IntConsumer progressOf(UUID id) {
        return done -> jobs.computeIfPresent(id, (same, job) -> job.with(done));
    }

    /** The certificates of one decision are of one form: an authority gives no two that are printed here. */
    private WordSeries series(List<Sheet> sheets) {
        var first = sheets.get(0);
        return word.series(first.template(), first.common(), Sheet.DIFFERING, Sheet.QR_CODE);
    }

    private static List<Map<String, String>> differing(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::differing).toList();
    }

    private byte[] overprint(AwardDecision decision, List<Sheet> sheets) {
        var form = sheets.get(0).entry().form();
        return Overprint.pdf(
                layouts.of(decision.campaign(), form),
                sheets.stream().map(Sheet::fields).toList());
    }

    private static String name(AwardDecision decision, List<Sheet> sheets, Kind kind) {
        var what = sheets.get(0).entry().form() == AwardForm.GK ? "Giấy khen" : "Bằng khen";
        var number =
                decision.number() == null ? "" : " " + decision.number().text().replace('/', '-');
        return "%s%s%s.%s".formatted(what, number, kind == Kind.OVERPRINT ? " (in lên phôi)" : "", kind.extension());
    }

    private void record(AwardDecision decision, Kind kind, int certificates) {
        events.publishEvent(Act.of(
                "certificates.printed",
                decision.campaign(),
                null,
                decision.key(),
                null,
                Map.of("kind", kind.name(), "certificates", certificates)));
    }

    private Job mine(UUID id) {
        forgetOld();
        var job = jobs.get(id);
        if (job == null || !job.startedBy().equals(Actor.current().userId())) {
            throw Refusal.notFound("Không có bản in này hoặc đã quá một giờ. Hãy in lại.");
        }
        return job;
    }

    private void forgetOld() {
        var before = clock.instant().minus(KEPT);
        jobs.values().removeIf(job -> {
            if (!job.startedAt().isBefore(before) || job.progress().state() == State.RUNNING) return false;
            delete(job);
            return true;
        });
    }

    private static void delete(Job job) {
        if (job.file() == null) return;
        try {
            Files.deleteIfExists(job.file());
        } catch (IOException stays) {
            LOG.warn("Could not delete {}", job.file(), stays);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        jobs.values().forEach(CertificatePrints::delete);
    }
}
