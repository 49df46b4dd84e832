package io.makerbench.tape;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Order events of Bitstamp that continue each other, in order of their files' names. A name like
 * {@code bitstamp_orders_2015-05-01_BTCUSD.csv.xz} says venue and instrument.
 */
final class BitstampRecording implements OrderRecording {
  /** Venue and instrument of a file whose name does not say. */
  static final String EXCHANGE = "bitstamp";

  static final String SYMBOL = "BTCUSD";

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
    return name().map(RecordingName::market).orElse(EXCHANGE);
  }

  @Override
  public String symbol() {
    return name().map(RecordingName::symbol).orElse(SYMBOL);
  }

  private Optional<RecordingName> name() {
    return RecordingName.of(parts.getFirst().path());
  }

  /** True where the name has neither venue nor instrument. */
  private boolean unnamed() {
    String file = parts.getFirst().path().getFileName().toString();
    return !file.startsWith(exchange() + "_" + RecordingName.ORDERS)
        || !file.contains("_" + symbol());
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
