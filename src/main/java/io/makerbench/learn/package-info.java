/** Networks, learners, buffers and checkpoints. The only room that knows the tensor library. */
@NullMarked
package io.makerbench.learn;

import org.jspecify.annotations.NullMarked;
