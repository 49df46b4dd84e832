/** How fast the window is: frames, answers, its start. */
@NullMarked
package io.makerbench.workbench.bench;

import org.jspecify.annotations.NullMarked;
