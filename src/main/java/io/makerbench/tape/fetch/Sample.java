package io.makerbench.tape.fetch;

import io.makerbench.config.InputException;
import io.makerbench.tape.RecordingName;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One file of a vendor of recordings: a day of one kind of data. Its address is {@code
 * EXCHANGE/TYPE/YYYY/MM/DD/SYMBOL.csv.gz} below the vendor's, as Tardis has them; the first day of
 * each month is free there.
 *
 * @param exchange venue as the vendor names it, for example {@code binance-futures}
 * @param symbol instrument, for example {@code BTCUSDT}
 * @param type kind of data, one of {@link #TYPES}
 * @param day UTC
 */
public record Sample(String exchange, String symbol, String type, LocalDate day) {
  /** Kinds of data that can be imported. */
  public static final List<String> TYPES =
      List.of(
          "incremental_book_L2",
          "book_snapshot_25",
          "book_snapshot_5",
          "trades",
          "quotes",
          "derivative_ticker");

  /** What a replay needs: all of the book, and trades. */
  public static final List<String> USUAL_TYPES = List.of("incremental_book_L2", "trades");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final DateTimeFormatter FOLDERS =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

  public Sample {
    symbol = symbol.replace('/', '-').replace(':', '-').toUpperCase(Locale.ROOT);
    requireName("exchange", exchange, "binance-futures");
    requireName("symbol", symbol, "BTCUSDT");
    if (!TYPES.contains(type)) {
      throw new InputException(
          "There is no type " + type + "; known are " + String.join(", ", TYPES) + ".");
    }
  }

  private static void requireName(String what, String name, String example) {
    if (!NAME.matcher(name).matches()) {
      throw new InputException(
          "The %s \"%s\" is no name; write it as the vendor does, for example %s."
              .formatted(what, name, example));
    }
  }

  /** The file's address below a vendor's. */
  URI below(URI address) {
    return URI.create(
        String.join(
            "/",
            address.toString().replaceAll("/+$", ""),
            exchange,
            type,
            FOLDERS.format(day),
            symbol + ".csv.gz"));
  }

  /** Name of the file on disk, by which recordings are found. */
  public String fileName() {
    return RecordingName.usual(exchange, type, day, symbol);
  }

  /** What it is, in words. */
  String words() {
    return type + " of " + symbol + " at " + exchange + " on " + day;
  }

  /**
   * Reads a vendor's address.
   *
   * @throws InputException when it is none of HTTP
   */
  public static URI address(String text) {
    try {
      URI address = new URI(text.strip());
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw noAddress(text);
    }
    throw noAddress(text);
  }

  private static InputException noAddress(String text) {
    return new InputException(
        "\"" + text + "\" is no address to fetch from; it begins with https:// or http://.");
  }
}
