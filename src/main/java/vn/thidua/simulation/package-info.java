/** Diễn tập: a movable clock with the engine's jobs fired in order, and scripted officials; fills the demonstration. */
@ApplicationModule
@NullMarked
package vn.thidua.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
