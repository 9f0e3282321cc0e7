/** Thẩm định: opinions, supplement requests, consultations; judges a dossier, never changes what it says. */
@ApplicationModule(
        allowedDependencies = {"database", "act", "calendar", "organisation", "document", "campaign", "nomination"})
@NullMarked
package vn.thidua.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
