/** The window. */
@NullMarked
package io.makerbench.workbench;

import org.jspecify.annotations.NullMarked;
