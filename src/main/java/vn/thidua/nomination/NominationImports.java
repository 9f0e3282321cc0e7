package vn.thidua.nomination;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.BulkFiles;
import vn.thidua.nomination.ImportCheck.Rules;
import vn.thidua.nomination.ImportProgress.State;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Takes over a unit's list of nominees from Excel, with its files from a ZIP: looked at first, then whole or not at all. It becomes
 * drafts, which the unit completes and submits like any other.
 */
@Component
public class NominationImports implements DisposableBean {

    /** So many dossiers are made at a time; the progress counts in these steps. */
    static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(NominationImports.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardProcedures procedures;
    private final Units units;
    private final Nominees nominees;
    private final Nominations nominations;
    private final BulkFiles bulk;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "nomination-import");
        thread.setDaemon(true);
        return thread;
    });

    NominationImports(
            JdbcClient sql,
            AwardRounds rounds,
            Campaigns campaigns,
            AwardProcedures procedures,
            Units units,
            Nominees nominees,
            Nominations nominations,
            BulkFiles bulk,
            MovableClock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.procedures = procedures;
        this.units = units;
        this.nominees = nominees;
        this.nominations = nominations;
        this.bulk = bulk;
        this.clock = clock;
        this.events = events;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The files of an import. @param archive null where none came along */
    public record Files(
            String listName, byte[] list, @Nullable String archiveName, byte @Nullable [] archive) {}

    /** The workbook to fill in, with its guide. FORBIDDEN for all but the unit. */
    public byte[] template(String round, String unit) {
        return ImportTemplate.of(rules(mine(round, unit), unit));
    }

    /**
     * What the files would become; changes nothing.
     *
     * @throws Refusal INVALID when a file as a whole can't be read, FORBIDDEN for all but the unit
     */
    public ImportPreview preview(String round, String unit, Files files) {
        var check = check(mine(round, unit), unit, files);
        return new ImportPreview(
                check.dossiers().stream()
                        .map(read -> new ImportPreview.Row(
                                read.number(),
                                read.code(),
                                read.content(),
                                read.known(),
                                read.files().stream()
                                        .map(file -> file.packed().name())
                                        .toList()))
                        .toList(),
                check.faults());
    }

    /** Keeps the files for {@link #start}, if they have no fault. Refusals as for {@link #preview(String, String, Files)}. */
    public UUID keep(String round, String unit, Files files) {
        var preview = preview(round, unit, files);
        if (!preview.isClean()) throw faulty(preview.faults());
        var id = UUID.randomUUID();
        sql.sql("""
                insert into nomination_import(id, round, unit, file_name, list, archive_name, archive, state, total, started_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, 'LOOKED_AT', ?, ?, ?)""")
                .params(
                        id,
                        round,
                        unit,
                        files.listName(),
                        files.list(),
                        files.archiveName(),
                        files.archive(),
                        preview.rows().size(),
                        Actor.current().userId(),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Begins to take the list over, in the background; {@link #progress} tells how far it has got. */
    public void start(UUID id) {
        begin(id);
        var actor = Actor.current();
        worker.execute(() -> actor.act(() -> run(id)));
    }

    /** Takes the list over and comes back when it is done. @return what {@link #progress} says then */
    public ImportProgress take(UUID id) {
        begin(id);
        run(id);
        return progress(id);
    }

    /** @throws Refusal NOT_FOUND, FORBIDDEN for all but the unit */
    public ImportProgress progress(UUID id) {
        var progress = sql.sql("select * from nomination_import where id = ?")
                .param(id)
                .query(this::asRecorded)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Không còn giữ danh sách này. Hãy tải tệp lên lại."));
        mine(progress.round(), progress.unit());
        return progress;
    }

    /** The unit's imports into the round, newest first. */
    public List<ImportProgress> of(String round, String unit) {
        mine(round, unit);
        return sql.sql("select * from nomination_import where round = ? and unit = ? order by changed_at desc, id")
                .params(round, unit)
                .query(this::asRecorded)
                .list();
    }

    /** The files of an import that isn't done. CONFLICT when they are kept no longer. */
    public Files files(UUID id) {
        progress(id);
        return sql.sql("select * from nomination_import where id = ? and list is not null")
                .param(id)
                .query((row, i) -> new Files(
                        row.getString("file_name"),
                        row.getBytes("list"),
                        row.getString("archive_name"),
                        row.getBytes("archive")))
                .optional()
                .orElseThrow(() -> Refusal.conflict("import-done", "Danh sách này đã nạp xong, không nạp lại được."));
    }

    /** Throws away what was looked at. CONFLICT while it is being taken over. */
    public void discard(UUID id) {
        progress(id);
        var gone = sql.sql("delete from nomination_import where id = ? and state in ('LOOKED_AT', 'FAILED')")
                .param(id)
                .update();
        if (gone == 0) throw busy();
    }

    private void begin(UUID id) {
        progress(id);
        var begun = sql.sql("""
                update nomination_import set state = 'RUNNING', done = 0, problem = null, changed_at = :now
                where id = :id and (state in ('LOOKED_AT', 'FAILED') or state = 'RUNNING' and changed_at < :silent)""")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("silent", Timestamp.from(clock.instant().minus(SILENCE)))
                .update();
        if (begun == 0) throw busy();
    }

    private static Refusal busy() {
        return Refusal.conflict(
                "import-busy", "Danh sách này đang nạp hoặc đã nạp xong. Hãy xem tiến độ trên trang nạp.");
    }

    private boolean run(UUID id) {
        try {
            whole.executeWithoutResult(begun -> takeOver(id));
            return true;
        } catch (Refusal refusal) {
            failed(id, refusal.sentence());
        } catch (RuntimeException broken) {
            LOG.error("import {} failed", id, broken);
            failed(id, "Hệ thống gặp lỗi nên chưa nạp hồ sơ nào. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.");
        }
        return false;
    }

    /** In one transaction, in chunks. */
    private void takeOver(UUID id) {
        var progress = progress(id);
        var round = rounds.get(progress.round());
        var check = check(round, progress.unit(), files(id));
        if (!check.faults().isEmpty()) throw faulty(check.faults());
        var all = check.dossiers();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            make(round.key(), progress.unit(), chunk);
            reached(id, from + chunk.size());
        }
        sql.sql(
                        "update nomination_import set state = 'DONE', done = total, list = null, archive = null, changed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        events.publishEvent(Act.of(
                "nominations.imported",
                round.campaign(),
                progress.unit(),
                round.key(),
                null,
                Map.of("file", progress.fileName(), "dossiers", all.size())));
    }

    private void make(String round, String unit, List<ImportCheck.Read> chunk) {
        var made = nominations.create(
                round, unit, chunk.stream().map(ImportCheck.Read::content).toList());
        for (int i = 0; i < chunk.size(); i++) {
            var uploads = chunk.get(i).files().stream()
                    .map(file -> new Upload(
                            file.component(),
                            file.packed().name(),
                            new ByteArrayInputStream(file.packed().content())))
                    .toList();
            if (!uploads.isEmpty()) nominations.attach(made.get(i).number(), uploads);
        }
    }

    /** Told at once, whatever becomes of the transaction that makes the dossiers. */
    private void reached(UUID id, int done) {
        apart.executeWithoutResult(
                begun -> sql.sql("update nomination_import set done = ?, changed_at = ? where id = ?")
                        .params(done, Timestamp.from(clock.instant()), id)
                        .update());
    }

    private void failed(UUID id, String problem) {
        sql.sql("update nomination_import set state = 'FAILED', done = 0, problem = ?, changed_at = ? where id = ?")
                .params(problem, Timestamp.from(clock.instant()), id)
                .update();
    }

    private record Checked(List<ImportCheck.Read> dossiers, List<ImportPreview.Fault> faults) {}

    private Checked check(AwardRound round, String unit, Files files) {
        var archive = files.archive() == null
                ? List.<BulkFiles.Packed>of()
                : bulk.unpack(String.valueOf(files.archiveName()), files.archive());
        var check = new ImportCheck(rules(round, unit), bulk, clock.today());
        check.read(bulk.table(files.listName(), files.list(), ImportCheck.MOST_ROWS));
        var dossiers = check.dossiers(archive, entries -> nominees.match(round.campaign(), entries));
        return new Checked(dossiers, check.faults());
    }

    private Rules rules(AwardRound round, String unit) {
        var campaign = campaigns.get(round.campaign());
        var forms = round.terms().forms().stream()
                .collect(toMap(
                        form -> form, form -> procedures.of(campaign, form), (one, other) -> one, LinkedHashMap::new));
        var group = units.find(round.campaign(), unit).map(Unit::group).orElse("");
        return new Rules(forms, campaign.plan().criteria(), unit, group);
    }

    /** @throws Refusal FORBIDDEN when the actor isn't of the unit */
    private AwardRound mine(String key, String unit) {
        var round = rounds.get(key);
        Actor.current()
                .mustBeIn(
                        Groups.ofUnit(round.campaign(), unit),
                        "Chỉ đơn vị đề nghị được nạp danh sách của mình. Hãy đăng nhập bằng tài khoản của đơn vị.");
        return round;
    }

    private static Refusal faulty(List<ImportPreview.Fault> faults) {
        return Refusal.invalid(
                "import-faults",
                "file",
                "Danh sách có %d lỗi, chưa nạp hồ sơ nào. %s"
                        .formatted(faults.size(), faults.get(0).sentence()));
    }

    private ImportProgress asRecorded(ResultSet row, int i) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var changedAt = row.getTimestamp("changed_at").toInstant();
        var silent =
                state == State.RUNNING && changedAt.isBefore(clock.instant().minus(SILENCE));
        return new ImportProgress(
                row.getObject("id", UUID.class),
                row.getString("round"),
                row.getString("unit"),
                row.getString("file_name"),
                row.getString("archive_name"),
                silent ? State.FAILED : state,
                silent ? 0 : row.getInt("done"),
                row.getInt("total"),
                silent
                        ? "Việc nạp bị ngắt giữa chừng (hệ thống khởi động lại), chưa nạp hồ sơ nào."
                        : row.getString("problem"),
                row.getString("started_by"),
                changedAt);
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
