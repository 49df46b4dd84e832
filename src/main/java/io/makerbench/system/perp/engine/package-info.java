/**
 * The classical engine of a desk that makes markets on several perpetual venues at once, over many
 * copies of the desk in flat arrays: fair value, quotes, toxicity, exits, hedges and risk.
 */
@NullMarked
package io.makerbench.system.perp.engine;

import org.jspecify.annotations.NullMarked;
