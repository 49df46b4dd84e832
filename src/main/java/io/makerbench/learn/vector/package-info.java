/**
 * Small networks on the processor's vectors: forward, backward and optimiser without a native call
 * or an allocation. Every sum is made in an order that does not depend on the width of the vectors,
 * and of operations that IEEE 754 defines to the last bit.
 */
@NullMarked
package io.makerbench.learn.vector;

import org.jspecify.annotations.NullMarked;
