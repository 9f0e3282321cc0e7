/** Hội đồng: sittings over the dossiers of a round, ballots, ties and minutes. */
@ApplicationModule(
        allowedDependencies = {"act", "calendar", "organisation", "document", "campaign", "nomination", "appraisal"})
@NullMarked
package vn.thidua.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
