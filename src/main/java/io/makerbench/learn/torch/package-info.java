/** Networks on PyTorch's tensors, on any device: the reference engine. */
@NullMarked
package io.makerbench.learn.torch;

import org.jspecify.annotations.NullMarked;
