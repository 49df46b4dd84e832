package io.makerbench.workbench.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Work that would hold the window up, done a step a frame: each step is styled, laid out and
 * painted before the next, and between them the window answers. JavaFX thread only.
 */
public final class Steps extends AnimationTimer {
  private final Deque<Runnable> left;

  private Steps(List<Runnable> steps) {
    left = new ArrayDeque<>(steps);
  }

  /** Begins with the next frame. */
  public static void begin(Runnable... steps) {
    new Steps(List.of(steps)).start();
  }

  /** Does something once what is on the stage now is painted. */
  public static void afterPainting(Runnable action) {
    begin(() -> {}, action);
  }

  @Override
  public void handle(long now) {
    Runnable step = left.removeFirst();
    if (left.isEmpty()) {
      stop();
    }
    step.run();
  }
}
