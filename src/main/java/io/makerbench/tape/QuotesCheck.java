package io.makerbench.tape;

import io.makerbench.tape.Verdict.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the best prices of the book that level updates build with the quotes that the venue
 * published on a stream of their own: each book state with the last quote made no later, by the
 * exchange's clock. The two streams are made apart, so what differs is no mismatch; the share that
 * agrees is told.
 *
 * @param levels recording of level updates
 * @param quotes recording of quotes of the same instrument and day
 */
record QuotesCheck(Path levels, Path quotes) implements Verification {
  /** Pairs of level updates and quotes among some files. */
  static List<Verification> among(List<Path> files) {
    List<Verification> found = new ArrayList<>();
    for (Path file : files) {
      RecordingName.of(file)
          .filter(name -> name.type().equals(RecordingType.INCREMENTAL_BOOK_L2.key()))
          .flatMap(name -> quotesOf(name, files))
          .ifPresent(quotes -> found.add(new QuotesCheck(file, quotes)));
    }
    return found;
  }

  private static Optional<Path> quotesOf(RecordingName levels, List<Path> files) {
    return files.stream()
        .filter(file ->
            RecordingName.of(file)
                .filter(name ->
                    name.type().equals(RecordingType.QUOTES.key())
                        && name.market().equals(levels.market())
                        && name.symbol().equals(levels.symbol())
                        && name.day().equals(levels.day()))
                .isPresent())
        .findFirst();
  }

  @Override
  public String subject() {
    return levels.getFileName() + ": best prices against " + quotes.getFileName();
  }

  @Override
  public List<Path> files() {
    return List.of(levels, quotes);
  }

  @Override
  public Verdict run() {
    return ComparedTape.of(files(), tape -> compare(tape.states(), tape.quotes()));
  }

  private static Verdict compare(BookStates states, Quotes quotes) {
    long compared = 0;
    long agreeing = 0;
    long sameTime = 0;
    long agreeingThen = 0;
    long quote = -1;
    for (long row = 0; row < states.rows(); row++) {
      long time = states.exchangeTime(row);
      boolean quoted = false;
      boolean agreesThen = false;
      while (quote + 1 < quotes.rows() && quotes.exchangeTime(quote + 1) <= time) {
        quote++;
        boolean then = quotes.exchangeTime(quote) == time;
        quoted |= then;
        agreesThen |= then && agrees(states, row, quotes, quote);
      }
      compared += quote >= 0 ? 1 : 0;
      agreeing += quote >= 0 && agrees(states, row, quotes, quote) ? 1 : 0;
      sameTime += quoted ? 1 : 0;
      agreeingThen += agreesThen ? 1 : 0;
    }
    return new Verdict(
        List.of(
            Figure.count("book states compared with the last quote", compared),
            Figure.share("share whose best prices agree", agreeing, compared),
            Figure.count("book states of a time at which there are quotes", sameTime),
            Figure.share(
                "share whose best prices agree with one of these", agreeingThen, sameTime)),
        0,
        null);
  }

  private static boolean agrees(BookStates states, long row, Quotes quotes, long quote) {
    return quotes.bidPrice(quote) == states.bidPrice(row, 0)
        && quotes.askPrice(quote) == states.askPrice(row, 0);
  }
}
