package vn.thidua.document;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;

/** The files handed in. The same content is kept once, however often and under whatever names it comes. */
@Component
public class Attachments {

    private static final String SELECT =
            "select id, subject, name, media_type, size, sha256, uploaded_by, uploaded_at from attachment join stored_file using (sha256)";

    private final JdbcClient sql;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final FileInspection inspection;
    private final FileSettings settings;

    Attachments(JdbcClient sql, MovableClock clock, ApplicationEventPublisher events, FileSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
        this.settings = settings;
        this.inspection = new FileInspection(settings.maxUnpackedSize().toBytes());
    }

    /** A file on its way in. @param name as the sender calls it; cleaned before it is kept */
    public record Incoming(String name, InputStream content) {}

    /** As {@link #store(String, List)} for one. */
    @Transactional
    public Attachment store(String subject, String fileName, InputStream content) {
        return store(subject, List.of(new Incoming(fileName, content))).get(0);
    }

    /**
     * Takes files in for the current actor, all or none. PDF, Word (.docx), Excel (.xlsx), JPEG and PNG are accepted, told by content.
     *
     * @param subject business key of what they belong to
     * @return in their order
     * @throws Refusal INVALID or TOO_LARGE, in a sentence that says what is wrong with the file and what to do
     */
    @Transactional
    public List<Attachment> store(String subject, List<Incoming> files) {
        var stored = files.stream().map(file -> keep(subject, file)).toList();
        var told = stored.stream()
                .map(each -> Map.of("id", each.id(), "name", each.name(), "size", each.size(), "sha256", each.sha256()))
                .toList();
        if (!stored.isEmpty()) events.publishEvent(Act.of("attachment.stored", null, null, subject, null, told));
        return stored;
    }

    private Attachment keep(String subject, Incoming file) {
        var called = FileName.clean(file.name());
        var bytes = read(called, file.content());
        var kind = inspection.kindOf(called, bytes);
        var attachment = new Attachment(
                UUID.randomUUID(),
                subject,
                FileName.of(called, kind),
                kind.mediaType(),
                bytes.length,
                sha256(bytes),
                Actor.current().userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        sql.sql("""
                with kept as (insert into stored_file(sha256, media_type, size, content) values (?, ?, ?, ?) on conflict do nothing)
                insert into attachment(id, subject, sha256, name, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?)""")
                .params(
                        attachment.sha256(),
                        attachment.mediaType(),
                        attachment.size(),
                        bytes,
                        attachment.id(),
                        subject,
                        attachment.sha256(),
                        attachment.name(),
                        attachment.uploadedBy(),
                        attachment.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
        return attachment;
    }

    /** @throws Refusal NOT_FOUND */
    public Attachment describe(UUID id) {
        return describe(List.of(id)).get(0);
    }

    /**
     * In the order asked for.
     *
     * @throws Refusal NOT_FOUND when any of them is unknown
     */
    public List<Attachment> describe(Collection<UUID> ids) {
        var found = found(ids);
        return ids.stream()
                .map(id -> {
                    var attachment = found.get(id);
                    if (attachment == null) throw unknown();
                    return attachment;
                })
                .toList();
    }

    /** @throws Refusal NOT_FOUND */
    public byte[] content(UUID id) {
        return sql.sql("select content from stored_file where sha256 = (select sha256 from attachment where id = ?)")
                .param(id)
                .query((row, i) -> row.getBytes("content"))
                .optional()
                .orElseThrow(Attachments::unknown);
    }

    /** All files of the subject, oldest first. */
    public List<Attachment> of(String subject) {
        return sql.sql(SELECT + " where subject = ? order by uploaded_at, id")
                .param(subject)
                .query(Attachments::attachment)
                .list();
    }

    private Map<UUID, Attachment> found(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.sql(SELECT + " where id in (:ids)").param("ids", ids).query(Attachments::attachment).list().stream()
                .collect(toMap(Attachment::id, Function.identity()));
    }

    private byte[] read(String called, InputStream content) {
        try {
            var limit = Math.toIntExact(settings.maxSize().toBytes());
            var bytes = content.readNBytes(limit + 1);
            if (bytes.length > limit) throw tooLarge(called, settings);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Refusal tooLarge(String called, FileSettings settings) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "file-too-large",
                FileInspection.FIELD,
                "Tệp \"%s\" lớn hơn mức cho phép %s. Hãy nén ảnh trong tệp, quét ở độ phân giải thấp hơn hoặc tách thành nhiều tệp."
                        .formatted(called, inWords(settings.maxSize().toBytes())));
    }

    private static String inWords(long bytes) {
        return bytes >= 1 << 20 ? "%d MB".formatted(bytes >> 20) : "%d KB".formatted(bytes >> 10);
    }

    private static Attachment attachment(ResultSet row, int ignored) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không tìm thấy tệp đính kèm. Hãy tải tệp lên lại.");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
