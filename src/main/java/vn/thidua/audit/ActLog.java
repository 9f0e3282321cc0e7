package vn.thidua.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;

/** Tells operators in the log what is done, with campaign, unit and business key as log context; never what was written. */
@Component
class ActLog {

    private static final Logger LOG = LoggerFactory.getLogger(ActLog.class);

    @EventListener
    void log(Act act) {
        var before = MDC.getCopyOfContextMap();
        MDC.put("campaign", act.campaign());
        MDC.put("unit", act.unit());
        MDC.put("businessKey", act.subject());
        LOG.info("{} by {}", act.action(), act.actor());
        if (before == null) MDC.clear();
        else MDC.setContextMap(before);
    }
}
