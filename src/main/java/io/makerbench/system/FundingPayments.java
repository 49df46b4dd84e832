package io.makerbench.system;

import io.makerbench.book.Contract;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.FundingHistory;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Ticker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The funding a position is due: rate × worth of a unit, paid by longs to shorts when positive, in
 * the contract's money.
 *
 * @param history rates paid on the recorded mid; null for those of the tape's own ticker, paid on
 *     its mark
 */
public record FundingPayments(Contract contract, @Nullable FundingHistory history) {
  /** From the tape's ticker, of a linear contract. */
  public static final FundingPayments OF_TICKER = new FundingPayments(Contract.SPOT, null);

  /**
   * Those of a configuration.
   *
   * @throws io.makerbench.config.InputException when its file is missing or wrong
   */
  public static FundingPayments of(Contract contract, FundingConfig config, Place place) {
    String file = config.history();
    return new FundingPayments(
        contract,
        file == null ? null : FundingHistory.read(DataFiles.find(file, place), config.offset()));
  }

  /** What one unit held long receives, in order of time. */
  public static final class Due {
    private long[] time = new long[16];
    private double[] payment = new double[16];
    private int count;

    private Due() {}

    /** Number of payments. */
    public int count() {
      return count;
    }

    /** Time of a payment, ns since 1970 UTC. */
    public long time(int index) {
      return time[index];
    }

    /** All amounts, negative where longs pay. */
    public double[] payments() {
      return Arrays.copyOf(payment, count);
    }

    private void add(long due, double amount) {
      if (count == time.length) {
        time = Arrays.copyOf(time, 2 * count);
        payment = Arrays.copyOf(payment, 2 * count);
      }
      time[count] = due;
      payment[count++] = amount;
    }
  }

  /** Payments due after {@code fromNs}, up to {@code untilNs}. */
  public Due between(Tape tape, long fromNs, long untilNs) {
    Due due = new Due();
    if (history == null) {
      collect(tape.ticker(), fromNs, untilNs, due);
    } else {
      collect(history, tape, fromNs, untilNs, due);
    }
    return due;
  }

  /**
   * A payment falls due once at each funding time, at the rate and mark last published before it.
   * Rows that lack one of them, or name an earlier funding time than a row before, tell nothing.
   */
  private void collect(Ticker ticker, long fromNs, long untilNs, Due all) {
    long latest = fromNs;
    for (long r = 0; r < ticker.rows(); r++) {
      long due = ticker.fundingTime(r);
      double amount = -contract.value(ticker.markPrice(r)) * ticker.fundingRate(r);
      boolean told = !Double.isNaN(amount) && ticker.exchangeTime(r) <= due;
      if (!told || due <= fromNs || due < latest || due > untilNs) {
        continue;
      }
      if (due > latest) {
        latest = due;
        all.add(due, 0);
      }
      all.payment[all.count - 1] = amount;
    }
  }

  private void collect(FundingHistory rates, Tape tape, long fromNs, long untilNs, Due all) {
    BookStates states = tape.states();
    double step = tape.instrument().priceStep();
    int row = 0;
    double mid = Double.NaN;
    for (int i = 0; i < rates.timeNs().length; i++) {
      long due = rates.timeNs()[i];
      if (due > fromNs && due <= untilNs) {
        for (; row < states.rows() && states.exchangeTime(row) <= due; row++) {
          boolean bothSides = states.bidSize(row, 0) > 0 && states.askSize(row, 0) > 0;
          mid = bothSides ? mid(states, row) * step : mid;
        }
        if (!Double.isNaN(mid)) {
          all.add(due, -contract.value(mid) * rates.rate()[i]);
        }
      }
    }
  }

  private static double mid(BookStates states, int row) {
    return ((long) states.bidPrice(row, 0) + states.askPrice(row, 0)) * 0.5;
  }
}
