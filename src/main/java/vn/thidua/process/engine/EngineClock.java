package vn.thidua.process.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;

/** The engine's clock follows ours. */
@Component
class EngineClock {

    EngineClock(MovableClock clock) {
        clock.leads(instant -> {
            if (instant == null) ClockUtil.reset();
            else ClockUtil.setCurrentTime(Date.from(instant));
        });
    }
}
