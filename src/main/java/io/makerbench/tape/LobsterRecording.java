package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.List;

/** LOBSTER recordings of one stock, in order of time. */
final class LobsterRecording implements OrderRecording {
  private final List<Path> files;
  private final List<LobsterDay> days;

  /**
   * Recognises recordings.
   *
   * @throws InputException when one is damaged or foreign, when they are of several stocks or
   *     depths, or of a day twice
   */
  LobsterRecording(List<Path> files) {
    days = LobsterDay.among(files);
    for (int i = 1; i < days.size(); i++) {
      requireApart(days.get(i - 1), days.get(i));
    }
    this.files = days.stream().flatMap(day -> day.files().stream()).distinct().toList();
  }

  private static void requireApart(LobsterDay one, LobsterDay other) {
    boolean together =
        one.name().symbol().equals(other.name().symbol())
            && one.name().levels() == other.name().levels();
    if (!together || one.name().day().equals(other.name().day())) {
      throw new InputException(
          "A tape holds one instrument, each day once and with the same number of levels, but "
              + one.words()
              + ", and "
              + other.words()
              + ".");
    }
  }

  @Override
  public List<Path> files() {
    return files;
  }

  @Override
  public String exchange() {
    return LobsterDay.EXCHANGE;
  }

  @Override
  public String symbol() {
    return days.getFirst().name().symbol();
  }

  @Override
  public String typeName() {
    return "lobster_" + levels();
  }

  private int levels() {
    return days.getFirst().name().levels();
  }

  @Override
  public int depth(ImportOptions options) {
    return Math.min(options.depth(), levels());
  }

  @Override
  public void see(Grid prices, Grid sizes) {
    if (sizes.step() != 1) {
      throw new InputException(
          "size_step is " + sizes.step() + "; LOBSTER's sizes are whole shares, so it must be 1.");
    }
    days.forEach(day -> day.see(prices));
  }

  @Override
  public long[] write(OrderTables tables, Grid prices, Grid sizes) {
    LobsterImport writer = new LobsterImport(tables, new LobsterSteps(prices), levels());
    long[] rows = new long[files.size()];
    for (LobsterDay day : days) {
      long written = writer.write(day);
      for (Path file : day.files()) {
        rows[files.indexOf(file)] += written;
      }
    }
    return rows;
  }
}
