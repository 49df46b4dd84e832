package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day of a LOBSTER recording (NASDAQ, order by order): a file of messages and a file with the
 * best levels of the book after each, in a zip archive or by themselves. Both are read side by
 * side, so heap use does not grow with their length.
 *
 * @param messages file of messages
 * @param books file of books, of the same stock, day and number of levels
 */
record LobsterDay(LobsterSource messages, LobsterSource books) {
  /** Venue of every LOBSTER recording. */
  static final String EXCHANGE = "nasdaq";

  /** Takes a message and the book after it; both are reused for the next. */
  interface Rows {
    void take(LobsterMessage message, LobsterRow row, CsvLines place);
  }

  /**
   * The days among some files, archives or not, in order of time.
   *
   * @throws InputException when an archive is damaged, or a file of messages or books lacks the
   *     other
   */
  static List<LobsterDay> among(List<Path> files) {
    List<LobsterSource> sources =
        files.stream()
            .filter(LobsterSource::is)
            .flatMap(f -> LobsterSource.in(f).stream())
            .toList();
    List<LobsterDay> days = new ArrayList<>();
    for (LobsterSource source : sources) {
      List<LobsterSource> others = sources.stream().filter(source::belongsTo).toList();
      if (others.isEmpty()) {
        throw new InputException(
            source.words()
                + ": each file of messages has one of books, and the other way round; the other of"
                + " this one is missing.");
      }
      if (source.name().kind().equals(LobsterName.MESSAGES)) {
        days.add(new LobsterDay(source, others.getFirst()));
      }
    }
    days.sort(Comparator.comparing(day -> day.name().day()));
    return days;
  }

  /** What the names say. */
  LobsterName name() {
    return messages.name();
  }

  /** The files it lies in: one archive, or two. */
  List<Path> files() {
    return Stream.of(messages.file(), books.file()).distinct().toList();
  }

  /** What it holds, for an error. */
  String words() {
    return messages.words()
        + " is of "
        + name().symbol()
        + ", "
        + name().day()
        + ", "
        + name().levels()
        + " levels";
  }

  /** Shows every price to a grid, which then knows the coarsest step that holds them all. */
  void see(Grid prices) {
    LobsterMessage message = new LobsterMessage();
    try (LobsterSource.Reading of = messages.read()) {
      while (of.lines.next()) {
        message.read(of.lines);
        if (message.ofOrder() && message.price > 0) {
          prices.see(LobsterSteps.dollars(message.price));
        }
      }
      of.check();
    }
    try (LobsterSource.Reading after = books.read()) {
      while (after.lines.next()) {
        seeRow(after.lines, prices);
      }
      after.check();
    }
  }

  private void seeRow(CsvLines lines, Grid prices) {
    for (int column = 0; column < 4 * name().levels(); column += 2) {
      long price = lines.whole(column);
      if (!LobsterRow.empty(price)) {
        prices.see(LobsterSteps.dollars(price));
      }
    }
  }

  /**
   * Reads messages and books side by side, and returns their number.
   *
   * @throws InputException naming file and line when either is damaged, or one ends before the
   *     other
   */
  long read(LobsterSteps steps, Rows rows) {
    LobsterMessage message = new LobsterMessage();
    LobsterRow row = new LobsterRow(name().levels());
    long taken = 0;
    try (LobsterSource.Reading of = messages.read();
        LobsterSource.Reading after = books.read()) {
      while (bothHaveMore(of.lines, after.lines)) {
        message.read(of.lines);
        row.read(after.lines, steps);
        rows.take(message, row, of.lines);
        taken++;
      }
      if (taken == 0) {
        throw new InputException(of.lines.place() + ": there are no messages.");
      }
      of.check();
      after.check();
    }
    return taken;
  }

  private static boolean bothHaveMore(CsvLines of, CsvLines after) {
    boolean message = of.next();
    if (message != after.next()) {
      CsvLines shorter = message ? after : of;
      throw new InputException(
          shorter.place()
              + ": the file ends here, before the one that belongs to it; each message has its row"
              + " of the book.");
    }
    return message;
  }
}
