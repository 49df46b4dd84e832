/**
 * Watches trainings: hears their figures, looks at what passes between policy and environment, and
 * says in words what goes wrong and what to change.
 */
@NullMarked
package io.makerbench.learn.watch;

import org.jspecify.annotations.NullMarked;
