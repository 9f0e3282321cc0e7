/** Cửa sổ giám sát: what Cockpit shows beside the engine's own pages; reads, and changes nothing. */
@ApplicationModule
@NullMarked
package vn.thidua.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
