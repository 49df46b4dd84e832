/** Market making in one or several recorded markets, replayed event by event on one clock. */
@NullMarked
package io.makerbench.system.venues;

import org.jspecify.annotations.NullMarked;
