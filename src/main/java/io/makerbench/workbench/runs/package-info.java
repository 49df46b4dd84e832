/** The table of runs. */
@NullMarked
package io.makerbench.workbench.runs;

import org.jspecify.annotations.NullMarked;
