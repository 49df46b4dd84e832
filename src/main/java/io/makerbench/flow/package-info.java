/**
 * Order flow: models that produce it, their calibration from a tape, and the figures by which a
 * model and a tape are held against each other.
 */
@NullMarked
package io.makerbench.flow;

import org.jspecify.annotations.NullMarked;
