/**
 * The contract between simulators and learners: spaces, vectorised environments, and the accounting
 * of an episode.
 */
@NullMarked
package io.makerbench.env;

import org.jspecify.annotations.NullMarked;
