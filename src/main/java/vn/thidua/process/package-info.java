/** Quy trình: the engine's door; delegates and listeners translate, the rooms behind it decide. */
@ApplicationModule
@NullMarked
package vn.thidua.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
