/** Nộp và tiếp nhận: obligations from opening to acceptance, with every version, deadline and delay. */
@ApplicationModule(allowedDependencies = {"act", "calendar", "organisation", "document", "campaign"})
@NullMarked
package vn.thidua.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
