package io.makerbench.workbench.replay;

import io.makerbench.workbench.perp.DeskStory;

/** What is known of the venues behind an episode. */
sealed interface Board {
  /** There is one market: it is shown by itself. */
  record None() implements Board {}

  /** What happened at each venue. */
  record Known(DeskStory story) implements Board {}

  /** There are venues, but this stands against showing them. */
  record Unknown(String words) implements Board {}
}
