package io.makerbench.workbench.runs;

import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunOrder;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page looked like when it was left, kept in the program's own folder.
 *
 * @param view what the table showed
 * @param details whether the side with notes and differences was open
 * @param views views that were saved, by name
 */
record TableState(View view, boolean details, Map<String, View> views) {
  /** Not a field of a run: the picture of its training. */
  static final String CURVE = "curve";

  private static final String FILE = "runs.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A column.
   *
   * @param field id of the field, or {@link #CURVE}
   * @param pinned whether it stays at the left when the others scroll
   */
  record Column(String field, double width, boolean pinned) {}

  /**
   * Which runs, in which columns and order.
   *
   * @param group field to group by; empty for none
   * @param course column of metrics.csv whose course is drawn
   * @param baseline name of the run on top, which others are held against; empty for none
   */
  record View(
      String query,
      List<Column> columns,
      List<RunOrder> order,
      String group,
      String course,
      boolean archived,
      @Nullable String baseline) {
    /** Views of older versions name none. */
    @Override
    public String baseline() {
      return baseline == null ? "" : baseline;
    }
  }

  /** The first time. */
  static final TableState FIRST =
      new TableState(
          new View(
              "",
              List.of(
                  new Column(RunField.LABEL, 180, true),
                  new Column(RunField.STATE, 92, false),
                  new Column(RunField.PHASE, 150, false),
                  new Column(CURVE, 110, false),
                  new Column(RunField.AGENT, 84, false),
                  new Column(RunField.SEED, 56, false),
                  new Column(RunField.CREATED, 144, false),
                  new Column(RunField.DURATION, 84, false),
                  new Column(RunField.GAIN, 204, false),
                  new Column(RunField.TAGS, 100, false)),
              List.of(RunOrder.NEWEST),
              "",
              "reward",
              false,
              ""),
          false,
          Map.of());

  /** The state kept in a folder; {@link #FIRST} where there is none or it cannot be read. */
  static TableState load(Path home) {
    Path file = home.resolve(FILE);
    try {
      return Files.exists(file) ? JSON.readValue(Files.readString(file), TableState.class) : FIRST;
    } catch (IOException | JacksonException unreadable) {
      return FIRST; // a lost layout is not worth a message
    }
  }

  /** Keeps the state; the file appears whole. */
  void save(Path home) {
    WholeFile.write(home.resolve(FILE), JSON.writeValueAsString(this) + "\n");
  }

  /** Columns with those that are pinned before the others. */
  static List<Column> pinnedFirst(List<Column> columns) {
    return columns.stream().sorted(Comparator.comparing(column -> !column.pinned())).toList();
  }

  /** The same with a view saved under a name, or another in its place. */
  TableState with(String name, View saved) {
    Map<String, View> more = new TreeMap<>(views);
    more.put(name, saved);
    return new TableState(view, details, more);
  }

  /** The same without a saved view. */
  TableState without(String name) {
    Map<String, View> fewer = new TreeMap<>(views);
    fewer.remove(name);
    return new TableState(view, details, fewer);
  }
}
