package io.makerbench.oracle;

import io.makerbench.book.OrderLatency;
import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.Tape;
import io.makerbench.tape.TapeCache;
import io.makerbench.venue.MarketReplay;
import io.makerbench.venue.ReferenceMaker;
import io.makerbench.venue.VenueTerms;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the field's reference replay engine (hftbacktest's Rust core 0.9.4) gives a simple maker on
 * the Binance futures BTCUSDT recording of 2024-08-08. It needs that recording.
 */
record ReferenceFillsOracle(Settings settings) implements Oracle {
  private static final String SOURCE = "hftbacktest 0.9.4";
  private static final long NS_PER_MILLI = 1_000_000;
  private static final double MAKER_FEE = -0.5e-4;
  private static final double TAKER_FEE = 7e-4;
  private static final ReferenceMaker MAKER = new ReferenceMaker(10, 50);
  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("interval", "time between wake-ups of the maker, ms", 100, 1, 1e6),
          new OracleKey("latency", "time a request or response travels, ms", 10, 0, 1e6));
  private static final String POSITION = "position";
  private static final String CASH = "cash without fees";
  private static final String FEES = "fees";
  private static final String FILLS = "fills";
  private static final String SENT = "orders sent";
  private static final String CANCELS = "cancels sent";
  private static final String WAKE_UPS = "wake-ups";
  private static final String ROWS = "merged rows";
  private static final List<Published> PUBLISHED =
      List.of(
          number(100, ROWS, "480776"),
          number(100, POSITION, "0.000"),
          number(100, CASH, "-22.629"),
          number(100, FEES, "-10.552516"),
          number(100, FILLS, "342"),
          number(100, SENT, "5833"),
          number(100, CANCELS, "5471"),
          number(100, WAKE_UPS, "3447"),
          number(10, ROWS, "480776"),
          number(10, POSITION, "0.010"),
          number(10, CASH, "-678.505"),
          number(10, FEES, "-29.094730"),
          number(10, FILLS, "943"),
          number(10, SENT, "49868"),
          number(10, CANCELS, "49482"),
          number(10, WAKE_UPS, "34478"));

  private static Published number(int interval, String quantity, String digits) {
    return Published.printed(
        OracleCase.defaults(KEYS).with(Map.of("interval", (double) interval)).values(),
        quantity,
        SOURCE,
        digits,
        0);
  }

  @Override
  public String name() {
    return "reference-fills";
  }

  @Override
  public String help() {
    return "a simple maker on a recorded market, against the field's reference engine";
  }

  @Override
  public boolean needsRecordings() {
    return true;
  }

  @Override
  public List<OracleKey> keys() {
    return KEYS;
  }

  @Override
  public List<OracleCase> publishedCases() {
    return PUBLISHED.stream().map(p -> new OracleCase(p.values())).distinct().toList();
  }

  @Override
  public List<Finding> findings(OracleCase given) {
    try (Tape tape = Tape.open(tape())) {
      MarketReplay market = new MarketReplay(tape, terms(tape, given));
      long wakeUps = MAKER.run(market, given.whole("interval") * NS_PER_MILLI);
      return List.of(
          finding(given, ROWS, tape.events().rows()),
          finding(given, POSITION, tape.instrument().size(market.account().position())),
          finding(given, CASH, market.account().cash()),
          finding(given, FEES, market.account().fees()),
          finding(given, FILLS, market.fills().count()),
          finding(given, SENT, market.ordersSent()),
          finding(given, CANCELS, market.cancelsSent()),
          finding(given, WAKE_UPS, wakeUps));
    }
  }

  private Finding finding(OracleCase given, String quantity, double ours) {
    return PUBLISHED.stream()
        .filter(p -> p.holdsFor(given, quantity))
        .findFirst()
        .map(p -> Finding.exact(name(), given, p, ours))
        .orElseGet(() -> Finding.alone(name(), given, quantity, ours, Finding.ABSOLUTE));
  }

  private Path tape() {
    Path data = settings.data();
    if (data == null) {
      throw new InputException(
          "The oracle reference-fills needs recordings: name their folder with "
              + Settings.DATA_VARIABLE
              + " or the setting data.location.");
    }
    List<Path> files =
        new Recordings(data)
            .filesOf("binance-futures", "BTCUSDT", List.of(LocalDate.of(2024, 8, 8)));
    return new TapeCache(settings.place().tapes())
        .imported(files, ImportOptions.usual(), ImportProgress.NONE);
  }

  private static VenueTerms terms(Tape tape, OracleCase given) {
    long latency = given.whole("latency") * NS_PER_MILLI;
    return new VenueTerms(
        tape.instrument().priceStep(),
        tape.instrument().sizeStep(),
        new OrderLatency(latency, latency, latency, latency),
        VenueTerms.Execution.WHOLE,
        VenueTerms.TradeSize.SHARED,
        MAKER_FEE,
        TAKER_FEE);
  }
}
