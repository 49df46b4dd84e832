package io.makerbench.experiment;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.config.Key;
import io.makerbench.system.TradingSystem;
import io.makerbench.tape.fetch.Sample;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What holds for a user and not for a run, from {@code settings.json} in the program's own folder
 * ({@code MAKERBENCH_HOME}, by default {@code .makerbench} in the user's home).
 *
 * @param home the program's own folder: settings, window layout, imported tapes
 * @param data where recordings are found; null when the user set none
 * @param runs where runs are kept
 * @param samples address of the vendor of free sample days
 * @param trashDays days after which a deleted run is gone for good; 0 keeps it until the trash is
 *     emptied
 */
public record Settings(Path home, @Nullable Path data, Path runs, URI samples, int trashDays) {
  private static final int USUAL_TRASH_DAYS = 30;

  /** Environment variable that names the data location, before the setting data.location. */
  public static final String DATA_VARIABLE = "MAKERBENCH_DATA";

  /** Environment variable that names the program's own folder. */
  public static final String HOME_VARIABLE = "MAKERBENCH_HOME";

  private static final String FILE = "settings.json";

  private static final String VENDOR = "https://datasets.tardis.dev/v1";

  record Contents(
      @Key(help = "Recordings.") Location data,
      @Key(help = "Folders of runs.") Location runs,
      @Key(help = "Free sample days.") Fetch fetch,
      @Key(help = "Deleted runs.") Trash trash) {}

  record Fetch(
      @Key(
              help = "Address below which a vendor keeps EXCHANGE/TYPE/YYYY/MM/DD/SYMBOL.csv.gz.",
              fallback = "\"" + VENDOR + "\"")
          String address) {}

  /** Settings with the usual vendor and the usual life of deleted runs. */
  public Settings(Path home, @Nullable Path data, Path runs) {
    this(home, data, runs, URI.create(VENDOR), USUAL_TRASH_DAYS);
  }

  record Location(
      @Key(help = "Path of the folder.", fallback = "null") @Nullable String location) {}

  record Trash(
      @Key(
              help = "Days after which a deleted run is gone for good; 0 keeps it.",
              unit = "days",
              fallback = "30",
              min = 0,
              max = 36_500)
          int days) {}

  /** Reads the settings of this user. */
  public static Settings load() {
    String home = System.getenv(HOME_VARIABLE);
    return load(
        home == null ? Path.of(System.getProperty("user.home"), ".makerbench") : Path.of(home),
        System.getenv(DATA_VARIABLE));
  }

  static Settings load(Path home, @Nullable String dataVariable) {
    Path file = home.resolve(FILE);
    JsonNode tree = Files.exists(file) ? Json.read(file) : JsonNodeFactory.instance.objectNode();
    Contents contents =
        new ConfigReader(ConfigSchema.of(Contents.class))
            .read(tree, Contents.class, file.toString());
    String data = dataVariable == null ? contents.data().location() : dataVariable;
    String runs = contents.runs().location();
    return new Settings(
        home,
        data == null ? null : Path.of(data),
        Path.of(runs == null ? "runs" : runs),
        Sample.address(contents.fetch().address()),
        contents.trash().days());
  }

  /** The same settings with another data location. */
  public Settings withData(Path newData) {
    return new Settings(home, newData, runs, samples, trashDays);
  }

  /** Where recordings are put: the data location, else a folder of the program's own. */
  public Path recordings() {
    return data == null ? home.resolve("recordings") : data;
  }

  /** Where trading systems find recordings and keep tapes. */
  public TradingSystem.Place place() {
    Path there = Files.isDirectory(recordings()) ? recordings() : data;
    return new TradingSystem.Place(there, home.resolve("tapes"));
  }
}
