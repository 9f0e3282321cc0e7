/** Nhật ký: an append-only, hash-chained record of every act; only listens. */
@ApplicationModule(allowedDependencies = {"act", "calendar"})
@NullMarked
package vn.thidua.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
