package io.makerbench.workbench.replay;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a picture looks. It follows the cursor and keeps the mid price in sight, until a user moves
 * it; "back to now" lets it follow again. Zooms can be taken back.
 */
final class Camera {
  static final long FIRST_SPAN_NS = 60_000_000_000L;

  private static final long SHORTEST_FIRST_SPAN_NS = 1_000_000_000L;
  private static final double FEWEST_FIRST_TICKS = 40;
  private static final double FIRST_TICKS_PER_RANGE = 1.7;
  private static final int MOST_UNDO = 50;

  private Viewport view;
  private boolean following = true;
  private long seenCursor;
  private final Deque<Viewport> earlier = new ArrayDeque<>();

  Camera(ReplayData data) {
    double half = firstTicks(data) / 2;
    double mid = data.ticks(data.episode().mid()[0]);
    long start = data.startNs();
    view = new Viewport(start, start + firstSpanNs(data), mid - half, mid + half);
    seenCursor = start;
  }

  private Camera(Viewport view, boolean following, long seenCursor) {
    this.view = view;
    this.following = following;
    this.seenCursor = seenCursor;
  }

  /** One that looks at the same, and moves on its own from now on. */
  Camera copy() {
    return new Camera(view, following, seenCursor);
  }

  /** What a picture shows at first: a minute, or half of a shorter episode. */
  static long firstSpanNs(ReplayData data) {
    return Math.clamp((data.endNs() - data.startNs()) / 2, SHORTEST_FIRST_SPAN_NS, FIRST_SPAN_NS);
  }

  /** Enough prices for what the mid does, on average, while one width of the picture passes. */
  private static double firstTicks(ReplayData data) {
    long[] times = data.episode().timeNs();
    double[] mid = data.episode().mid();
    double sum = 0;
    int spans = 0;
    int tick = 0;
    while (tick < times.length) {
      long end = times[tick] + FIRST_SPAN_NS;
      double low = mid[tick];
      double high = mid[tick];
      for (; tick < times.length && times[tick] < end; tick++) {
        low = Math.min(low, mid[tick]);
        high = Math.max(high, mid[tick]);
      }
      sum += data.ticks(high - low);
      spans++;
    }
    return Math.max(FEWEST_FIRST_TICKS, FIRST_TICKS_PER_RANGE * sum / spans);
  }

  Viewport view() {
    return view;
  }

  boolean following() {
    return following;
  }

  /**
   * Comes after the cursor; a cursor that jumped out of sight is followed again.
   *
   * @param recentre when the mid price is brought back into the middle
   */
  void look(long cursorNs, double midTick, Recentre recentre) {
    boolean outOfSight = cursorNs < view.startNs() || cursorNs > view.endNs();
    if (cursorNs != seenCursor && outOfSight) {
      following = true;
    }
    seenCursor = cursorNs;
    if (following) {
      boolean ahead = midTick < view.low() || midTick > view.high();
      Viewport moved = view.following(cursorNs);
      view =
          ahead && recentre != Recentre.NEVER
              ? moved.centredOn(midTick)
              : recentre.apply(moved, midTick);
    }
  }

  /** Zooms in time about an instant; while following, about the cursor. */
  void zoomTime(double factor, long pivotNs) {
    remember();
    view = view.zoomTime(factor, following ? seenCursor : pivotNs);
  }

  void zoomPrice(double factor, double pivotTick) {
    remember();
    view = view.zoomPrice(factor, pivotTick);
  }

  /** Remembers the view, so that {@link #undo} takes back all that is stretched from now on. */
  void beginStretch() {
    remember();
  }

  /** Zooms in time as {@link #zoomTime} does, as a part of one longer movement. */
  void stretchTime(double factor, long pivotNs) {
    view = view.zoomTime(factor, following ? seenCursor : pivotNs);
  }

  /** Zooms in price about the middle, as a part of one longer movement. */
  void stretchPrice(double factor) {
    view = view.zoomPrice(factor, (view.low() + view.high()) / 2);
  }

  /** Shows so much time; while following, with the cursor where it is. */
  void showSpan(long spanNs) {
    zoomTime((double) spanNs / view.spanNs(), view.startNs() + view.spanNs() / 2);
  }

  /** Shows one stretch of time, and stays there. */
  void showTime(long startNs, long endNs) {
    show(new Viewport(startNs, endNs, view.low(), view.high()));
  }

  /** Moves the view and stays there. */
  void pan(long byNs, double byTicks) {
    following = false;
    view = view.pan(byNs, byTicks);
  }

  /** Shows one part and stays there. */
  void show(Viewport part) {
    remember();
    following = false;
    view = part;
  }

  /** Goes back to the view before the last zoom. */
  void undo() {
    if (!earlier.isEmpty()) {
      view = earlier.pop();
    }
  }

  /** Follows the cursor again. */
  void backToNow(double midTick) {
    following = true;
    view = view.centredOn(midTick);
  }

  private void remember() {
    earlier.push(view);
    if (earlier.size() > MOST_UNDO) {
      earlier.removeLast();
    }
  }
}
