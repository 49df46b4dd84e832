/** The contract of a trading system; each simulator has one room below this one. */
@NullMarked
package io.makerbench.system;

import org.jspecify.annotations.NullMarked;
