package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The recorded files below a folder, found by their names. */
public final class Recordings {
  private static final String LOBSTER_MESSAGES = RecordingName.LOBSTER + "_" + LobsterName.MESSAGES;
  private static final String LOBSTER_BOOKS = RecordingName.LOBSTER + "_" + LobsterName.BOOKS;

  /** Kinds of book, the most detailed first. */
  private static final List<String> BOOKS =
      List.of(
          RecordingName.LOBSTER,
          LOBSTER_MESSAGES,
          RecordingName.ORDERS,
          "incremental_book_L2",
          "book_snapshot_25",
          "book",
          "book_snapshot_5");

  private static final List<String> BESIDE_BOOKS = List.of("trades", "quotes", "derivative_ticker");

  /** Files whose names do not tell what they are of. */
  private static final String UNNAMED = "";

  private record Found(Path path, RecordingName name) {}

  private record Product(String market, String symbol) {}

  private final Path folder;
  private final List<Found> files = new ArrayList<>();

  /**
   * Looks through a folder and all below it.
   *
   * @throws InputException when there is no such folder
   */
  public Recordings(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "The data location " + folder + " is no folder. Set data.location or MAKERBENCH_DATA.");
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> RecordingName.of(path).ifPresent(n -> files.add(new Found(path, n))));
    } catch (IOException | UncheckedIOException e) {
      throw new InputException("The data location " + folder + " cannot be read: " + e, e);
    }
    files.sort(
        Comparator.comparing((Found f) -> RecordingName.ENDINGS.indexOf(f.name.ending()))
            .thenComparing(Found::path));
  }

  /** Days, UTC, that a stretch of time touches; both ends are included. */
  public static SortedSet<LocalDate> days(Instant start, Instant end) {
    SortedSet<LocalDate> days = new TreeSet<>();
    LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
    for (LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      days.add(day);
    }
    return days;
  }

  /** Days of which there is a book of an instrument. */
  public SortedSet<LocalDate> daysOf(String market, String product) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Found found : files) {
      if (found.name.market().equals(market)
          && found.name.symbol().equals(product)
          && BOOKS.contains(found.name.type())) {
        days.add(found.name.day());
      }
    }
    return days;
  }

  /** What can be imported: each instrument on each of its stretches of days without a break. */
  public List<RecordedSet> sets() {
    List<RecordedSet> sets = new ArrayList<>();
    files.stream()
        .filter(found -> BOOKS.contains(found.name.type()))
        .map(found -> new Product(found.name.market(), found.name.symbol()))
        .distinct()
        .sorted(Comparator.comparing(Product::market).thenComparing(Product::symbol))
        .forEach(product -> sets.addAll(sets(product.market, product.symbol)));
    return List.copyOf(sets);
  }

  private List<RecordedSet> sets(String market, String symbol) {
    List<RecordedSet> sets = new ArrayList<>();
    for (List<LocalDate> run : runs(daysOf(market, symbol))) {
      if (bookOf(market, symbol, run).isPresent()) {
        sets.add(set(market, symbol, run));
      } else {
        run.forEach(day -> sets.add(set(market, symbol, List.of(day))));
      }
    }
    return sets;
  }

  private RecordedSet set(String market, String symbol, List<LocalDate> days) {
    List<Path> chosen = filesOf(market, symbol, days);
    long bytes = chosen.stream().mapToLong(path -> path.toFile().length()).sum();
    return new RecordedSet(market, symbol, days.getFirst(), days.getLast(), chosen, bytes);
  }

  /**
   * Sorts out what someone chose to import, one tape an instrument: of folders the recordings of
   * each stretch of days, of files all.
   *
   * @throws InputException when a folder holds no recording
   */
  public static List<ImportSet> toImport(List<Path> chosen) {
    List<ImportSet> sets = new ArrayList<>();
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (Path path : chosen) {
      if (Files.isDirectory(path)) {
        sets.addAll(inFolder(path));
      } else {
        String label =
            RecordingName.of(path).map(n -> n.market() + " " + n.symbol()).orElse(UNNAMED);
        files.computeIfAbsent(label, none -> new ArrayList<>()).add(path);
      }
    }
    files.forEach((label, same) ->
        sets.add(
            new ImportSet(
                label.equals(UNNAMED) ? same.getFirst().getFileName().toString() : label,
                List.copyOf(same))));
    return List.copyOf(sets);
  }

  private static List<ImportSet> inFolder(Path folder) {
    List<RecordedSet> found = new Recordings(folder).sets();
    if (found.isEmpty()) {
      throw new InputException(
          folder
              + " holds no recording that can be told by its name, such as "
              + RecordingName.usual("venue", "trades", LocalDate.EPOCH, "SYMBOL")
              + " beside a book. Choose the files themselves.");
    }
    return found.stream()
        .map(set ->
            new ImportSet(set.market() + " " + set.symbol() + " " + set.firstDay(), set.files()))
        .toList();
  }

  /** Days in stretches without a break. */
  public static List<List<LocalDate>> runs(SortedSet<LocalDate> days) {
    List<List<LocalDate>> runs = new ArrayList<>();
    for (LocalDate day : days) {
      if (runs.isEmpty() || !runs.getLast().getLast().plusDays(1).equals(day)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(day);
    }
    return runs;
  }

  /**
   * The files to import for these days: the most detailed kind of book that every day has, and the
   * trades, quotes and tickers beside it.
   *
   * @throws InputException naming the file that was looked for, when a day has no book
   */
  public List<Path> filesOf(String market, String product, Collection<LocalDate> days) {
    return bookOf(market, product, days)
        .map(book -> collect(market, book, product, days))
        .orElseThrow(() -> missing(market, product, days));
  }

  /** The most detailed kind of book that every day has. */
  private Optional<String> bookOf(String market, String product, Collection<LocalDate> days) {
    return BOOKS.stream()
        .filter(book -> days.stream().allMatch(day -> find(market, book, day, product).isPresent()))
        .findFirst();
  }

  private Optional<Path> find(String market, String type, LocalDate day, String product) {
    return files.stream()
        .filter(found ->
            found.name.market().equals(market)
                && found.name.type().equals(type)
                && found.name.day().equals(day)
                && found.name.symbol().equals(product))
        .map(Found::path)
        .findFirst();
  }

  private List<Path> collect(
      String market, String book, String product, Collection<LocalDate> days) {
    List<Path> result = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      find(market, book, day, product).ifPresent(result::add);
      for (String type : beside(book)) {
        find(market, type, day, product).ifPresent(result::add);
      }
    }
    return List.copyOf(result);
  }

  /** Kinds that are taken with a kind of book; recordings of single orders hold their trades. */
  private static List<String> beside(String book) {
    return switch (book) {
      case RecordingName.LOBSTER, RecordingName.ORDERS -> List.of();
      case LOBSTER_MESSAGES -> List.of(LOBSTER_BOOKS);
      default -> BESIDE_BOOKS;
    };
  }

  private InputException missing(String market, String product, Collection<LocalDate> days) {
    SortedSet<LocalDate> present = daysOf(market, product);
    LocalDate day =
        new TreeSet<>(days)
            .stream().filter(wanted -> !present.contains(wanted)).findFirst().orElse(null);
    if (day == null) {
      return new InputException(
          "The books of "
              + market
              + " "
              + product
              + " below "
              + folder
              + " are of several kinds; give recordings of one kind for all of: "
              + new TreeSet<>(days)
              + ".");
    }
    return new InputException(
        "There is no recording of "
            + market
            + " "
            + product
            + " for "
            + day
            + " below "
            + folder
            + ". Looked for "
            + RecordingName.usual(market, "incremental_book_L2", day, product)
            + " (also .csv or .parquet; also book_snapshot_25 or book_snapshot_5; order events as"
            + " LOBSTER archives or orders). Days there: "
            + (present.isEmpty() ? "none" : present)
            + ".");
  }
}
