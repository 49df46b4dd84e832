package io.makerbench.workbench.monitor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A plot of the page.
 *
 * @param title the term for what it shows
 * @param unit of its values; empty for none
 * @param kind how it is drawn
 * @param lines what is drawn in it
 */
record Chart(String title, String unit, Kind kind, Lines lines) {
  /** How a plot is drawn. */
  enum Kind {
    /** Smoothed. */
    NOISY,
    /** Smoothed; positive, so that a logarithmic scale can be chosen. */
    POSITIVE,
    /** As it is: a schedule has no noise. */
    EXACT,
    /** Shares of a whole, of the run in front alone: stacked, or rows of strength where many. */
    SHARES
  }

  /** Columns of metrics.csv that are drawn together. */
  sealed interface Lines {
    /** Those of them that a run has. */
    List<Line> of(MetricSeries metrics);
  }

  /** A column and what it is called beside others. */
  record Line(String key, String name) {}

  /** A column that a learner always tells, sooner or later. */
  record Sure(Line line) implements Lines {
    @Override
    public List<Line> of(MetricSeries metrics) {
      return List.of(line);
    }
  }

  /** Columns that some markets or actions lack. */
  record WhereTold(List<Line> lines) implements Lines {
    @Override
    public List<Line> of(MetricSeries metrics) {
      return lines.stream().filter(line -> metrics.has(line.key())).toList();
    }
  }

  /** Columns numbered from 0, as many as {@code most}, where a run has them. */
  record Numbered(String prefix, int most) implements Lines {
    @Override
    public List<Line> of(MetricSeries metrics) {
      return IntStream.range(0, most)
          .mapToObj(i -> new Line(prefix + i, String.valueOf(i)))
          .filter(line -> metrics.has(line.key()))
          .toList();
    }
  }

  static Chart of(String key, String title, String unit, Kind kind) {
    return new Chart(title, unit, kind, new Sure(new Line(key, title)));
  }

  static Chart whereTold(String key, String title, String unit) {
    return new Chart(title, unit, Kind.NOISY, new WhereTold(List.of(new Line(key, title))));
  }
}
