package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Table;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The latency–fee sweeps of one policy, put together from wherever they lie: in the run's own
 * folder {@code grid}, in folders beside the run and their {@code grid}, and in folders that were
 * named. A sweep is of the same policy where its points differ from the run in nothing but fees,
 * latencies and what neither decides the policy nor its market.
 */
public final class GridSweeps {
  /** Folder of a run that has its own sweep. */
  public static final String FOLDER = "grid";

  private static final String TABLE = "grid.csv";
  private static final String ELSEWHERE = "elsewhere.txt";
  private static final List<String> COSTS = List.of("cost_in_bps", "latency_micros");
  private static final int POINT = 0;
  private static final int BASELINE = 3;

  private final RunFolder run;

  /** The sweeps of a run's policy. */
  public GridSweeps(RunFolder run) {
    this.run = run;
  }

  /**
   * What was found.
   *
   * @param table a row a point and baseline; of one that is in several sweeps the first
   * @param folders where they are from, the run's own first
   */
  public record Found(Table table, List<Path> folders) {}

  /** Puts all sweeps together; empty where there is none. */
  public Optional<Found> gather() {
    List<Path> folders = new ArrayList<>();
    List<String> columns = List.of();
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    for (Path folder : candidates()) {
      Table table = ofThisPolicy(folder);
      if (table != null && (columns.isEmpty() || columns.equals(table.columns()))) {
        folders.add(folder);
        columns = table.columns();
        table.rows().forEach(row -> rows.putIfAbsent(key(row), row));
      }
    }
    return folders.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(new Table(columns, List.copyOf(rows.values())), folders));
  }

  /** Fee and latency are in the name of a point. */
  private static List<String> key(List<String> row) {
    return List.of(row.get(POINT), row.get(BASELINE));
  }

  /**
   * Counts a sweep that lies in any folder, from now on.
   *
   * @throws InputException when there is none, or it is of another policy
   */
  public void add(Path folder) {
    if (!Files.exists(folder.resolve(TABLE))) {
      throw new InputException(
          "There is no sweep in " + folder + ": a folder with a " + TABLE + " is expected.");
    }
    if (ofThisPolicy(folder) == null) {
      throw new InputException(
          "The sweep in %s is of another policy than %s, or of another market: its points differ in more than fees and latencies."
              .formatted(folder, run.name()));
    }
    Set<String> named = new LinkedHashSet<>(named());
    named.add(folder.toAbsolutePath().normalize().toString());
    WholeFile.write(elsewhere(), String.join("\n", named) + "\n");
  }

  private Path elsewhere() {
    return run.path().resolve(FOLDER).resolve(ELSEWHERE);
  }

  private List<String> named() {
    try {
      return Files.exists(elsewhere())
          ? Files.readAllLines(elsewhere()).stream().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + elsewhere() + " cannot be read.", e);
    }
  }

  private Set<Path> candidates() {
    Set<Path> candidates = new LinkedHashSet<>();
    candidates.add(run.path().resolve(FOLDER));
    named().forEach(folder -> candidates.add(Path.of(folder)));
    Path runs = run.path().toAbsolutePath().getParent();
    try (Stream<Path> beside = Files.list(runs)) {
      beside
          .sorted()
          .filter(folder -> !folder.equals(run.path().toAbsolutePath()))
          .flatMap(folder -> Stream.of(folder, folder.resolve(FOLDER)))
          .forEach(candidates::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + runs + " cannot be listed.", e);
    }
    candidates.removeIf(folder -> !Files.exists(folder.resolve(TABLE)));
    return candidates;
  }

  /** The table of a sweep; null where it is of another policy. */
  private @Nullable Table ofThisPolicy(Path folder) {
    Path file = folder.resolve(TABLE);
    try {
      Table table = Table.parse(Files.readString(file), file.toString());
      boolean own = folder.equals(run.path().resolve(FOLDER));
      return own || table.rows().stream().findFirst().filter(row -> isOurs(folder, row)).isPresent()
          ? table
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read.", e);
    }
  }

  private boolean isOurs(Path folder, List<String> row) {
    RunFolder point = new RunFolder(folder.resolve(row.get(POINT)));
    return Files.exists(point.config())
        && Essence.of(point.readConfig()).equals(Essence.of(run.readConfig()));
  }

  /**
   * What a policy and its market are, fees and latencies apart.
   *
   * @param settings all that decides them
   * @param learntAt the costs that a policy learnt with; empty of a rule
   */
  private record Essence(ObjectNode settings, long seed, String learntAt) {
    static Essence of(JsonNode config) {
      JsonNode origin = origin(config);
      Recipe recipe = Recipe.of(config);
      ObjectNode settings = recipe.settings();
      settings.set("agent", origin.path("agent"));
      StringBuilder costs = new StringBuilder();
      for (ObjectNode venue : venues(Recipe.of(origin).settings())) {
        COSTS.forEach(cost -> costs.append(venue.path(cost)).append(' '));
      }
      venues(settings).forEach(venue -> venue.remove(COSTS));
      boolean learnt = AgentConfig.LEARNERS.contains(origin.at("/agent/type").asString(""));
      return new Essence(settings, recipe.seed(), learnt ? costs.toString() : "");
    }

    /** The configuration that a finished policy was trained with. */
    private static JsonNode origin(JsonNode config) {
      String checkpoint = config.at("/agent/checkpoint").asString("");
      if (checkpoint.isEmpty()) {
        return config;
      }
      RunFolder trained = new RunFolder(Path.of(checkpoint));
      return Files.exists(trained.config()) ? origin(trained.readConfig()) : config;
    }

    private static List<ObjectNode> venues(ObjectNode settings) {
      List<ObjectNode> venues = new ArrayList<>();
      if (settings.at("/market/simulator") instanceof ObjectNode simulator) {
        venues.add(simulator);
      }
      for (JsonNode market : settings.at("/market/markets")) {
        venues.add((ObjectNode) market);
      }
      return venues;
    }
  }
}
