package io.makerbench.workbench.replay;

import io.makerbench.experiment.Recollection;

/** What is known of the thoughts behind an episode. */
sealed interface Mind {
  /** The policy's observations and preferences at every decision. */
  record Known(Recollection recollection) implements Mind {}

  /** Nothing, and why, or what is being done about it. */
  record Unknown(String words) implements Mind {}
}
