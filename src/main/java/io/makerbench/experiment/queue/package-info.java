/** Many runs at once: which of them work, in this process and in workers, and which wait. */
@NullMarked
package io.makerbench.experiment.queue;

import org.jspecify.annotations.NullMarked;
