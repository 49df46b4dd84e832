/** What a network is and what can be done with one, whatever engine runs it. */
@NullMarked
package io.makerbench.learn.net;

import org.jspecify.annotations.NullMarked;
