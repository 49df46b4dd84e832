/** Policies on their way to and from other programs: ONNX out, TorchScript in. */
@NullMarked
package io.makerbench.learn.file;

import org.jspecify.annotations.NullMarked;
