package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;
import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BitstampImportTest {
  private static final String HEADER =
      "id,timestamp,exchange.timestamp,price,volume,action,direction";
  private static final long START = 1_430_438_400_000L;

  @TempDir Path folder;

  private final List<String> events = new ArrayList<>();

  /** An event at some ms after the start, of an order that was placed just then. */
  private void event(long id, long millis, String price, long volume, String action, String side) {
    placed(id, millis, START + millis, price, volume, action, side);
  }

  /** An event of an order that was placed long before the recording. */
  private void old(long id, long millis, String price, long volume, String action, String side) {
    placed(id, millis, START - 60_000, price, volume, action, side);
  }

  private void placed(
      long id, long millis, long when, String price, long volume, String action, String side) {
    events.add(
        String.join(
            ",", "" + id, "" + (START + millis), "" + when, price, "" + volume, action, side));
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".xz")
                ? new XZOutputStream(raw, new LZMA2Options())
                : name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
      for (String event : events) {
        out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Path tape() {
    return folder.resolve("out").resolve("a.tape");
  }

  private ImportReport read(Path file) {
    return Importer.run(List.of(file), tape(), ImportOptions.usual(), ImportProgress.NONE);
  }

  private ImportReport read() throws IOException {
    return read(write("bitstamp_orders_2015-05-01_BTCUSD.csv"));
  }

  private void twoSides() {
    event(10, 0, "99.00", 500_000_000, "created", "bid");
    event(11, 10, "101.00", 300_000_000, "created", "ask");
  }

  @Test
  void ordersAreCreatedAndDeleted() throws IOException {
    twoSides();
    event(12, 20, "99.00", 100_000_000, "created", "bid");
    event(10, 30, "99.00", 500_000_000, "deleted", "bid");
    ImportReport report = read();
    assertEquals(
        List.of(
            "ADD bid 10 99 x 5", "ADD ask 11 101 x 3", "ADD bid 12 99 x 1", "DELETE bid 10 99 x 5"),
        TapeRows.orders(tape()));
    assertEquals(List.of("receipt_time_only 1"), TapeRows.findings(report));
    assertEquals(new Instrument("bitstamp", "BTCUSD", 1, 1), report.header().instrument());
    try (Tape tape = Tape.open(tape())) {
      assertEquals(START * 1_000_000 + 30_000_000, tape.orders().exchangeTime(3));
      assertEquals(1, tape.states().bidSize(3, 0));
      assertEquals(4, tape.levels().rows());
    }
  }

  /** The taker's event may come before or after the maker's; sizes differ by rounding. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTradeShowsInTwoEventsAndIsWrittenOnce(boolean takerFirst) throws IOException {
    twoSides();
    event(13, 100, "101.50", 400_000_000, "created", "bid");
    Runnable maker = () -> event(11, takerFirst ? 202 : 200, "101.00", 0, "deleted", "ask");
    Runnable taker =
        () -> event(13, takerFirst ? 200 : 202, "101.50", 100_000_001, "changed", "bid");
    (takerFirst ? taker : maker).run();
    (takerFirst ? maker : taker).run();
    ImportReport report = read();
    List<String> orders = TapeRows.orders(tape());
    assertTrue(orders.contains("EXECUTE ask 11 1010 x 300000000"), "" + orders);
    assertTrue(orders.contains("TAKE bid 13 1015 x 299999999"), "" + orders);
    assertEquals(List.of("1 1010 x 300000000"), TapeRows.trades(tape()));
    assertTrue(
        TapeRows.findings(report).contains("crossed " + (takerFirst ? 2 : 1)),
        "" + TapeRows.findings(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals((START + 200) * 1_000_000, tape.trades().localTime(0));
    }
  }

  @Test
  void whatWasPlacedBeforeIsAddedAtTheBeginning() throws IOException {
    twoSides();
    old(7, 20, "99.00", 400_000_000, "deleted", "bid");
    old(6, 30, "99.00", 200_000_000, "changed", "bid");
    old(5, 40, "98.00", 0, "deleted", "bid");
    ImportReport report = read();
    assertEquals(
        List.of(
            "inferred ADD bid 6 99 x 2",
            "inferred ADD bid 7 99 x 4",
            "ADD bid 10 99 x 5",
            "ADD ask 11 101 x 3",
            "DELETE bid 7 99 x 4"),
        TapeRows.orders(tape()));
    assertEquals(
        List.of("receipt_time_only 1", "placed_before 2", "trade_of_unknown_size 2"),
        TapeRows.findings(report));
  }

  /** A taker met an order of unknown size: the taker's loss is the trade. */
  @Test
  void aTradeWithAnOrderOfUnknownSize() throws IOException {
    twoSides();
    event(12, 100, "98.00", 200_000_000, "created", "ask");
    old(5, 200, "99.50", 0, "deleted", "bid");
    event(12, 202, "98.00", 0, "deleted", "ask");
    read();
    assertEquals(List.of("-1 995 x 2"), TapeRows.trades(tape()));
  }

  @Test
  void messagesOutOfTurnAreDropped() throws IOException {
    twoSides();
    event(12, 20, "99.50", 100_000_000, "deleted", "bid"); // Overtook its creation.
    event(12, 21, "99.50", 100_000_000, "created", "bid");
    event(10, 30, "99.00", 500_000_000, "deleted", "bid");
    event(10, 31, "99.00", 500_000_000, "deleted", "bid");
    event(10, 32, "99.00", 300_000_000, "changed", "bid");
    ImportReport report = read();
    assertTrue(TapeRows.findings(report).contains("order_gone 4"));
    assertEquals(List.of(new ImportReport.Rows("orders", 7, 3, 4)), report.tables());
    assertEquals(3, TapeRows.orders(tape()).size());
  }

  @Test
  void whatContradictsIsRepairedAndNamed() throws IOException {
    twoSides();
    event(10, 20, "99.50", 500_000_000, "changed", "bid"); // Another price.
    event(11, 30, "101.00", 200_000_000, "created", "ask"); // The id again.
    event(11, 40, "101.00", 900_000_000, "deleted", "ask"); // Another size.
    event(14, 50, "-1", 100_000_000, "created", "bid");
    event(15, 60, "98.00", -5, "created", "bid");
    event(16, 70, "98.00", 0, "created", "bid");
    event(17, 5, "98.00", 100_000_000, "created", "bid"); // Back in time.
    event(17, 80, "98.00", 50_000_000, "changed", "bid"); // No other half of this trade.
    ImportReport report = read();
    assertEquals(
        List.of(
            "receipt_time_only 1",
            "order_repriced 1",
            "order_id_reused 1",
            "order_contradicted 1",
            "bad_price 1",
            "bad_size 2",
            "time_went_back 1",
            "out_of_turn 1",
            "one_sided_trade 1"),
        TapeRows.findings(report));
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.csv", "o.csv.gz", "o.csv.xz"})
  void plainOrPacked(String name) throws IOException {
    twoSides();
    ImportReport report = read(write(name));
    assertEquals(2, report.tables().getFirst().read());
    assertTrue(TapeRows.findings(report).contains("instrument_unnamed 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,1430438400100,1430438400100,99,1,created,bid | column id: '0' is no id",
        "x,1430438400100,1430438400100,99,1,created,bid | column id: 'x' is not a number",
        "9,-5,1430438400100,99,1,created,bid | column timestamp: '-5' is no time",
        "9,99999999999999999,1430438400100,99,1,created,bid | column timestamp: '99999999999999999'",
        "9,1430438400100,NaN,99,1,created,bid | column exchange.timestamp: 'NaN' is not a number",
        "9,1430438400100,1430438400100,1e9,1,created,bid | column price: '1e9' is not a number",
        "9,1430438400100,1430438400100,9999999999,1,created,bid | column price: 9.999999999E9 is too",
        "9,1430438400100,1430438400100,99,1.5,created,bid | column volume: '1.5' is not a number",
        "9,1430438400100,1430438400100,é9,1,created,bid | column price: 'é9' is not a number",
        "9,1430438400100,1430438400100,99,1,made,bid | column action: 'made' is no action",
        "9,1430438400100,1430438400100,99,1,created,buy | column direction: 'buy' is no direction",
        "9,1430438400100,1430438400100,99,1,created | the row has 6 columns where 7 belong",
      })
  void aLineThatIsNoEvent(String line, String error) throws IOException {
    twoSides();
    events.add(line);
    Path file = write("o.csv");
    InputException refusal = assertThrows(InputException.class, () -> read(file));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(folder.toString()), message);
    assertTrue(message.contains("o.csv, line 4"), message);
    assertTrue(message.contains(error), message);
  }

  @Test
  void noEvents() throws IOException {
    Path file = write("o.csv");
    InputException refusal = assertThrows(InputException.class, () -> read(file));
    assertTrue(refusal.getMessage().contains("there are no events below the header"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
  void anXzFileCutOffAnywhere(double share) throws IOException {
    for (int i = 0; i < 3000; i++) {
      event(100 + i, i, "99." + i % 100, 1 + i * 7919L, "created", "bid");
    }
    byte[] whole = Files.readAllBytes(write("o.csv.xz"));
    Path cut = folder.resolve("cut.csv.xz");
    Files.write(cut, Arrays.copyOf(whole, Math.max(8, (int) (share * whole.length))));
    InputException refusal = assertThrows(InputException.class, () -> read(cut));
    assertTrue(refusal.getMessage().contains("cut.csv.xz"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("cut off or damaged"), refusal.getMessage());
  }

  @Test
  void theRealRecording() {
    ImportReport report = read(RecordedData.require("l3/orders_2015-05-01.csv.xz"));
    assertEquals(List.of(new ImportReport.Rows("orders", 50_414, 50_382, 32)), report.tables());
    assertTrue(TapeRows.findings(report).contains("one_sided_trade 7"));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(576, tape.trades().rows());
      OrderBook book = new OrderBook();
      for (long row = 0; row < tape.orders().rows(); row++) {
        assertEquals(OrderOutcome.APPLIED, tape.orders().apply(row, book), "row " + row);
      }
      BookStates states = tape.states();
      assertEquals(book.bestBid(), states.bidPrice(states.rows() - 1, 0));
      assertEquals(book.bestAsk(), states.askPrice(states.rows() - 1, 0));
    }
  }
}
