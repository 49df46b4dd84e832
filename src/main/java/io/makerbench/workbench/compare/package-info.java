/** Policies side by side: curves, windows, metrics, and what their differences are worth. */
@NullMarked
package io.makerbench.workbench.compare;

import org.jspecify.annotations.NullMarked;
