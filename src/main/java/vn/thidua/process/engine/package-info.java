/** How the engine is set up, guarded and entered; the only part of the door that other doors may use. */
@NamedInterface("engine")
@NullMarked
package vn.thidua.process.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
