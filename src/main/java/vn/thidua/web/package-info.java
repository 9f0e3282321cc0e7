/** Cửa web: pages and REST, and who may come in. */
@ApplicationModule
@NullMarked
package vn.thidua.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
