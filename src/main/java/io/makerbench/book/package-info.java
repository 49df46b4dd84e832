/** Limit order books as plain structures fed with primitives: ladders, queues, latency. */
@NullMarked
package io.makerbench.book;

import org.jspecify.annotations.NullMarked;
