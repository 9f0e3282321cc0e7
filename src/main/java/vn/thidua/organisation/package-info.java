/** Tổ chức: units and who stands for them. */
@ApplicationModule(allowedDependencies = {"act", "calendar"})
@NullMarked
package vn.thidua.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
