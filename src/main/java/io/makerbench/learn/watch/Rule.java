package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One thing that can go wrong, and how it shows. */
interface Rule {
  FindingKind kind();

  /** Periods in a row that must show it before it is said, and must not before it is over. */
  int patience();

  /** Looks at a period; they come in order, each once. */
  Judgement judge(Period period);

  /** Writes what it remembers of earlier periods. */
  default void save(DataOutput out) throws IOException {}

  /** Reads what {@link #save} wrote. */
  default void restore(DataInput in) throws IOException {}
}
