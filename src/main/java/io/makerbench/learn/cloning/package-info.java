/**
 * Behaviour cloning: demonstrations of an expert, losses for choices and for numbers, a policy that
 * imitates them, and policies that several seeds decide together.
 */
@NullMarked
package io.makerbench.learn.cloning;

import org.jspecify.annotations.NullMarked;
