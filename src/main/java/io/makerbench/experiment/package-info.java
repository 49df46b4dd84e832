/** Config records, run folders, the runner and its stream of progress. */
@NullMarked
package io.makerbench.experiment;

import org.jspecify.annotations.NullMarked;
