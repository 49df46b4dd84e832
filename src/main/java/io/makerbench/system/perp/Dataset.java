package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.storage.FolderTree;
import io.makerbench.storage.WholeFile;
import io.makerbench.system.TradingSystem.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trajectories of an expert as NumPy files and {@code metadata.json}. The folder appears whole or
 * not at all, and the same job gives the same bytes whatever the number of workers.
 */
public final class Dataset {
  static final List<String> FILES =
      List.of("observations", "actions", "rewards", "terminals", "episode_indices");
  static final int TRAJECTORY_VERSION = 1;
  static final String METADATA = "metadata.json";

  /** What follows an expert's name in {@code policy_version}. */
  static final String POLICY_VERSION = "-v1.0.0";

  /** NumPy's names of their numbers. */
  static final List<String> TYPES = List.of("<f4", "<f4", "<f4", "|b1", "<i8");

  private final PerpConfig config;
  private final Histories histories;
  private final DatasetJob job;
  private long rows;
  private int kills;
  private double profit;

  private Dataset(PerpConfig config, Histories histories, DatasetJob job) {
    this.config = config;
    this.histories = histories;
    this.job = job;
  }

  /**
   * Plays the episodes and writes the folder.
   *
   * @param config its observations are written raw, whatever it says
   * @param place where its histories are found
   * @throws InputException when the folder is there already, there is no such expert, histories are
   *     missing or wrong, or episodes are too long for memory
   */
  public static void write(PerpConfig config, Place place, DatasetJob job, Path folder) {
    EpisodeRoom.requireForRows(config, Math.min(job.workers(), job.episodes()));
    if (Files.exists(folder)) {
      throw new InputException("The folder " + folder + " is there already; name a new one.");
    }
    Baseline.policy(job.expert(), Observation.of(config));
    Histories histories = Histories.read(config, place);
    Path target = folder.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      FolderTree.delete(draft);
      Files.createDirectories(draft);
      new Dataset(config.withRawObservations(), histories, job).fill(draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The dataset " + folder + " cannot be written.", e);
    }
  }

  private void fill(Path folder) throws IOException {
    int observation = Observation.of(config).width();
    int action = ActionCode.width(config.venues().size());
    try (NpyFile observations = open(folder, 0, observation);
        NpyFile actions = open(folder, 1, action);
        NpyFile rewards = open(folder, 2, 0);
        NpyFile terminals = open(folder, 3, 0);
        NpyFile indices = open(folder, 4, 0);
        ExecutorService workers = Executors.newFixedThreadPool(job.workers())) {
      List<NpyFile> files = List.of(observations, actions, rewards, terminals, indices);
      for (int first = 0; first < job.episodes(); first += job.workers()) {
        for (Future<Trajectory> played : play(workers, first)) {
          append(done(played), files);
        }
      }
      for (NpyFile file : files) {
        file.finish(rows);
      }
    }
    WholeFile.write(folder.resolve(METADATA), metadata(observation, action) + "\n");
  }

  private static NpyFile open(Path folder, int index, int width) throws IOException {
    return new NpyFile(file(folder, index), TYPES.get(index), width);
  }

  /** The file of an array of {@link #FILES}. */
  static Path file(Path folder, int index) {
    return folder.resolve(FILES.get(index) + ".npy");
  }

  /** The next episodes, one a worker. */
  private List<Future<Trajectory>> play(ExecutorService workers, int first) {
    List<Future<Trajectory>> played = new ArrayList<>();
    for (int e = first; e < Math.min(first + job.workers(), job.episodes()); e++) {
      int episode = e;
      played.add(
          workers.submit(() ->
              Trajectory.of(
                  config,
                  histories,
                  Baseline.policy(job.expert(), Observation.of(config)),
                  job.seed(episode),
                  episode)));
    }
    return played;
  }

  private static Trajectory done(Future<Trajectory> played) {
    try {
      return played.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An episode of the dataset failed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The dataset was interrupted.", e);
    }
  }

  private void append(Trajectory trajectory, List<NpyFile> files) throws IOException {
    ByteBuffer[] columns = trajectory.columns();
    for (int n = 0; n < columns.length; n++) {
      files.get(n).append(columns[n]);
    }
    rows += trajectory.rows();
    kills += trajectory.killed() ? 1 : 0;
    profit += trajectory.profit();
  }

  private String metadata(int observation, int action) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("trajectory_version", TRAJECTORY_VERSION);
    facts.put("obs_version", config.obsVersion());
    facts.put("action_version", ActionCode.VERSION);
    facts.put("policy_version", job.expert() + POLICY_VERSION);
    facts.put("base_seed", job.seed());
    facts.put("num_episodes", job.episodes());
    facts.put("num_transitions", rows);
    facts.put("num_venues", config.venues().size());
    facts.put("obs_dim", observation);
    facts.put("action_dim", action);
    facts.put("domain_rand_preset", config.randomisation().toString().toLowerCase(Locale.ROOT));
    facts.put("apply_domain_rand", config.randomisation() != Preset.DETERMINISTIC);
    facts.put("max_ticks", config.maxTicks());
    facts.put("collected_at", Long.toString(job.collectedAt()));
    facts.put("kill_rate", (double) kills / job.episodes());
    facts.put("mean_episode_length", (double) rows / job.episodes());
    facts.put("mean_pnl", profit / job.episodes());
    if (config.histories().any()) {
      facts.put("histories", config.histories().files());
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts);
  }
}
