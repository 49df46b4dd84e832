package io.makerbench.system.venues;

import io.makerbench.system.Span;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One copy's passages through the stretches in turn. As nothing in a passage is left to chance, its
 * state is saved as the actions taken since its start, and restored by taking them again.
 */
final class Course {
  private static final int FIRST_CAPACITY = 1024;

  private final VenueSetup setup;
  private final List<Span<Session>> stretches;
  private final Map<Session, Passage> passages = new LinkedHashMap<>();
  private int stretch;
  private Passage passage;
  private int[] taken = new int[FIRST_CAPACITY];
  private int count;

  Course(VenueSetup setup, List<Span<Session>> stretches) {
    this.setup = setup;
    this.stretches = stretches;
    passage = passageOf(stretches.getFirst().on());
  }

  private Passage passageOf(Session session) {
    return passages.computeIfAbsent(session, key -> new Passage(key, setup, FillLog.NONE));
  }

  Passage passage() {
    return passage;
  }

  /** Starts with the first stretch. */
  void reset() {
    begin(0);
  }

  /** Starts with the stretch after the present one. */
  void next() {
    begin((stretch + 1) % stretches.size());
  }

  private void begin(int newStretch) {
    stretch = newStretch;
    count = 0;
    passage = passageOf(stretches.get(stretch).on());
    passage.begin(stretches.get(stretch));
  }

  /** Acts and goes on to the next wake-up; returns its reward. */
  double step(int action) {
    if (count == taken.length) {
      taken = Arrays.copyOf(taken, 2 * count);
    }
    taken[count++] = action;
    passage.act(action);
    return passage.advance();
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(stretch);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeInt(taken[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    begin(in.readInt());
    int steps = in.readInt();
    for (int i = 0; i < steps; i++) {
      step(in.readInt());
    }
  }
}
