package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.tape.fetch.Retry;
import io.makerbench.tape.fetch.Sample;
import io.makerbench.tape.fetch.SampleFetch;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What a user says of a fetch, right or wrong; no control is in it. */
final class FetchForm {
  private final StringProperty exchange = new SimpleStringProperty("binance-futures");
  private final StringProperty symbol = new SimpleStringProperty("BTCUSDT");
  private final StringProperty day = new SimpleStringProperty();
  private final ObservableSet<String> types = FXCollections.observableSet();
  private final BooleanProperty imports = new SimpleBooleanProperty(true);

  /** What follows a fetch. */
  enum Then {
    IMPORT,
    NOTHING
  }

  /**
   * Proposes the last free day before one.
   *
   * @param today UTC
   */
  FetchForm(LocalDate today) {
    day.set(today.minusMonths(1).withDayOfMonth(1).toString());
    types.addAll(Sample.USUAL_TYPES);
  }

  StringProperty exchange() {
    return exchange;
  }

  StringProperty symbol() {
    return symbol;
  }

  /** UTC, yyyy-mm-dd. */
  StringProperty day() {
    return day;
  }

  /** Kinds of data. */
  ObservableSet<String> types() {
    return types;
  }

  /** Whether a tape is made of what came. */
  BooleanProperty imports() {
    return imports;
  }

  Then then() {
    return imports.get() ? Then.IMPORT : Then.NOTHING;
  }

  /** What is wrong with a name, in words; empty when nothing is. */
  static String nameProblem(String text) {
    return text.isBlank() ? "Write the name as the vendor does." : "";
  }

  /** What is wrong with a day. */
  static String dayProblem(String text) {
    try {
      return LocalDate.parse(text.strip()).isAfter(LocalDate.EPOCH) ? "" : "No vendor is as old.";
    } catch (DateTimeParseException e) {
      return "\"" + text + "\" is no day; write it as 2024-08-01.";
    }
  }

  /**
   * The fetch that is asked for.
   *
   * @throws InputException when something is missing or wrong
   */
  FetchJob job(URI vendor, Path folder) {
    String wrongDay = dayProblem(day.get());
    if (!wrongDay.isEmpty()) {
      throw new InputException(wrongDay);
    }
    if (types.isEmpty()) {
      throw new InputException("Choose at least one kind of data.");
    }
    LocalDate date = LocalDate.parse(day.get().strip());
    List<Sample> samples =
        Sample.TYPES.stream()
            .filter(types::contains)
            .map(type -> new Sample(exchange.get().strip(), symbol.get().strip(), type, date))
            .toList();
    return new FetchJob(new SampleFetch(vendor, folder, Retry.usual()), samples);
  }
}
