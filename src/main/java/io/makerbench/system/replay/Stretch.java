package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.FundingPayments;
import io.makerbench.system.Span;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Trades;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a recording ready to be replayed: its ticks with their features, and what happened
 * at the exchange. Read-only, shared by all copies and threads.
 *
 * <p>The run ends at the last but one row, as published: the last row is no tick.
 */
final class Stretch {
  private static final int FEWEST_ROWS = 3;

  /** Market features a tick. */
  final int width;

  /** Ticks replayed. */
  final int ticks;

  /** Time a tick is seen, ns since 1970 UTC. */
  final long[] time;

  /** Best bid of a tick, in steps of the tape. */
  final int[] bid;

  /** Best ask of a tick, in steps of the tape. */
  final int[] ask;

  /** Scaled features, ticks × width. */
  final float[] features;

  /** The events up to here have happened at the exchange when a tick is seen. */
  final int[] eventEnd;

  final VenueEvents events;
  final BookStates states;
  final Trades trades;

  /** Queues of single orders; null where they are not followed. */
  final @Nullable OrderQueues queues;

  private Stretch(Span<MarketClock> span, FeatureMatrix matrix, FundingPayments payments) {
    Tape tape = span.on().tape();
    MarketClock clock = span.on();
    states = tape.states();
    trades = tape.trades();
    queues = clock.queues();
    TickRows rows = matrix.rows;
    width = matrix.width;
    features = matrix.values;
    ticks = rows.count() - 1;
    time = rows.time();
    bid = new int[ticks];
    ask = new int[ticks];
    for (int i = 0; i < ticks; i++) {
      bid[i] = states.bidPrice(rows.row()[i], 0);
      ask[i] = states.askPrice(rows.row()[i], 0);
    }
    events = VenueEvents.between(tape, clock, payments, rows.row()[0], time[0], time[ticks - 1]);
    eventEnd = clock.mode() == Mode.CORRECTED ? endsByTime() : endsByState(rows);
  }

  /**
   * Prepares a stretch.
   *
   * @param matrix its features, unscaled; taken over and scaled in place
   * @throws InputException when too few ticks have all features
   */
  static Stretch of(
      Span<MarketClock> span, FeatureMatrix matrix, Scaling scaling, FundingPayments payments) {
    requireTicks(span, matrix.rows);
    matrix.scale(scaling);
    return new Stretch(span, matrix, payments);
  }

  /** Refuses rows too few to be replayed. */
  static void requireTicks(Span<MarketClock> span, TickRows rows) {
    if (rows.count() < FEWEST_ROWS) {
      throw new InputException(
          span
              + " holds "
              + rows.count()
              + " ticks with all features on the tape "
              + span.on().tape().path()
              + "; at least "
              + FEWEST_ROWS
              + " are needed. Take a longer interval or fewer windows.");
    }
  }

  private int[] endsByTime() {
    int[] end = new int[ticks];
    int next = 0;
    for (int i = 0; i < ticks; i++) {
      while (next < events.count() && events.time()[next] <= time[i]) {
        next++;
      }
      end[i] = next;
    }
    return end;
  }

  /** Published, a tick sees the exchange at its own book state; both are in order of its time. */
  private int[] endsByState(TickRows rows) {
    int[] end = new int[ticks];
    int place = 0;
    for (int i = 0; i < ticks; i++) {
      while (events.kind()[place] != VenueEvents.STATE || events.index()[place] != rows.row()[i]) {
        place++;
      }
      end[i] = place + 1;
    }
    return end;
  }
}
