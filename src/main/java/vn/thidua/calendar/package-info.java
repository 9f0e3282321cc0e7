/** Thời gian: the one clock, working days and deadlines. Nobody else asks the machine for the time. */
@ApplicationModule(allowedDependencies = {"database", "act"})
@NullMarked
package vn.thidua.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
