/** The contract of a policy, and the baselines that fit any system. */
@NullMarked
package io.makerbench.policy;

import org.jspecify.annotations.NullMarked;
