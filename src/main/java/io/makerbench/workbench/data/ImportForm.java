package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportSet;
import io.makerbench.tape.RecordingFormat;
import io.makerbench.tape.Recordings;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a user says of an import, right or wrong; no control is in it. */
final class ImportForm {
  private static final double NS_PER_MILLI = 1e6;

  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable RecordingFormat> format = new SimpleObjectProperty<>();
  private final StringProperty target = new SimpleStringProperty("");
  private final BooleanProperty strict = new SimpleBooleanProperty();
  private final StringProperty depth = new SimpleStringProperty("25");
  private final StringProperty priceStep = new SimpleStringProperty("");
  private final StringProperty sizeStep = new SimpleStringProperty("");
  private final StringProperty clockOffset = new SimpleStringProperty("0");

  /** Files and folders to import. */
  ObservableList<Path> files() {
    return files;
  }

  /** What the files must be; null for whatever they are. */
  ObjectProperty<@Nullable RecordingFormat> format() {
    return format;
  }

  /** Tape to write; empty for one among the program's own. */
  StringProperty target() {
    return target;
  }

  /** Whether defects are errors. */
  BooleanProperty strict() {
    return strict;
  }

  /** Levels a side of book states. */
  StringProperty depth() {
    return depth;
  }

  /** Price of a tick; empty where the recording tells. */
  StringProperty priceStep() {
    return priceStep;
  }

  /** Size of a lot; empty where the recording tells. */
  StringProperty sizeStep() {
    return sizeStep;
  }

  /** Milliseconds to add to local times. */
  StringProperty clockOffset() {
    return clockOffset;
  }

  /** What is wrong with a depth, in words; empty when nothing is. */
  static String depthProblem(String text) {
    return problem(() -> new ImportOptions(false, (int) whole(text), null, null));
  }

  /** What is wrong with a step. */
  static String stepProblem(String text) {
    return problem(() -> new ImportOptions(false, 1, step(text), null));
  }

  /** What is wrong with a clock offset. */
  static String offsetProblem(String text) {
    return problem(() -> ImportOptions.usual().withClockOffset(offsetNs(text)));
  }

  private static String problem(Runnable reading) {
    try {
      reading.run();
      return "";
    } catch (InputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static double whole(String text) {
    double value = number(text);
    if (value != Math.rint(value)) {
      throw new InputException(text + " is not a whole number.");
    }
    return value;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new InputException("\"" + text + "\" is not a number.", e);
    }
  }

  private static @Nullable Double step(String text) {
    return text.isBlank() ? null : number(text);
  }

  private static long offsetNs(String text) {
    return text.isBlank() ? 0 : Math.round(number(text) * NS_PER_MILLI);
  }

  /**
   * The imports that are asked for, one a tape. Reads folders.
   *
   * @throws InputException when something is missing or wrong
   */
  List<ImportJob> jobs(Path tapes) {
    ImportOptions options =
        new ImportOptions(
            strict.get(),
            (int) whole(depth.get()),
            step(priceStep.get()),
            step(sizeStep.get()),
            offsetNs(clockOffset.get()));
    if (files.isEmpty()) {
      throw new InputException("There is nothing to import: add files or a folder.");
    }
    List<ImportSet> sets = Recordings.toImport(List.copyOf(files));
    Path tape = target.get().isBlank() ? null : Path.of(target.get().strip());
    if (tape != null && sets.size() > 1) {
      throw new InputException(
          "The files make "
              + sets.size()
              + " tapes, one an instrument; leave the tape's name empty, or import them apart.");
    }
    return sets.stream()
        .map(set -> new ImportJob(set, format.get(), options, tape, tapes))
        .toList();
  }
}
