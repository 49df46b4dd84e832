/** Reports of runs: what is in them, a preview, and where they are saved. */
@NullMarked
package io.makerbench.workbench.report;

import org.jspecify.annotations.NullMarked;
