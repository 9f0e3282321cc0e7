package vn.thidua.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;
import vn.thidua.process.FailedJobs;
import vn.thidua.submission.DutyCounts;

/** The three figures to be alarmed by: duties late, mails waiting, jobs failed. Asked of the database at most every half minute. */
@Component
class Gauges implements MeterBinder {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final DutyCounts duties;
    private final OutboxView outbox;
    private final FailedJobs jobs;

    Gauges(DutyCounts duties, OutboxView outbox, FailedJobs jobs) {
        this.duties = duties;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        add(registry, "thidua.duties.late", "Parts of obligations past their deadline and not handed in", this::late);
        add(registry, "thidua.mails.waiting", "Mails waiting to be sent", this::waiting);
        add(registry, "thidua.jobs.failed", "Engine jobs given up after their last retry", jobs::count);
    }

    private static void add(MeterRegistry registry, String name, String description, LongSupplier count) {
        Gauge.builder(name, new Remembered(count), Remembered::value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private long late() {
        return duties.now().stream().mapToLong(DutyCounts.Count::late).sum();
    }

    private long waiting() {
        return outbox.counts().getOrDefault(MailState.WAITING, 0L);
    }

    /** A count asked for anew only when the last answer has grown old; by the machine's own ticks, whatever the clock is held at. */
    private static final class Remembered {

        private final LongSupplier count;
        private long askedAt;
        private long value = -1;

        Remembered(LongSupplier count) {
            this.count = count;
        }

        synchronized double value() {
            var now = System.nanoTime();
            if (value < 0 || now - askedAt > GOOD_FOR.toNanos()) {
                value = count.getAsLong();
                askedAt = now;
            }
            return value;
        }
    }
}
