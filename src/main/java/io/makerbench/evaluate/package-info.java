/** Metrics, statistics, comparisons and controls. */
@NullMarked
package io.makerbench.evaluate;

import org.jspecify.annotations.NullMarked;
