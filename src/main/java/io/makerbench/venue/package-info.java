/**
 * A recorded market replayed event by event: the exchange with the recorded book and one's own
 * orders in it, the trader who sees everything later, and what travels between them.
 */
@NullMarked
package io.makerbench.venue;

import org.jspecify.annotations.NullMarked;
