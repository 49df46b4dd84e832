/**
 * The board of a desk on several venues at one moment: a row a venue, the desk's limits as gauges,
 * and what happened that a user should know of.
 */
@NullMarked
package io.makerbench.workbench.perp;

import org.jspecify.annotations.NullMarked;
