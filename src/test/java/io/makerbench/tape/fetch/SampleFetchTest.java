package io.makerbench.tape.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SampleFetchTest {
  private static final String PATH = "venue/trades/2024/08/01/COIN.csv.gz";
  private static final Sample SAMPLE =
      new Sample("venue", "coin", "trades", LocalDate.of(2024, 8, 1));
  private static final Retry IMPATIENT = new Retry(3, Duration.ZERO, Duration.ofSeconds(30));

  @TempDir Path folder;
  private Vendor vendor;
  private byte[] content;
  private Path target;
  private final Follower follower = new Follower();

  @BeforeEach
  void open() throws IOException {
    vendor = new Vendor();
    content = packed(1);
    vendor.with(PATH, content);
    target = folder.resolve("venue_trades_2024-08-01_COIN.csv.gz");
  }

  @AfterEach
  void close() {
    vendor.close();
  }

  /** About 70 kB that gzip cannot make much smaller. */
  private static byte[] packed(int version) throws IOException {
    return Vendor.gzip(
        IntStream.range(0, 10_000)
            .mapToObj(i -> Integer.toHexString((i * version) * 0x9E3779B9))
            .collect(Collectors.joining("\n")));
  }

  /** Notes what it is told, and cancels when it is to. */
  private static final class Follower implements FetchProgress {
    private final List<String> notes = new ArrayList<>();
    private long cancelAt = Long.MAX_VALUE;
    private long total;

    @Override
    public boolean goOn(String file, long bytes, long of) {
      total = Math.max(total, of);
      return bytes < cancelAt;
    }

    @Override
    public void note(String words) {
      notes.add(words);
    }
  }

  private FetchedFile fetch() {
    return fetch(IMPATIENT);
  }

  private FetchedFile fetch(Retry retry) {
    return new SampleFetch(vendor.address(), folder, retry)
        .run(List.of(SAMPLE), follower)
        .getFirst();
  }

  private String refusal() {
    return assertThrows(InputException.class, this::fetch).getMessage();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void whole() throws IOException {
    assertArrayEquals(content, Files.readAllBytes(target));
    assertEquals(List.of(target.getFileName().toString()), left());
  }

  @Test
  void fetchesAndChecksAFile() throws IOException {
    FetchedFile file = fetch();
    assertEquals(target, file.path());
    assertEquals("gzip, length, ETag", file.checked());
    assertEquals(content.length, follower.total);
    assertEquals(List.of(PATH), vendor.asked());
    whole();
  }

  @Test
  void leavesAloneWhatIsThere() throws IOException {
    fetch();
    assertEquals("", fetch().checked());
    assertEquals(1, vendor.asked().size());
  }

  @Test
  void goesOnWhereAConnectionBroke() throws IOException {
    vendor.breakAfter(20_000, 2);
    fetch();
    assertEquals(List.of(PATH, PATH + " bytes=20000-", PATH + " bytes=40000-"), vendor.asked());
    assertTrue(follower.notes.getFirst().contains("the connection broke at 20,000 bytes"));
    whole();
  }

  @Test
  void goesOnWithWhatAnEarlierFetchLeft() throws IOException {
    vendor.breakAfter(30_000, 1);
    vendor.failWith();
    follower.cancelAt = 30_000;
    assertThrows(CancellationException.class, this::fetch);
    assertEquals(
        List.of(target.getFileName() + ".part", target.getFileName() + ".part.json"), left());
    follower.cancelAt = Long.MAX_VALUE;
    fetch();
    assertEquals(PATH + " bytes=30000-", vendor.asked().getLast());
    whole();
  }

  @Test
  void givesUpWhenNothingComesAndKeepsWhatCame() throws IOException {
    vendor.breakAfter(10_000, 1);
    FetchProgress thenDown =
        new FetchProgress() {
          @Override
          public boolean goOn(String file, long bytes, long total) {
            return true;
          }

          @Override
          public void note(String words) {
            vendor.failWith(503);
          }
        };
    SampleFetch fetch = new SampleFetch(vendor.address(), folder, IMPATIENT);
    InputException error =
        assertThrows(InputException.class, () -> fetch.run(List.of(SAMPLE), thenDown));
    assertTrue(
        error.getMessage().contains("503") && error.getMessage().contains("10,000 bytes that came"),
        error.getMessage());
    assertEquals(10_000, Files.size(folder.resolve(target.getFileName() + ".part")));
    fetch();
    whole();
  }

  @Test
  void beginsAnewWhenTheFileChangedBetweenParts() throws IOException {
    vendor.breakAfter(30_000, 1);
    FetchProgress change =
        new FetchProgress() {
          @Override
          public boolean goOn(String file, long bytes, long total) {
            return true;
          }

          @Override
          public void note(String words) {
            follower.note(words);
            try {
              content = packed(3);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
            vendor.with(PATH, content);
          }
        };
    new SampleFetch(vendor.address(), folder, IMPATIENT).run(List.of(SAMPLE), change);
    assertTrue(follower.notes.getLast().contains("changed meanwhile"), follower.notes.toString());
    whole();
  }

  @Test
  void withoutAnythingThatNamesTheVersionAPartIsFetchedAnew() throws IOException {
    vendor.etag("W/\"%s\"");
    vendor.breakAfter(30_000, 1);
    fetch();
    assertEquals(List.of(PATH, PATH), vendor.asked());
    whole();
  }

  @Test
  void refusesAWrongEntityTagAfterASecondTry() throws IOException {
    vendor.etag("\"00000000000000000000000000000000\"");
    String words = refusal();
    assertTrue(words.contains("twice") && words.contains("not the ETag"), words);
    assertEquals(List.of(PATH, PATH), vendor.asked());
    assertEquals(List.of(), left());
  }

  @Test
  void holdsAFileAgainstItsContentMd5() throws IOException {
    vendor.header("Content-MD5", Base64.getEncoder().encodeToString(new byte[16]));
    assertTrue(refusal().contains("Content-MD5"));
    vendor.header(
        "Content-MD5",
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Vendor.md5(content))));
    assertEquals("gzip, length, Content-MD5, ETag", fetch().checked());
  }

  @Test
  void anEntityTagThatIsNoMd5IsNoChecksum() {
    vendor.etag("\"%s-7\"");
    assertEquals("gzip, length", fetch().checked());
  }

  @Test
  void refusesADamagedFileThoughItsLengthIsRight() throws IOException {
    byte[] damaged = content.clone();
    damaged[damaged.length / 2] ^= 1;
    vendor.with(PATH, damaged);
    String words = refusal();
    assertTrue(words.contains("no whole gzip file"), words);
    assertEquals(List.of(), left());
  }

  @Test
  void saysWhatIsNotThere() throws IOException {
    Sample other = new Sample("venue", "NONE", "trades", LocalDate.of(2024, 8, 1));
    SampleFetch fetch = new SampleFetch(vendor.address(), folder, IMPATIENT);
    InputException error =
        assertThrows(InputException.class, () -> fetch.run(List.of(other), follower));
    assertTrue(error.getMessage().startsWith("There is no trades of NONE at venue on 2024-08-01"));
    assertEquals(List.of(), left());
  }

  @Test
  void saysWhichDaysAreFree() {
    vendor.failWith(401);
    assertTrue(refusal().contains("first days of months"));
  }

  @Test
  void asksAgainOfAServerThatIsBusy() throws IOException {
    vendor.failWith(503, 429);
    fetch();
    assertEquals(3, vendor.asked().size());
    whole();
  }

  @Test
  void takesAConnectionOnWhichNothingComesForBroken() throws IOException {
    vendor.breakAfter(20_000, 1);
    vendor.stall();
    fetch(new Retry(3, Duration.ZERO, Duration.ofMillis(300)));
    assertTrue(follower.notes.getFirst().contains("nothing came"), follower.notes.toString());
    assertEquals(PATH + " bytes=20000-", vendor.asked().getLast());
    whole();
  }

  @Test
  void endsAConnectionOnWhichNothingComesWhenCancelled() throws IOException {
    vendor.breakAfter(20_000, 1);
    vendor.stall();
    follower.cancelAt = 20_000;
    assertThrows(CancellationException.class, this::fetch);
    assertTrue(left().contains(target.getFileName() + ".part"));
  }

  @Test
  void anEmptyDayIsNoRecording() throws IOException {
    vendor.with(PATH, Vendor.gzip(""));
    assertTrue(refusal().contains("recorded nothing"));
    assertEquals(List.of(), left());
  }

  @Test
  void saysWhenTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "Skipped: only Linux has a disk that is always full.");
    Files.createSymbolicLink(folder.resolve(target.getFileName() + ".part"), full);
    String words = refusal();
    assertTrue(words.contains("cannot be written") && words.contains("Make room"), words);
    assertFalse(Files.exists(target));
  }

  @Test
  void oneFetchAtATimeHoldsAFile() throws IOException {
    Path part = folder.resolve(target.getFileName() + ".part");
    try (FileChannel held =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertTrue(held.lock().isValid());
      assertTrue(refusal().contains("being fetched already"));
      assertTrue(Files.exists(part));
    }
  }

  @Test
  void namesAreChecked() {
    LocalDate day = LocalDate.of(2024, 8, 1);
    assertThrows(InputException.class, () -> new Sample("../x", "COIN", "trades", day));
    assertThrows(InputException.class, () -> new Sample("venue", "COIN", "options", day));
    assertThrows(InputException.class, () -> Sample.address("ftp://venue"));
    assertEquals("BTC-USD", new Sample("venue", "btc/usd", "trades", day).symbol());
  }
}
