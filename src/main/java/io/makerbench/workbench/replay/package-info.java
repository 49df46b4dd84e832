/**
 * The replay of an episode on its recording: resting sizes, trades, own quotes and fills, inventory
 * and profit on one time axis. Pictures are painted into arrays of pixels without JavaFX; only the
 * views and the panel know a control.
 */
@NullMarked
package io.makerbench.workbench.replay;

import org.jspecify.annotations.NullMarked;
