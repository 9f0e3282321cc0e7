package vn.thidua.notification;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;

/** What each mailbox is to be told in its next digest. */
@Component
public class Notices {

    private static final JsonMapper JSON =
            JsonMapper.builder().serializationInclusion(Include.NON_NULL).build();

    private static final int BATCH = 500;
    private static final String ADD = """
            insert into notice(recipient, kind, subject, content, noticed_at) values (?, ?, ?, ?::jsonb, ?)
            on conflict (recipient, kind, subject, noticed_at) do update set content = excluded.content""";

    private final JdbcClient sql;
    private final JdbcTemplate batch; // JdbcClient has no batches
    private final MovableClock clock;

    Notices(JdbcClient sql, JdbcTemplate batch, MovableClock clock) {
        this.sql = sql;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * Keeps the line until the next digest, in the transaction that causes it.
     *
     * @param kind stable English code, e.g. {@code submission.returned}
     * @param subject business key of what it is about
     * @throws Refusal INVALID when the recipient is no mail address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String recipient, String kind, String subject, DigestLine line) {
        Mail.mustBeAddress(recipient);
        sql.sql(ADD)
                .params(recipient, kind, subject, json(line), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A line for the people of a user group, whose addresses the digest looks up.
     *
     * @param kind stable English code
     * @param subject business key of what it is about
     */
    record Notice(String group, String kind, String subject, DigestLine line) {}

    /** Keeps many lines at once until the next digest; of those alike the last counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addAll(List<Notice> notices) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var each = new LinkedHashMap<List<String>, Notice>();
        for (var notice : notices) {
            each.put(List.of(notice.group(), notice.kind(), notice.subject()), notice);
        }
        batch.batchUpdate(ADD, each.values(), BATCH, (row, notice) -> {
            row.setString(1, notice.group());
            row.setString(2, notice.kind());
            row.setString(3, notice.subject());
            row.setString(4, json(notice.line()));
            row.setObject(5, now);
        });
    }

    /** Hands over all lines by recipient, an address or a user group, oldest first; they are gone when the caller's transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, List<DigestLine>> takeAll() {
        var taken = sql.sql("delete from notice returning id, recipient, content")
                .query((row, i) ->
                        new Taken(row.getLong("id"), row.getString("recipient"), line(row.getString("content"))))
                .list();
        var byRecipient = new LinkedHashMap<String, List<DigestLine>>();
        taken.stream()
                .sorted(Comparator.comparingLong(Taken::id))
                .forEach(each -> byRecipient
                        .computeIfAbsent(each.recipient(), first -> new ArrayList<>())
                        .add(each.line()));
        return byRecipient;
    }

    private record Taken(long id, String recipient, DigestLine line) {}

    private static String json(DigestLine line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DigestLine line(String json) {
        try {
            return JSON.readValue(json, DigestLine.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A notice cannot be read: " + json, unreadable);
        }
    }
}
