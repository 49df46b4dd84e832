package io.makerbench.experiment;

import java.util.concurrent.CompletableFuture;

/** Control over a run that works elsewhere. Every method returns at once, from any thread. */
public interface RunHandle {
  RunFolder folder();

  RunState state();

  /** Holds the run at its next gate, with a checkpoint. */
  void pause();

  /** Lets a paused run go on. */
  void resume();

  /** Ends the run at its next gate, with a checkpoint from which it can be resumed. */
  void stop();

  /** Writes a checkpoint at the next gate and goes on. */
  void checkpoint();

  /** Completes when the run has ended. */
  CompletableFuture<RunState> ended();
}
