package io.makerbench.tape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * A small valid file of some format.
 *
 * @param name name of the file
 * @param inner what is in the file before it is packed
 * @param packing makes the file's bytes of it
 * @param text whether what is inside is text
 */
record FuzzedFormat(String name, byte[] inner, UnaryOperator<byte[]> packing, boolean text) {
  private static final int ROWS = 40;
  private static final String SEPARATOR = "\n--\n";
  private static final String ARCHIVED = "ABC_2012-06-21_34200000_57600000_";

  /** Every format of recordings. A new one is one more line. */
  static List<FuzzedFormat> recordings(Path folder) throws Exception {
    return List.of(
        plain("levels.csv", levels()),
        plain("trades.csv", trades()),
        plain("quotes.csv", quotes()),
        plain("snapshots.csv", snapshots()),
        plain("ticker.csv", ticker()),
        packed("levels.csv.gz", levels(), FuzzedFormat::gzip),
        new FuzzedFormat("levels.parquet", parquet(folder, levels()), b -> b, false),
        new FuzzedFormat("trades.parquet", parquet(folder, trades()), b -> b, false),
        plain("raw.txt", raw()),
        packed("raw.gz", raw(), FuzzedFormat::gzip),
        packed("lobster.zip", lobster(), FuzzedFormat::zip),
        plain("orders.csv", bitstamp()),
        packed("orders.csv.xz", bitstamp(), FuzzedFormat::xz));
  }

  /** A tape, and a tape whose header is damaged though its checksum is right. */
  static List<FuzzedFormat> tapes(Path folder) throws IOException {
    Path tape = folder.resolve("valid.tape");
    Importer.run(
        List.of(
            write(folder, "levels.csv", levels()),
            write(folder, "trades.csv", trades()),
            write(folder, "quotes.csv", quotes()),
            write(folder, "ticker.csv", ticker())),
        tape,
        new ImportOptions(false, 3, null, null),
        ImportProgress.NONE);
    byte[] bytes = Files.readAllBytes(tape);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = buffer.getInt(Long.BYTES);
    byte[] json =
        Arrays.copyOfRange(bytes, TapeWriter.PREAMBLE_BYTES, TapeWriter.PREAMBLE_BYTES + length);
    int start = (int) TapeWriter.align(TapeWriter.PREAMBLE_BYTES + length);
    byte[] columns = Arrays.copyOfRange(bytes, start, bytes.length);
    return List.of(
        new FuzzedFormat("damaged.tape", bytes, b -> b, false),
        new FuzzedFormat("header.tape", json, header -> tape(header, columns), true));
  }

  private static byte[] tape(byte[] header, byte[] columns) {
    int start = (int) TapeWriter.align(TapeWriter.PREAMBLE_BYTES + header.length);
    ByteBuffer tape = ByteBuffer.allocate(start + columns.length).order(ByteOrder.LITTLE_ENDIAN);
    tape.putLong(TapeWriter.MAGIC).putInt(header.length).putInt(TapeWriter.checksum(header));
    return tape.put(header).position(start).put(columns).array();
  }

  private static FuzzedFormat plain(String name, String text) {
    return packed(name, text, b -> b);
  }

  private static FuzzedFormat packed(String name, String text, UnaryOperator<byte[]> packing) {
    return new FuzzedFormat(name, text.getBytes(StandardCharsets.UTF_8), packing, true);
  }

  private static String lines(Stream<String> lines) {
    return String.join("\n", lines.toList()) + "\n";
  }

  private static Stream<String> rows(java.util.function.IntFunction<String> row) {
    return IntStream.range(0, ROWS).mapToObj(row);
  }

  private static String levels() {
    List<String> rows = RecordedCsv.cleanLevels(ROWS);
    return lines(Stream.concat(Stream.of(RecordedCsv.LEVELS), rows.stream()));
  }

  private static String trades() {
    Stream<String> rows =
        rows(i -> RecordedCsv.trade(i * 1000L, i * 1000L + 50, "" + i, "buy", "100.5", "1.25"));
    return lines(Stream.concat(Stream.of(RecordedCsv.TRADES), rows));
  }

  private static String times(int i) {
    return "venue,COIN," + (RecordedCsv.START + i) + "," + (RecordedCsv.START + i + 9);
  }

  private static String quotes() {
    String header =
        "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount";
    return lines(
        Stream.concat(Stream.of(header), rows(i -> times(i) + ",1,100.6,100.5," + (i + 1))));
  }

  private static String snapshots() {
    String header =
        "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,"
            + "bids[0].amount,asks[1].price,asks[1].amount,bids[1].price,bids[1].amount";
    return lines(
        Stream.concat(
            Stream.of(header),
            rows(i -> times(i) + ",100.6,2,100.5," + (i + 1) + ",100.7,3,100.4,4")));
  }

  private static String ticker() {
    String header =
        "exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,"
            + "predicted_funding_rate,open_interest,last_price,index_price,mark_price";
    return lines(
        Stream.concat(
            Stream.of(header),
            rows(i -> times(i) + ",1700028800000000,0.0001,,,100.5,100.4,100.45")));
  }

  private static String raw() {
    Stream<String> updates =
        rows(i ->
            i % 4 == 0
                ? RecordedMessages.trade(20 + i, i, "MARKET", i % 8 == 0)
                : RecordedMessages.update(
                    20 + i, 100 + i - (i % 4 == 1 ? 2 : 1), 100 + i, 100 + i, "99.5", i));
    return lines(
        Stream.concat(
            Stream.of(
                RecordedMessages.quote(5, 90, "100.0", "101.0"),
                RecordedMessages.snapshot(10, 100, 7)),
            updates));
  }

  private static String lobster() {
    Stream<String> messages =
        rows(i ->
            "34200.%09d,%d,%d,%d,1000000,1"
                .formatted(i, i % 2 == 0 ? 1 : 3, 1 + i / 2, i % 2 == 0 ? 100 + i : 99 + i));
    Stream<String> books =
        rows(i -> i % 2 == 0 ? "1010000,5,1000000," + (100 + i) : "1010000,5,-9999999999,0");
    return lines(messages) + SEPARATOR + lines(books);
  }

  private static String bitstamp() {
    long start = 1_430_438_400_000L;
    Stream<String> events =
        rows(i ->
            String.join(
                ",",
                "" + (7 + i / 2),
                "" + (start + 100L * i),
                "" + (start + 100L * (i - i % 2)),
                "236.5",
                "" + (100_000_000 + i),
                i % 2 == 0 ? "created" : "deleted",
                i % 4 < 2 ? "bid" : "ask"));
    String header = "id,timestamp,exchange.timestamp,price,volume,action,direction";
    return lines(Stream.concat(Stream.of(header), events));
  }

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] pack(byte[] text, Packer packer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer.over(bytes)) {
      new ByteArrayInputStream(text).transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] text) {
    return pack(text, GZIPOutputStream::new);
  }

  private static byte[] xz(byte[] text) {
    return pack(text, out -> new XZOutputStream(out, new LZMA2Options(1)));
  }

  private static byte[] zip(byte[] text) {
    String both = new String(text, StandardCharsets.ISO_8859_1);
    String[] parts = (both + SEPARATOR).split(SEPARATOR, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(ARCHIVED + "message_1.csv"));
      zip.write(parts[0].getBytes(StandardCharsets.ISO_8859_1));
      zip.putNextEntry(new ZipEntry(ARCHIVED + "orderbook_1.csv"));
      zip.write(parts[1].getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] parquet(Path folder, String csv) throws Exception {
    Path text = write(folder, "source.csv", csv);
    Path file = folder.resolve("source.parquet");
    try (var database = java.sql.DriverManager.getConnection("jdbc:duckdb:");
        var statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', header = true)) TO '%s' (FORMAT parquet)"
              .formatted(text, file));
    }
    return Files.readAllBytes(file);
  }
}
