/** Learning a Q-network from replayed decisions. */
@NullMarked
package io.makerbench.learn.dqn;

import org.jspecify.annotations.NullMarked;
