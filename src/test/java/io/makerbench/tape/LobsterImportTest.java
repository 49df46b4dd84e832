package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small LOBSTER archives whose tapes are known by hand. */
class LobsterImportTest {
  @TempDir Path folder;

  private final List<String> messages = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  private void message(String message, String row) {
    messages.add(message);
    rows.add(row);
  }

  private ImportReport read(int levels) throws IOException {
    return read(levels, ImportOptions.usual());
  }

  private ImportReport read(int levels, ImportOptions options) throws IOException {
    Path file = LobsterFile.write(folder.resolve("abc.zip"), levels, messages, rows);
    return Importer.run(List.of(file), tape(), options, ImportProgress.NONE);
  }

  private Path tape() {
    return folder.resolve("a.tape");
  }

  private List<String> orders() {
    return TapeRows.orders(tape());
  }

  private static List<String> findings(ImportReport report) {
    return TapeRows.findings(report);
  }

  @Test
  void everyTypeOfMessage() throws IOException {
    message("34200.000000001,1,11,100,1000000,1", "1000200,50,1000000,100");
    message("34200.5,1,12,30,1000000,1", "1000200,50,1000000,130");
    message("34201,2,11,40,1000000,1", "1000200,50,1000000,90");
    message("34202,4,11,25,1000000,1", "1000200,50,1000000,65");
    message("34203,5,0,7,1000100,-1", "1000200,50,1000000,65");
    message("34204,3,11,35,1000000,1", "1000200,50,1000000,30");
    message("34205,6,-1,500,1000100,-1", "1000200,50,1000000,30");
    message("34206,7,0,0,-1,-1", "1000200,50,1000000,30");
    message("34207,7,0,0,0,-1", "1000200,50,1000000,30");
    message("34208,7,0,0,1,-1", "1000200,50,1000000,30");
    message("34209,4,77,20,1000200,-1", "1000200,30,1000000,30");
    ImportReport report = read(1);

    assertEquals(new Instrument("nasdaq", "ABC", 0.01, 1), report.header().instrument());
    assertEquals(
        List.of(
            "inferred ADD ask -20006 10002 x 50",
            "ADD bid 11 10000 x 100",
            "ADD bid 12 10000 x 30",
            "CANCEL bid 11 10000 x 40",
            "EXECUTE bid 11 10000 x 25",
            "HIDDEN ask 0 10001 x 7",
            "DELETE bid 11 10000 x 35",
            "AUCTION - 0 10001 x 500",
            "HALT - 0 0 x 0",
            "QUOTING - 0 0 x 0",
            "RESUME - 0 0 x 0",
            "EXECUTE ask -20006 10002 x 20"),
        orders());
    assertEquals(
        List.of("-1 10000 x 25", "1 10001 x 7", "0 10001 x 500", "1 10002 x 20"),
        TapeRows.trades(tape()));
    assertEquals(
        List.of("resting_at_start 1", "hidden_trade 1", "auction_trade 1", "unknown_order 1"),
        findings(report));
    assertEquals(List.of(new ImportReport.Rows("orders", 11, 11, 0)), report.tables());
  }

  /** Archives are often unpacked; and one may hold several days. */
  @Test
  void theSameFilesUnpackedAndDaysInOneArchive() throws IOException {
    String name = "ABC_2012-06-2%d_34200000_57600000_%s_1.csv";
    List<Path> files = new ArrayList<>();
    Path archive = folder.resolve("days.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (int day = 1; day <= 2; day++) {
        for (String kind : List.of("orderbook", "message")) {
          byte[] line =
              (kind.equals("message")
                      ? "34200.5,1,2" + day + ",100,1000000,1\n"
                      : "1000200,50,1000000,10" + day + "\n")
                  .getBytes(StandardCharsets.UTF_8);
          String entry = name.formatted(day, kind);
          files.add(Files.write(folder.resolve(entry), line));
          zip.putNextEntry(new ZipEntry(entry));
          zip.write(line);
        }
      }
    }
    ImportReport report = Importer.run(files, tape(), ImportOptions.usual(), ImportProgress.NONE);
    assertEquals(
        List.of(1L, 1L, 1L, 1L),
        report.header().sources().stream().map(TapeHeader.Source::rows).toList());
    List<String> orders = orders();
    assertEquals(
        List.of(
            "inferred ADD bid -20001 10000 x 1",
            "inferred ADD ask -20006 10002 x 50",
            "ADD bid 21 10000 x 100",
            "inferred DELETE bid -20001 10000 x 1",
            "inferred DELETE bid 21 10000 x 100",
            "inferred ADD bid -20001 10000 x 2",
            "inferred DELETE ask -20006 10002 x 50",
            "inferred ADD ask -20006 10002 x 50",
            "ADD bid 22 10000 x 100"),
        orders);
    Importer.run(List.of(archive), tape(), ImportOptions.usual(), ImportProgress.NONE);
    assertEquals(orders, orders());
    InputException alone =
        assertThrows(
            InputException.class,
            () ->
                Importer.run(
                    files.subList(0, 3), tape(), ImportOptions.usual(), ImportProgress.NONE));
    assertTrue(alone.getMessage().contains("22_34200000_57600000_orderbook_1.csv: each file"));
  }

  @Test
  void timesAreOfNewYork() throws IOException {
    message("34200.017459617,1,11,100,1000000,1", "1000200,50,1000000,100");
    message("43002.632812672004,1,12,5,1000000,1", "1000200,50,1000000,105");
    read(1);
    try (Tape tape = Tape.open(tape())) {
      long last = tape.orders().rows() - 1;
      assertEquals(
          Instant.parse("2012-06-21T13:30:00.017459617Z"),
          Instant.EPOCH.plusNanos(tape.orders().exchangeTime(0)));
      assertEquals(
          Instant.parse("2012-06-21T15:56:42.632812672Z"),
          Instant.EPOCH.plusNanos(tape.orders().localTime(last)));
    }
  }

  @Test
  void statesAreThePublishedRowsThatDiffer() throws IOException {
    message("1,1,11,100,1000000,1", "1000200,50,1000000,100,1000300,9,999900,8");
    message("2,5,0,1,1000100,1", "1000200,50,1000000,100,1000300,9,999900,8");
    message("3,3,99,9,1000300,-1", "1000200,50,1000000,100," + LobsterFile.EMPTY_ASK + ",999900,8");
    read(2);
    try (Tape tape = Tape.open(tape())) {
      BookStates states = tape.states();
      assertEquals(2, states.rows());
      assertEquals(2, states.depth());
      assertEquals(100_00, states.bidPrice(0, 0));
      assertEquals(9, states.askSize(0, 1));
      assertEquals(0, states.askSize(1, 1));
      assertEquals(1, states.firstChanged(1));
    }
  }

  /** A level beyond the edge is taken from the row; what the book knew of it is gone. */
  @Test
  void aLevelThatComesBackIntoViewIsTakenFromTheRow() throws IOException {
    message("1,1,11,10,1000000,1", "1000900,5,1000000,10");
    message("2,1,12,10,1000100,1", "1000900,5,1000100,10");
    message("3,3,12,10,1000100,1", "1000900,5,1000000,17");
    message("4,4,11,10,1000000,1", "1000900,5,1000000,7");
    ImportReport report = read(1);
    assertEquals(
        List.of(
            "ADD bid 12 10001 x 10",
            "DELETE bid 12 10001 x 10",
            "inferred DELETE bid 11 10000 x 10",
            "inferred ADD bid -20001 10000 x 17",
            "EXECUTE bid -20001 10000 x 10"),
        orders().subList(2, 7));
    assertEquals(
        List.of("resting_at_start 1", "level_came_into_view 1", "unknown_order 1"),
        findings(report));
  }

  @Test
  void aLevelThatComesBackUnchangedKeepsItsOrders() throws IOException {
    message("1,1,11,10,1000000,1", "1000900,5,1000000,10");
    message("2,1,12,10,1000100,1", "1000900,5,1000100,10");
    message("3,3,12,10,1000100,1", "1000900,5,1000000,10");
    message("4,4,11,10,1000000,1", "1000900,5,999000,3");
    ImportReport report = read(1);
    assertEquals("EXECUTE bid 11 10000 x 10", orders().get(4));
    assertEquals(List.of("resting_at_start 1", "level_came_into_view 1"), findings(report));
  }

  /** An order nobody saw come, at a level whose orders were all known: which are left is open. */
  @Test
  void anUnknownOrderAmongKnownOnesMakesTheQueueUnknown() throws IOException {
    message("1,1,11,10,1000000,1", "1000900,5,1000000,10");
    message("2,3,99,4,1000000,1", "1000900,5,1000000,6");
    ImportReport report = read(1);
    assertEquals(
        List.of(
            "inferred DELETE bid 11 10000 x 10",
            "inferred ADD bid -20001 10000 x 10",
            "CANCEL bid -20001 10000 x 4"),
        orders().subList(2, 5));
    assertTrue(findings(report).contains("queue_forgotten 1"));
  }

  /** Out of view it lost three shares, and another order of three came: the total is the same. */
  @Test
  void anOrderThatChangedOutOfViewMakesTheQueueUnknown() throws IOException {
    message("1,1,11,10,1000000,1", "1000900,5,1000000,10");
    message("2,1,12,5,1000100,1", "1000900,5,1000100,5");
    message("3,3,12,5,1000100,1", "1000900,5,1000000,10");
    message("4,3,11,7,1000000,1", "1000900,5,1000000,3");
    ImportReport report = read(1);
    assertEquals(
        List.of(
            "inferred DELETE bid 11 10000 x 10",
            "inferred ADD bid -20001 10000 x 10",
            "CANCEL bid -20001 10000 x 7"),
        orders().subList(4, 7));
    assertEquals(List.of("resting_at_start 1", "queue_forgotten 1"), findings(report));
  }

  @Test
  void hiddenTradesBetweenTicksMakeTheTickFiner() throws IOException {
    message("1,1,11,10,1000000,1", "1000100,5,1000000,10");
    message("2,5,0,4,1000050,1", "1000100,5,1000000,10");
    assertEquals(0.001, read(1).header().instrument().priceStep());
    ImportReport rounded = read(1, new ImportOptions(false, 25, 0.01, null));
    assertTrue(findings(rounded).contains("off_grid 1"), () -> "" + findings(rounded));
    InputException coarse =
        assertThrows(InputException.class, () -> read(1, new ImportOptions(false, 25, 0.03, null)));
    assertTrue(
        coarse.getMessage().contains("orderbook_1.csv, line 1, column"), coarse.getMessage());
    InputException lots =
        assertThrows(
            InputException.class, () -> read(1, new ImportOptions(false, 25, null, 100.0)));
    assertTrue(lots.getMessage().startsWith("size_step is 100.0"), lots.getMessage());
  }

  @Test
  void messagesThatContradictTheBookAreRepairedFromTheRow() throws IOException {
    message("10,1,11,10,1000000,1", "1000900,5,1000000,10");
    message("11,1,11,6,999000,1", "1000900,5,999000,6"); // The id again: the older one goes.
    message("12,2,11,9,999000,1", "1000900,5,999000,6"); // More than is left.
    message("13,3,11,6,998000,1", "1000900,5,999000,6"); // Another price.
    message("14,1,12,-5,999000,1", "1000900,5,999000,6");
    message("15,1,13,5,-1,1", "1000900,5,999000,6");
    message("3,1,14,5,999000,1", "1000900,5,999000,11"); // Back in time.
    message("15,3,14,5,998000,1", "1000900,5,999000,11"); // Another price.
    message("16,1,15,5,999000,1", "1000900,5,999000,500"); // The row differs.
    message("17,3,88,5000,999000,1", "1000900,5,999000,500"); // Unknown and too large.
    ImportReport report = read(1);
    assertEquals(
        Set.of(
            "resting_at_start 1",
            "order_id_reused 1",
            "order_contradicted 4",
            "book_differs 1",
            "unknown_order 1",
            "bad_size 1",
            "bad_price 1",
            "time_went_back 1"),
        Set.copyOf(findings(report)));
    assertEquals(List.of(new ImportReport.Rows("orders", 10, 8, 2)), report.tables());
    InputException strict =
        assertThrows(InputException.class, () -> read(1, ImportOptions.usual().strictly()));
    assertTrue(
        strict.getMessage().contains("1 × order_id_reused in orders, first in abc.zip, line 2"));
  }
}
