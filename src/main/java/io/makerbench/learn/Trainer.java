package io.makerbench.learn;

import io.makerbench.learn.acting.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A training under way. The same configuration, environment and seed give the same bytes on the
 * processor, in one go or from a checkpoint. One thread at a time.
 */
public interface Trainer extends AutoCloseable {
  /** How far training is, in ticks of all copies. */
  record Progress(long doneTicks, long totalTicks) {}

  /**
   * Goes a step on: every copy acts at least once, and what is due is learnt.
   *
   * @return false when training is over
   * @throws DivergedException when values or gradients are no longer finite
   */
  boolean advance();

  /** How far training is. */
  Progress progress();

  /** The policy as it stands, as it would be judged; free of this trainer. */
  NetworkPolicy policy();

  /**
   * Writes a checkpoint folder, whole or not at all: the policy, the optimiser, and all else that
   * training depends on.
   *
   * @param fingerprint what an observation is, kept with the policy
   * @param facts what it takes to make such observations again, as JSON
   */
  void save(Path folder, String fingerprint, String facts) throws IOException;

  @Override
  void close();
}
