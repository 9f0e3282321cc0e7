/** Who comes in, as whom, and how a refusal leaves. */
@NullMarked
package vn.thidua.web.security;

import org.jspecify.annotations.NullMarked;
