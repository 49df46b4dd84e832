package io.makerbench.workbench.panel;

import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How each run is drawn: its colour, the same in tables, curves and comparisons, and whether curves
 * and comparisons show it. Kept beside the runs as {@code .looks.json}. JavaFX thread only, but for
 * {@link #save}.
 */
public final class RunLooks {
  private static final Logger LOG = LoggerFactory.getLogger(RunLooks.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int COLOURS = Palette.LIGHT.series().size();

  private final Path file;
  private final Map<String, Look> looks;
  private final List<Runnable> listeners = new ArrayList<>();

  private record Look(int colour, boolean shown) {}

  /** The looks of the runs below a folder. */
  RunLooks(Path root) {
    file = root.resolve(".looks.json");
    looks = read(file);
  }

  private static Map<String, Look> read(Path file) {
    try {
      return Files.exists(file)
          ? new HashMap<>(
              JSON.readValue(Files.readString(file), new TypeReference<Map<String, Look>>() {}))
          : new HashMap<>();
    } catch (IOException | JacksonException unreadable) {
      LOG.warn(
          "The colours of the runs in {} cannot be read; they are given anew.", file, unreadable);
      return new HashMap<>();
    }
  }

  /** Called after each change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Gives runs that have no colour yet one each, in this order, the next of the palette. */
  public void meet(List<String> runs) {
    for (String run : runs) {
      looks.computeIfAbsent(run, name -> new Look(looks.size() % COLOURS, true));
    }
  }

  private Look look(String run) {
    meet(List.of(run));
    return looks.get(run);
  }

  /** Number of a run's colour in the {@link Palette}. */
  public int colour(String run) {
    return look(run).colour();
  }

  /** Whether curves and comparisons show a run. */
  public boolean isShown(String run) {
    return look(run).shown();
  }

  /** Gives runs the colour of this number. */
  public void paint(List<String> runs, int colour) {
    runs.forEach(run -> looks.put(run, new Look(Math.floorMod(colour, COLOURS), isShown(run))));
    tell();
  }

  /** Shows runs, or where all of them are shown, hides them. */
  public void toggle(List<String> runs) {
    boolean show = !runs.stream().allMatch(this::isShown);
    runs.forEach(run -> looks.put(run, new Look(colour(run), show)));
    tell();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** What {@link #save} is to write. */
  public String written() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(looks)) + "\n";
  }

  /** Keeps what was {@link #written}; the file appears whole. Not on the JavaFX thread. */
  public void save(String written) {
    WholeFile.write(file, written);
  }
}
