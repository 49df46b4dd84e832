package io.makerbench.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps what a run told, for people: a line with its time for each event that is not a figure. */
final class RunLog {
  private final Path file;

  RunLog(RunFolder folder) {
    file = folder.log();
  }

  void note(ProgressEvent event) {
    String text =
        switch (event) {
          case ProgressEvent.PhaseChange change -> change.phase().words();
          case ProgressEvent.Device device -> "Device " + device.name() + ", " + device.engine();
          case ProgressEvent.Checkpoint checkpoint -> "Checkpoint at step " + checkpoint.step();
          case ProgressEvent.Warning warning ->
              "Warning at step " + warning.finding().step() + ": " + warning.finding().message();
          case ProgressEvent.State state -> (state.state() + " " + state.message()).strip();
          case ProgressEvent.Progress progress -> "";
          case ProgressEvent.Metrics metrics -> "";
          case ProgressEvent.Actions actions -> "";
          case ProgressEvent.Timing timing -> "";
        };
    if (!text.isEmpty()) {
      append(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n");
    }
  }

  private void append(String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
  }
}
