/** Đề nghị khen thưởng: award rounds, dossiers with their versions, rules and holds, from compose to the end of each. */
@ApplicationModule(allowedDependencies = {"database", "act", "calendar", "organisation", "document", "campaign"})
@NullMarked
package vn.thidua.nomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
