package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** LOBSTER archives of one stock, one a day, in order of time. */
record LobsterRecording(List<LobsterZip> days) implements OrderRecording {
  /**
   * Recognises archives.
   *
   * @throws InputException when one is damaged or foreign, or they are of several stocks or depths
   */
  static LobsterRecording of(List<Path> files) {
    List<LobsterZip> days =
        files.stream()
            .map(LobsterZip::recognise)
            .sorted(Comparator.comparing((LobsterZip zip) -> zip.name().day()))
            .toList();
    for (int i = 1; i < days.size(); i++) {
      requireApart(days.get(i - 1), days.get(i));
    }
    return new LobsterRecording(days);
  }

  private static void requireApart(LobsterZip one, LobsterZip other) {
    boolean together =
        one.name().symbol().equals(other.name().symbol())
            && one.name().levels() == other.name().levels();
    if (!together || one.name().day().equals(other.name().day())) {
      throw new InputException(
          "A tape holds one instrument, each day once and with the same number of levels, but "
              + one.path()
              + " is of "
              + one.words()
              + " and "
              + other.path()
              + " of "
              + other.words()
              + ".");
    }
  }

  @Override
  public List<Path> files() {
    return days.stream().map(LobsterZip::path).toList();
  }

  @Override
  public String exchange() {
    return LobsterZip.EXCHANGE;
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
    days.forEach(zip -> zip.see(prices));
  }

  @Override
  public long[] write(OrderTables tables, Grid prices, Grid sizes) {
    LobsterImport writer = new LobsterImport(tables, new LobsterSteps(prices), levels());
    return days.stream().mapToLong(writer::write).toArray();
  }
}
