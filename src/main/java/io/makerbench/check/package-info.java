/** Checks of the learners: problems they must solve, and controls that show they are not fooled. */
@NullMarked
package io.makerbench.check;

import org.jspecify.annotations.NullMarked;
