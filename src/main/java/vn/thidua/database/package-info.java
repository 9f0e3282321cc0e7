/** Cơ sở dữ liệu: the PostgreSQL the application brings along, or the one it is told to use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.thidua.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
