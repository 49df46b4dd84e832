/**
 * Market models whose best quotes are known, as a trading system: the models themselves, and their
 * closed forms as policies.
 */
@NullMarked
package io.makerbench.system.analytic;

import org.jspecify.annotations.NullMarked;
