/** Thông báo: one digest a day for each mailbox, through an outbox that survives a mail server's absence. */
@ApplicationModule(
        allowedDependencies = {"act", "calendar", "organisation", "campaign", "submission", "nomination", "decision"})
@NullMarked
package vn.thidua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
