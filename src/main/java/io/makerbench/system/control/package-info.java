/**
 * Problems of control whose best scores are known, as a trading system: what a learner is checked
 * on before it meets a market.
 */
@NullMarked
package io.makerbench.system.control;

import org.jspecify.annotations.NullMarked;
