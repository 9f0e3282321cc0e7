/** Figures for those who watch over the installation. */
@NullMarked
package vn.thidua.web.metrics;

import org.jspecify.annotations.NullMarked;
