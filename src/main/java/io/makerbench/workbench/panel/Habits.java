package io.makerbench.workbench.panel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program remembers of how it is used: the files opened last, the commands given last,
 * whether the tour was seen. Kept in the program's own folder. JavaFX thread only.
 */
public final class Habits implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Habits.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final int MOST_FILES = 12;
  private static final int MOST_COMMANDS = 30;

  private final LatestFile file;
  private final List<Runnable> listeners = new ArrayList<>();
  private Known known;

  private record Known(List<String> files, List<String> commands, boolean tourSeen) {}

  Habits(Path home) {
    file = new LatestFile(home.resolve("habits.json"));
    known = file.read().map(Habits::parse).orElseGet(Habits::none);
  }

  private static Known none() {
    return new Known(List.of(), List.of(), false);
  }

  private static Known parse(String text) {
    try {
      return JSON.readValue(text, Known.class);
    } catch (JacksonException damaged) {
      LOG.warn("What the program remembered cannot be read; it begins anew.", damaged);
      return none();
    }
  }

  /** Called after each change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Files a user opened or saved, the last first. */
  public List<Path> files() {
    return known.files.stream().map(Path::of).toList();
  }

  /** A user opened or saved a file. */
  public void opened(Path path) {
    List<String> files = first(path.toAbsolutePath().toString(), known.files, MOST_FILES);
    become(new Known(files, known.commands, known.tourSeen));
  }

  /** Keys of the commands given last in the command palette, the last first. */
  public List<String> commands() {
    return known.commands;
  }

  /** A command was given in the command palette. */
  public void gave(String command) {
    List<String> commands = first(command, known.commands, MOST_COMMANDS);
    become(new Known(known.files, commands, known.tourSeen));
  }

  private static List<String> first(String newest, List<String> others, int most) {
    return Stream.concat(Stream.of(newest), others.stream()).distinct().limit(most).toList();
  }

  /** Whether the tour has been shown. */
  public boolean tourSeen() {
    return known.tourSeen;
  }

  /** The tour is shown; it never comes by itself again. */
  public void seeTour() {
    become(new Known(known.files, known.commands, true));
  }

  private void become(Known now) {
    known = now;
    file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(known) + "\n");
    listeners.forEach(Runnable::run);
  }

  /** Waits until the last change is written. */
  @Override
  public void close() {
    file.close();
  }
}
