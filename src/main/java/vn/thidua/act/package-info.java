/** Who acts, what was done, and why something was refused: the words every room shares. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.thidua.act;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
