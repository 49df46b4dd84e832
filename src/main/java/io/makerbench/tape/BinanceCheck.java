package io.makerbench.tape;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Compares the book that raw WebSocket messages of Binance build with the one that Tardis' level
 * updates of the same days build: after every depth update both must be equal in every level, and
 * their best levels must be those the venue quoted at that moment.
 *
 * @param raw recordings of consecutive days
 * @param tardis level updates of these days, and quotes where there are any
 */
record BinanceCheck(List<Path> raw, List<Path> tardis) implements Verification {
  /**
   * Stretches of consecutive days among some files, of which there are recordings of both kinds.
   */
  static List<Verification> among(List<Path> files) {
    TreeMap<LocalDate, BinanceFile> byDay = new TreeMap<>();
    files.stream()
        .filter(BinanceFile::is)
        .map(BinanceFile::new)
        .forEach(file -> byDay.put(file.firstDay(), file));
    List<Verification> found = new ArrayList<>();
    List<Path> raw = new ArrayList<>();
    List<Path> tardis = new ArrayList<>();
    for (LocalDate day : byDay.keySet()) {
      BinanceFile file = byDay.get(day);
      raw.add(file.path());
      tardis.addAll(recorded(file.symbol(), day, files));
      if (!byDay.containsKey(day.plusDays(1))) {
        if (!tardis.isEmpty()) {
          found.add(new BinanceCheck(List.copyOf(raw), List.copyOf(tardis)));
        }
        raw.clear();
        tardis.clear();
      }
    }
    return found;
  }

  private static List<Path> recorded(String symbol, LocalDate day, List<Path> files) {
    List<Path> levels = recorded(RecordingType.INCREMENTAL_BOOK_L2, symbol, day, files);
    List<Path> found = new ArrayList<>(levels);
    if (!levels.isEmpty()) {
      found.addAll(recorded(RecordingType.QUOTES, symbol, day, files));
    }
    return found;
  }

  private static List<Path> recorded(
      RecordingType type, String symbol, LocalDate day, List<Path> files) {
    return files.stream()
        .filter(file ->
            RecordingName.of(file)
                .filter(name ->
                    name.type().equals(type.key())
                        && name.market().equals(BinanceReader.exchangeOf(symbol))
                        && name.symbol().equals(symbol)
                        && name.day().equals(day))
                .isPresent())
        .toList();
  }

  @Override
  public String subject() {
    return String.join(", ", raw.stream().map(file -> file.getFileName().toString()).toList())
        + ": the book after every message against "
        + tardis.getFirst().getFileName();
  }

  @Override
  public List<Path> files() {
    List<Path> files = new ArrayList<>(raw);
    files.addAll(tardis);
    return files;
  }

  @Override
  public Verdict run() {
    return ComparedTape.of(tardis, tape -> agreement(tape).verdict());
  }

  /** Compares the raw recordings with a tape of the Tardis recordings. */
  BinanceAgreement agreement(Tape tape) {
    BinancePlaces places = BinancePlaces.of(raw);
    BookCheck check = new BookCheck(places, tape);
    BinanceReader reader = new BinanceReader(places, check, 0, new Findings(), ImportProgress.NONE);
    for (int i = 0; i < places.files().size(); i++) {
      reader.read(i);
    }
    reader.end();
    return check.agreement();
  }
}
