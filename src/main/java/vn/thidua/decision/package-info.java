/** Quyết định khen thưởng: quota, decision, register, certificate, prize, escalation and revocation. */
@ApplicationModule(
        allowedDependencies = {
            "act",
            "calendar",
            "organisation",
            "document",
            "campaign",
            "nomination",
            "appraisal",
            "council"
        })
@NullMarked
package vn.thidua.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
