/** Benchmarks by name: what was measured, and the floor the hardware sets. */
@NullMarked
package io.makerbench.bench;

import org.jspecify.annotations.NullMarked;
