/** The commands of the terminal. */
@NullMarked
package io.makerbench.cli;

import org.jspecify.annotations.NullMarked;
