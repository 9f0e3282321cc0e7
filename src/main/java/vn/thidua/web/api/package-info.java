/** The REST interface: translates requests into calls of the rooms and answers with what they give. */
@NullMarked
package vn.thidua.web.api;

import org.jspecify.annotations.NullMarked;
