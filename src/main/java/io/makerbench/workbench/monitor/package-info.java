/** A run while it works: curves, progress, control. */
@NullMarked
package io.makerbench.workbench.monitor;

import org.jspecify.annotations.NullMarked;
