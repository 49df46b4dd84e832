/** Files of named arrays: safetensors, and what PyTorch writes. Knows nothing of what they mean. */
@NullMarked
package io.makerbench.learn.tensors;

import org.jspecify.annotations.NullMarked;
