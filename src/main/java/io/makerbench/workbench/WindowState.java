package io.makerbench.workbench;

import io.makerbench.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the window looked like when it was closed.
 *
 * @param dividers positions of split panes by their id, 0 … 1
 * @param apart places of the pages that had a window of their own, by their title
 */
record WindowState(
    double x,
    double y,
    double width,
    double height,
    boolean maximized,
    String panel,
    Map<String, Double> dividers,
    Map<String, Place> apart) {
  private static final String FILE = "window.json";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** The first window of a new user; a position of NaN is the middle of the screen. */
  static final WindowState FIRST =
      new WindowState(Double.NaN, Double.NaN, 1360, 860, false, "Config", Map.of(), Map.of());

  /** Where a window stood, and how large it was. */
  record Place(double x, double y, double width, double height) {
    /** Wholly on a screen, see {@link WindowState#on}. */
    Rectangle2D on(List<Rectangle2D> screens) {
      Rectangle2D screen =
          screens.stream()
              .filter(each -> each.contains(x, y))
              .findFirst()
              .orElse(screens.getFirst());
      double wide = Math.min(width, screen.getWidth());
      double high = Math.min(height, screen.getHeight());
      return new Rectangle2D(
          Math.clamp(x, screen.getMinX(), screen.getMaxX() - wide),
          Math.clamp(y, screen.getMinY(), screen.getMaxY() - high),
          wide,
          high);
    }
  }

  /** A file of an older program says nothing of pages in windows of their own. */
  WindowState {
    apart = apart == null ? Map.of() : apart;
  }

  /** The state kept in a folder; {@link #FIRST} where there is none or it cannot be read. */
  static WindowState load(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.exists(file)
          ? MAPPER.readValue(Files.readString(file), WindowState.class)
          : FIRST;
    } catch (IOException | JacksonException unreadable) {
      return FIRST; // a lost window layout is not worth a message
    }
  }

  /**
   * Where the window comes up: as it was left, made smaller and moved until it is wholly on a
   * screen, for screens come and go.
   *
   * @param screens at least one, the first the main one
   */
  Rectangle2D on(List<Rectangle2D> screens) {
    return new Place(x, y, width, height).on(screens);
  }

  /** Keeps the state; the file appears whole. */
  void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(FILE);
    Path part = folder.resolve(FILE + ".part");
    Files.writeString(part, Json.write(MAPPER.valueToTree(this)));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
