/** Phong trào: plans as data with their clauses, what they leave open, and what was ruled or amended since. */
@ApplicationModule(allowedDependencies = {"database", "act", "calendar", "organisation"})
@NullMarked
package vn.thidua.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
