package vn.thidua.campaign;

import com.fasterxml.jackson.databind.module.SimpleModule;
import org.springframework.stereotype.Component;

/** A due rule is written to other systems and read from forms as plans write it: {@code {"before": "20/11"}}. */
@Component
class DueRuleModule extends SimpleModule {

    DueRuleModule() {
        super("due-rules");
        PlanFormat.dueRules(this);
    }
}
