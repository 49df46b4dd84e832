package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.storage.WholeFile;
import io.makerbench.system.Footage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which part of which tape each evaluated window shows, kept beside the evaluation so that a replay
 * on screen finds its pictures without opening the market again.
 */
public final class Footages {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Footages() {}

  /** The footage of one window. */
  public record OfWindow(String window, Footage footage) {}

  private record Contents(List<OfWindow> windows) {}

  private static Path file(RunFolder folder) {
    return folder.evaluation().resolve("footage.json");
  }

  static void write(RunFolder folder, List<OfWindow> windows) {
    WholeFile.write(file(folder), JSON.writeValueAsString(new Contents(windows)) + "\n");
  }

  /** The footage of a window of an evaluated run, where there is one. */
  public static Optional<Footage> of(RunFolder folder, String window) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return JSON.readValue(Files.readString(file), Contents.class).windows().stream()
          .filter(entry -> entry.window().equals(window))
          .map(OfWindow::footage)
          .findFirst();
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new InputException(file + " is damaged: " + e.getOriginalMessage() + ".", e);
    }
  }
}
