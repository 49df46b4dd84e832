package io.makerbench.workbench;

import javafx.animation.AnimationTimer;

/** What is done once the window is seen: the pulse after the first finds its frame painted. */
final class FirstFrame extends AnimationTimer {
  private static final int PAINTED_BY = 2;

  private final Runnable then;
  private int pulses;

  private FirstFrame(Runnable then) {
    this.then = then;
  }

  /** To be called when the window was just shown. */
  static void then(Runnable action) {
    new FirstFrame(action).start();
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == PAINTED_BY) {
      stop();
      then.run();
    }
  }
}
