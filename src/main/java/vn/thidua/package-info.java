/** Thi Đua: the application and its commands. */
@NullMarked
package vn.thidua;

import org.jspecify.annotations.NullMarked;
