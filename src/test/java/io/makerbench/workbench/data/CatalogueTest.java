package io.makerbench.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.ImportSet;
import io.makerbench.tape.Importer;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.RecordingFormat;
import io.makerbench.tape.TapeSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir private Path folder;
  private DataFolder user;
  private final Catalogue catalogue = new Catalogue();

  @BeforeEach
  void folders() throws IOException {
    user = DataFolder.below(folder).withRecordings();
  }

  private List<TapeRow> scan(Path... elsewhere) {
    return catalogue.scan(List.of(user.home().resolve("tapes"), user.data()), List.of(elsewhere));
  }

  private ImportJob job() {
    return new ImportJob(
        new ImportSet("coin", List.of(user.data().resolve(DataFolder.TRADES))),
        null,
        ImportOptions.usual(),
        user.data().resolve("coin.tape"),
        user.home().resolve("tapes"));
  }

  private Path importAll(Path tape) {
    Importer.run(
        List.of(user.data().resolve(DataFolder.UPDATES), user.data().resolve(DataFolder.TRADES)),
        tape,
        ImportOptions.usual(),
        ImportProgress.NONE);
    return tape;
  }

  @Test
  void recordingsAreOneLineUntilATapeHoldsThem() {
    TapeRow recordings = scan().getFirst();
    assertEquals(TapeRow.Kind.RECORDING, recordings.kind());
    assertEquals("2024-08-01 00:00", Moments.minute(recordings.startNs()));
    Path tape = importAll(folder.resolve("elsewhere.tape"));
    List<TapeRow> rows = scan(tape);
    assertEquals(List.of(tape), rows.stream().map(TapeRow::path).toList());
    assertEquals("COIN", rows.getFirst().symbol());
  }

  @Test
  void aTapeIsReadAgainOnlyWhenItChanged() throws IOException {
    Path tape = importAll(user.data().resolve("coin.tape"));
    TapeRow first = scan().getFirst();
    assertSame(first, scan().getFirst());
    Files.writeString(tape, "damaged");
    TapeRow damaged = scan().getFirst();
    assertEquals(TapeRow.Kind.UNREADABLE, damaged.kind());
    assertTrue(damaged.note().startsWith("coin.tape is not a tape"), damaged.note());
  }

  @Test
  void tapesElsewhereAreRememberedWhileTheyExist() throws IOException {
    Path tape = importAll(folder.resolve("elsewhere.tape"));
    KnownTapes known = new KnownTapes(user.home());
    known.add(tape);
    known.add(tape);
    assertEquals(List.of(tape.toAbsolutePath()), new KnownTapes(user.home()).list());
    Files.delete(tape);
    assertEquals(List.of(), known.list());
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    ImportJob job = job();
    Path tape = user.data().resolve("coin.tape");
    ImportMeter meter = new ImportMeter(job.set().files(), (share, words) -> false, () -> 0);
    assertThrows(
        CancellationException.class,
        () -> Importer.run(job.set().files(), tape, job.options(), meter));
    assertEquals(List.of(DataFolder.UPDATES, DataFolder.TRADES), left());
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(user.data())) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileOfAnotherFormatThanChosenIsRefused() {
    List<Path> files = job().set().files();
    InputException error =
        assertThrows(InputException.class, () -> RecordingFormat.LOBSTER.require(files));
    assertTrue(error.getMessage().contains("does not look like LOBSTER"), error.getMessage());
    RecordingFormat.TARDIS.require(files);
  }

  @Test
  void aFormForSeveralInstrumentsNamesNoTape() throws IOException {
    Files.copy(
        user.data().resolve(DataFolder.TRADES),
        user.data().resolve("venue_trades_2024-08-01_OTHER.csv.gz"));
    ImportForm form = new ImportForm();
    form.files().add(user.data().resolve(DataFolder.TRADES));
    form.files().add(user.data().resolve("venue_trades_2024-08-01_OTHER.csv.gz"));
    assertEquals(2, form.jobs(folder).size());
    form.target().set("one.tape");
    InputException error = assertThrows(InputException.class, () -> form.jobs(folder));
    assertTrue(error.getMessage().contains("2 tapes"), error.getMessage());
  }

  @Test
  void aConfigurationForATapeIsRightAndOrdersAreOfAUsualValue() {
    TapeSummary tape = TapeSummary.of(importAll(folder.resolve("coin.tape")));
    assertEquals(List.of(), ConfigFiles.problems(TapeConfig.of(tape, Double.NaN)));
    Instrument share = new Instrument("nasdaq", "AMZN", 0.01, 1);
    assertEquals(1, TapeConfig.orderSize(share, 220));
    Instrument coin = new Instrument("binance", "BTCUSDT", 0.01, 0.00001);
    assertEquals(0.001, TapeConfig.orderSize(coin, 60_000), 1e-12);
    assertFalse(TapeConfig.of(tape, 100).at("/market/simulator/min_order_size").isMissingNode());
  }
}
