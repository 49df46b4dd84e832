package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.tape.Instrument;
import java.util.Arrays;
import java.util.List;

/**
 * A replay small enough to be reckoned by hand: eleven ticks, one a second from second 0. The mid
 * stands at tick 1000.5; 5 lots rest at every price from 990 to 1010; from second 5 on 50 lots rest
 * at 995. A purchase at tick 3 and a sale at tick 7; trades at 2.5 s and 6.5 s.
 */
final class MadeReplay {
  static final long SECOND = 1_000_000_000L;
  static final int TICKS = 11;
  static final double PRICE_STEP = 0.5;

  private MadeReplay() {}

  static ReplayData data() {
    DepthHistory.Recorder recorder = new DepthHistory.Recorder(990, 1010, 0);
    for (int price = 990; price <= 1010; price++) {
      recorder.put(0, price, 5);
    }
    recorder.put(5 * SECOND, 995, 50);
    TradePrints trades =
        new TradePrints(
            new long[] {5 * SECOND / 2, 13 * SECOND / 2},
            new int[] {1000, 1001},
            new float[] {2, 3},
            new byte[] {-1, 1});
    return new ReplayData(
        new Instrument("made", "MADE", PRICE_STEP, 1),
        Clock.LOCAL,
        recorder.finish(),
        trades,
        episode(),
        new Board.None());
  }

  static Scene scene(ReplayData data, long cursorNs) {
    return new Scene(
        data,
        new Viewport(0, 10 * SECOND, 989.5, 1010.5),
        cursorNs,
        new HeatScale(HeatColours.BLUE, Ground.DARK, 0, 100, 1),
        Look.FIRST,
        PictureStyle.DARK,
        PictureLayout.of(PictureLayout.Kind.MARKET, 200, 0, 200));
  }

  private static Episode episode() {
    long[] times = new long[TICKS];
    double[] inventory = new double[TICKS];
    double[] equity = new double[TICKS];
    double[] drawdown = new double[TICKS];
    int[] action = new int[TICKS];
    boolean[] decided = new boolean[TICKS];
    for (int tick = 0; tick < TICKS; tick++) {
      times[tick] = tick * SECOND;
      inventory[tick] = tick >= 3 && tick < 7 ? 1 : 0;
      drawdown[tick] = tick == 5 ? 4 : tick > 5 ? 2 : 0;
      equity[tick] = 100 - drawdown[tick];
      decided[tick] = tick % 2 == 0;
    }
    return new Episode(
        "made",
        "window",
        "cross",
        100,
        times,
        constant(1000.5 * PRICE_STEP),
        constant(1000 * PRICE_STEP),
        constant(1001 * PRICE_STEP),
        constant(999 * PRICE_STEP),
        constant(Double.NaN),
        constant(3),
        constant(Double.NaN),
        inventory,
        equity,
        equity,
        drawdown,
        new double[TICKS],
        action,
        decided,
        List.of(fill(3, Side.BUY, 1000), fill(7, Side.SELL, 1001)));
  }

  private static double[] constant(double value) {
    double[] values = new double[TICKS];
    Arrays.fill(values, value);
    return values;
  }

  private static Fill fill(int tick, Side side, int price) {
    double mid = 1000.5 * PRICE_STEP;
    return new Fill(
        tick,
        tick * SECOND,
        side,
        price * PRICE_STEP,
        1,
        true,
        0,
        mid,
        mid,
        mid,
        100,
        0,
        0,
        0,
        0,
        0,
        false);
  }
}
