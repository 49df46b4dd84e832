/** Fetches recorded days over HTTP, with resumption and checks. */
@NullMarked
package io.makerbench.tape.fetch;

import org.jspecify.annotations.NullMarked;
