package io.makerbench.system.perp;

import io.makerbench.env.EpisodeSeries;
import io.makerbench.system.perp.engine.Cause;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.ProfitSplit;
import io.makerbench.system.perp.engine.VenueConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Writes down the series of the desk and of each of its venues, of a simulation's first copy. */
final class SeriesRecorder {
  private static final String OF_DESK = "";

  private final List<Column> columns = new ArrayList<>();
  private final int ticks;
  private final double[] rewardParts = new double[RewardPart.values().length];

  /** Sizes traded since the last tick, venue × {@link VenueTrades}. */
  private final double[][] traded;

  private record Column(EpisodeSeries series, DoubleSupplier now) {}

  SeriesRecorder(PerpConfig config, Simulation simulation, ProfitSplit split) {
    ticks = config.maxTicks() + 1;
    Copies copies = simulation.copies();
    traded = new double[config.venues().size()][VenueTrades.values().length];
    for (DeskSeries series : DeskSeries.values()) {
      add(OF_DESK, series.series(), () -> series.of(copies.desks(), 0));
    }
    for (RewardPart part : RewardPart.values()) {
      add(OF_DESK, part.series(), () -> rewardParts[part.ordinal()]);
    }
    for (Correction reason : Correction.values()) {
      add(OF_DESK, reason.series(), () -> simulation.corrections(reason));
    }
    List<VenueConfig> venues = config.venues();
    for (int v = 0; v < venues.size(); v++) {
      int venue = v;
      String name = venues.get(v).name();
      for (VenueSeries series : VenueSeries.values()) {
        add(name, series.series(), () -> series.of(copies.venues(), venue));
      }
      for (ProfitSource source : ProfitSource.values()) {
        add(name, VenueSeries.profit(source), () -> split.gained(venue, source));
      }
      for (VenueTrades kind : VenueTrades.values()) {
        add(name, kind.series(), () -> traded[venue][kind.ordinal()]);
      }
    }
  }

  /** Series of an episode on so many venues. */
  static int count(int venues) {
    int ofDesk =
        DeskSeries.values().length + RewardPart.values().length + Correction.values().length;
    int ofVenue =
        VenueSeries.values().length + ProfitSource.values().length + VenueTrades.values().length;
    return ofDesk + venues * ofVenue;
  }

  private void add(String of, String name, DoubleSupplier now) {
    columns.add(new Column(new EpisodeSeries(of, name, new double[ticks]), now));
  }

  /** Notes what the reward of the step just taken adds up from. */
  void rewarded(double[] parts) {
    System.arraycopy(parts, 0, rewardParts, 0, parts.length);
  }

  /** Takes in a fill of the tick that is noted next. */
  void filled(int venue, double size, Cause cause) {
    traded[venue][VenueTrades.of(size, cause).ordinal()] += size;
  }

  /** Notes a tick. */
  void note(int tick) {
    for (Column column : columns) {
      column.series.values()[tick] = column.now.getAsDouble();
    }
    for (double[] sizes : traded) {
      Arrays.fill(sizes, 0);
    }
  }

  /** All of them, as long as the episode became. */
  List<EpisodeSeries> series(int length) {
    return columns.stream()
        .map(Column::series)
        .map(s -> new EpisodeSeries(s.of(), s.name(), Arrays.copyOf(s.values(), length)))
        .toList();
  }
}
