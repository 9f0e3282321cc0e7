package vn.thidua.process.engine;

import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import vn.thidua.calendar.VietnamTime;

/** The engine reads due dates and cycles in the machine's zone and knows no other: so the machine's zone is ours, before anything. */
class VietnamZone implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
    }
}
