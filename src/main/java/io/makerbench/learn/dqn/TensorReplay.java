package io.makerbench.learn.dqn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorWork;
import java.util.Arrays;

/**
 * A replay buffer once more, on a device: what changed in the buffer goes up before an update, each
 * observation once and each transition once, and batches are gathered there. It takes 4 bytes for
 * each number of an observation and 20 for all else of an entry.
 */
final class TensorReplay implements ReplayWatcher, AutoCloseable {
  /** Entries that go up at once. */
  private static final int PIECE = 1 << 16;

  /** Action, reward and discount. */
  private static final int COLUMNS = 3;

  private final ReplayBuffer buffer;
  private final TensorWork whole;
  private final NDArray observations;
  private final NDArray columns;
  private final NDArray next;
  private final Entries appended;
  private final Entries connected;

  /**
   * A batch on the device.
   *
   * @param now observations acted on, rows × inputs, float
   * @param next the observations that followed
   * @param actions rows × 1, float, as the others
   */
  record Sample(NDArray now, NDArray next, NDArray actions, NDArray rewards, NDArray discounts) {}

  TensorReplay(ReplayBuffer buffer, TensorNetwork network) {
    this.buffer = buffer;
    int capacity = buffer.capacity();
    whole = network.work();
    observations = whole.zeros(new Shape(capacity, buffer.width()), DataType.FLOAT32);
    columns = whole.zeros(new Shape(capacity, COLUMNS), DataType.FLOAT32);
    next = whole.zeros(new Shape(capacity, 1), DataType.INT64);
    appended = new Entries(capacity);
    connected = new Entries(capacity);
    for (int entry = 0; entry < buffer.used(); entry++) {
      appended.add(entry);
      connected.add(entry);
    }
    buffer.watch(this);
  }

  boolean isOf(ReplayBuffer other) {
    return buffer == other;
  }

  @Override
  public void appended(int entry) {
    appended.add(entry);
  }

  @Override
  public void connected(int entry) {
    connected.add(entry);
  }

  /** Brings up what changed. */
  private void catchUp() {
    appended.drain(PIECE, this::bringObservations);
    connected.drain(PIECE, this::bringTransitions);
  }

  private void bringObservations(int[] entries, int from, int count) {
    int width = buffer.width();
    float[] rows = new float[count * width];
    for (int i = 0; i < count; i++) {
      buffer.observation(entries[from + i], rows, i);
    }
    try (TensorWork work = whole.within()) {
      NDIndex places = places(work, entries, from, count);
      put(work, observations, places, work.up(rows, new Shape(count, width)));
    }
  }

  private void bringTransitions(int[] entries, int from, int count) {
    float[] rows = new float[count * COLUMNS];
    long[] following = new long[count];
    for (int i = 0; i < count; i++) {
      int entry = entries[from + i];
      rows[i * COLUMNS] = buffer.action(entry);
      rows[i * COLUMNS + 1] = buffer.reward(entry);
      rows[i * COLUMNS + 2] = buffer.discount(entry);
      following[i] = Math.max(0, buffer.next(entry));
    }
    try (TensorWork work = whole.within()) {
      NDIndex places = places(work, entries, from, count);
      put(work, columns, places, work.up(rows, new Shape(count, COLUMNS)));
      put(work, next, places, work.up(following, new Shape(count, 1)));
    }
  }

  private static NDIndex places(TensorWork work, int[] entries, int from, int count) {
    long[] places = Arrays.stream(entries, from, from + count).asLongStream().toArray();
    return new NDIndex("{}", work.up(places, new Shape(count)));
  }

  private static void put(TensorWork work, NDArray table, NDIndex places, NDArray rows) {
    work.lend(table);
    table.set(places, rows);
  }

  /** Gathers a batch. */
  Sample take(TensorWork work, Batch batch) {
    catchUp();
    long[] places = Arrays.stream(batch.entries).asLongStream().toArray();
    NDArray rows = work.up(places, new Shape(places.length));
    NDArray following = work.rows(next, rows).flatten();
    NDList parts = work.rows(columns, rows).split(COLUMNS, 1);
    return new Sample(
        work.rows(observations, rows),
        work.rows(observations, following),
        parts.get(0),
        parts.get(1),
        parts.get(2));
  }

  @Override
  public void close() {
    whole.close();
  }

  /** Entries that changed, each once, in the order in which they did. */
  private static final class Entries {
    private final boolean[] there;
    private final int[] list;
    private int count;

    /** Takes some entries of a list. */
    interface Taker {
      void take(int[] entries, int from, int count);
    }

    Entries(int capacity) {
      there = new boolean[capacity];
      list = new int[capacity];
    }

    void add(int entry) {
      if (!there[entry]) {
        there[entry] = true;
        list[count++] = entry;
      }
    }

    /** Hands out all entries, so many at once at most, and forgets them. */
    void drain(int most, Taker taker) {
      for (int from = 0; from < count; from += most) {
        taker.take(list, from, Math.min(most, count - from));
      }
      for (int i = 0; i < count; i++) {
        there[list[i]] = false;
      }
      count = 0;
    }
  }
}
