package io.makerbench.env;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * N copies of an environment stepped together on flat primitive arrays, without an allocation in a
 * step. The same seed gives the same numbers whatever the number of threads behind it.
 */
public interface VectorEnv extends AutoCloseable {
  /** Copies stepped together. */
  int copies();

  /** What one copy observes. */
  Space observationSpace();

  /** What one copy may do. */
  Space actionSpace();

  /** Ticks in one whole episode; the planned length of a schedule counted in ticks. */
  long episodeTicks();

  /** True where every episode passes through the same recording; false where each is made anew. */
  default boolean isRecorded() {
    return false;
  }

  /**
   * How often actions were not taken as they came, of all copies since the start: counts by the
   * reason's column, {@code corrected_REASON}, in a fixed order, those of 0 too. Empty where all
   * actions are taken as they come.
   */
  default SequencedMap<String, Long> corrections() {
    return new LinkedHashMap<>();
  }

  /** Starts every copy anew and writes its first observation (copies × width). */
  void reset(float[] observations);

  /** Lets every copy act and go on to its next decision. */
  void step(Actions actions, Transitions transitions);

  /** Writes all that the next steps depend on, the random streams included. */
  void save(DataOutput out) throws IOException;

  /** Reads what {@link #save} wrote; the next steps are the same as those of the saved one. */
  void restore(DataInput in) throws IOException;

  @Override
  void close();
}
