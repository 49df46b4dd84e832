package io.makerbench.workbench.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Small pieces of work of a kind, such as the fields of a form, of which many come at once: they
 * are done in the order they came, some a frame, so that the window answers between them. JavaFX
 * thread only.
 */
public final class Turns extends AnimationTimer {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final int perFrame;

  /**
   * Begins with nothing to do.
   *
   * @param perFrame pieces that are done in a frame, at least one
   */
  public Turns(int perFrame) {
    this.perFrame = perFrame;
  }

  /** Does this after what waits already. */
  public void take(Runnable piece) {
    if (waiting.isEmpty()) {
      start();
    }
    waiting.addLast(piece);
  }

  @Override
  public void handle(long now) {
    for (int done = 0; done < perFrame && !waiting.isEmpty(); done++) {
      waiting.removeFirst().run();
    }
    if (waiting.isEmpty()) {
      stop();
    }
  }
}
