/** Tài liệu: files handed in, kept once by content and accepted by content; Word and Excel files handed out. */
@ApplicationModule(allowedDependencies = {"act", "calendar"})
@NullMarked
package vn.thidua.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
