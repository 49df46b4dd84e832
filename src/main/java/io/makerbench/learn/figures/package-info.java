/** What a training tells of itself: figures of episodes and actions, and when they are due. */
@NullMarked
package io.makerbench.learn.figures;

import org.jspecify.annotations.NullMarked;
