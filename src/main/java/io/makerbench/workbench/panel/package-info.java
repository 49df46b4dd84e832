/**
 * What the window's frame and its panels share: workspace, appearance, notices, background work.
 */
@NullMarked
package io.makerbench.workbench.panel;

import org.jspecify.annotations.NullMarked;
