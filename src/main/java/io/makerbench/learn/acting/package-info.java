/**
 * What a network's outputs mean: values and distributions of actions, the policies that act by
 * them, and the checkpoint such a policy travels in.
 */
@NullMarked
package io.makerbench.learn.acting;

import org.jspecify.annotations.NullMarked;
