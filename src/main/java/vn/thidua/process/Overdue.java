package vn.thidua.process;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;

/** Puts on record that a limit passed with its step still open; nothing else changes by it. */
@Component
class Overdue {

    private final ApplicationEventPublisher events;

    Overdue(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param action e.g. {@code decision.overdue} */
    void record(String action, String campaign, String subject, String step) {
        events.publishEvent(Act.of(action, campaign, null, subject, null, step));
    }
}
