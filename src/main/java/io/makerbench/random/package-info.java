/** Seeded, named streams of random numbers whose state can be saved and restored. */
@NullMarked
package io.makerbench.random;

import org.jspecify.annotations.NullMarked;
