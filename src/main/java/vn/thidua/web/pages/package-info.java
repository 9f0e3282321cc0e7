/** The pages people read and the few small forms on them; whatever they do ends in the rooms' own methods. */
@NullMarked
package vn.thidua.web.pages;

import org.jspecify.annotations.NullMarked;
