package io.makerbench.tape;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Order events of Bitstamp that continue each other, in order of their files' names. A name like
 * {@code bitstamp_orders_2015-05-01_BTCUSD.csv.xz} says venue and instrument.
 */
final class BitstampRecording implements OrderRecording {
  private static final String USUAL_EXCHANGE = "bitstamp";
  private static final String USUAL_SYMBOL = "BTCUSD";
  private static final Pattern NAME =
      Pattern.compile("([^_]+)_orders_\\d{4}-\\d{2}-\\d{2}_([^.]+)\\.csv(\\.xz|\\.gz)?");

  private final List<BitstampFile> parts;
  private final BitstampStart start = new BitstampStart();

  BitstampRecording(List<Path> files) {
    parts =
        files.stream()
            .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()))
            .map(BitstampFile::new)
            .toList();
  }

  @Override
  public List<Path> files() {
    return parts.stream().map(BitstampFile::path).toList();
  }

  @Override
  public String exchange() {
    return named(1, USUAL_EXCHANGE);
  }

  @Override
  public String symbol() {
    return named(2, USUAL_SYMBOL);
  }

  private String named(int group, String fallback) {
    Matcher matcher = NAME.matcher(parts.getFirst().path().getFileName().toString());
    return matcher.matches() ? matcher.group(group) : fallback;
  }

  private boolean unnamed() {
    return !NAME.matcher(parts.getFirst().path().getFileName().toString()).matches();
  }

  @Override
  public String typeName() {
    return "bitstamp_orders";
  }

  @Override
  public int depth(ImportOptions options) {
    return options.depth();
  }

  @Override
  public void see(Grid prices, Grid sizes) {
    for (BitstampFile part : parts) {
      part.read((event, place) -> {
        prices.see(event.price);
        sizes.see(event.coins());
        start.see(event);
      });
    }
  }

  @Override
  public long[] write(OrderTables tables, Grid prices, Grid sizes) {
    BitstampImport writer = new BitstampImport(tables, new BitstampSteps(prices, sizes), start);
    if (unnamed()) {
      tables.read(parts.getFirst().path());
      tables.found(Defect.INSTRUMENT_UNNAMED);
    }
    return parts.stream().mapToLong(writer::write).toArray();
  }
}
