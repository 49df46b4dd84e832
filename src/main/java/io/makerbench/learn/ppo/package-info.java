/**
 * Proximal policy optimisation (Schulman and others, 2017) and advantage actor-critic, for policies
 * with and without memory: distributions of actions, rollouts, advantages, normalisers, schedules.
 */
@NullMarked
package io.makerbench.learn.ppo;

import org.jspecify.annotations.NullMarked;
