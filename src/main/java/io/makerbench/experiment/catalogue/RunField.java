package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Metric;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column that a table of runs can have: something every run has, a key of the configuration, a
 * figure of the training, or a metric of the evaluation.
 *
 * @param id unique: {@code state}, {@code dqn.lr}, {@code training.reward}, {@code
 *     result.realised_pnl}
 */
public record RunField(String id) implements Comparable<RunField> {
  public static final String NAME = "name";
  public static final String LABEL = "label";
  public static final String STATE = "state";
  public static final String PHASE = "phase";
  public static final String AGENT = "agent";
  public static final String SYSTEM = "system";
  public static final String SEED = "seed";
  public static final String CREATED = "created";
  public static final String ENDED = "ended";
  public static final String DURATION = "duration";
  public static final String TAGS = "tags";
  public static final String NOTES = "notes";
  public static final String GAIN = "gain";
  public static final String BASELINE = "baseline";
  public static final String DEVICE = "device";
  public static final String ENGINE = "engine";
  public static final String VERSION = "version";
  public static final String MACHINE = "machine";
  public static final String TRIALS = "trials";
  public static final String CLONED_FROM = "cloned_from";
  public static final String MESSAGE = "message";
  public static final String CONFIG_HASH = "config_hash";
  public static final String CHANGED_KEYS = "changed_keys";

  /** Figures of the training are named so: {@code training.} and a column of metrics.csv. */
  public static final String TRAINING = "training.";

  /** Means over the windows the agent was judged on: {@code result.} and a metric. */
  public static final String RESULT = "result.";

  /** Fields in which a bare word of a query is looked for. */
  static final String[] SEARCHED = {
    NAME, LABEL, AGENT, SYSTEM, STATE, TAGS, NOTES, CLONED_FROM, DEVICE
  };

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry(NAME, "Folder"),
          Map.entry(LABEL, "Run"),
          Map.entry(STATE, "State"),
          Map.entry(PHASE, "Progress"),
          Map.entry(AGENT, "Agent"),
          Map.entry(SYSTEM, "System"),
          Map.entry(SEED, "Seed"),
          Map.entry(CREATED, "Created"),
          Map.entry(ENDED, "Ended"),
          Map.entry(DURATION, "Duration"),
          Map.entry(TAGS, "Tags"),
          Map.entry(NOTES, "Notes"),
          Map.entry(GAIN, "PnL vs baseline"),
          Map.entry(BASELINE, "Baseline"),
          Map.entry(DEVICE, "Device"),
          Map.entry(ENGINE, "Engine"),
          Map.entry(VERSION, "Version"),
          Map.entry(MACHINE, "Machine"),
          Map.entry(TRIALS, "Trials on its windows"),
          Map.entry(CLONED_FROM, "Cloned from"),
          Map.entry(CHANGED_KEYS, "Changed keys"),
          Map.entry(CONFIG_HASH, "Configuration hash"),
          Map.entry(MESSAGE, "Message"));

  private static final List<String> OWN =
      List.of(
          LABEL,
          STATE,
          PHASE,
          AGENT,
          SYSTEM,
          SEED,
          CREATED,
          ENDED,
          DURATION,
          TAGS,
          NOTES,
          GAIN,
          BASELINE,
          DEVICE,
          ENGINE,
          TRIALS,
          CLONED_FROM,
          CHANGED_KEYS,
          CONFIG_HASH,
          MESSAGE,
          VERSION,
          MACHINE,
          NAME);

  private static final Map<String, String> RESULTS =
      Arrays.stream(Metric.values())
          .collect(Collectors.toUnmodifiableMap(metric -> RESULT + metric.column(), Metric::label));

  /** Where a field comes from. */
  public enum Source {
    RUN("Run"),
    RESULT("Evaluation"),
    TRAINING("Training"),
    CONFIG("Configuration");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** As a heading. */
    public String words() {
      return words;
    }
  }

  /** Where it comes from. */
  public Source source() {
    if (TITLES.containsKey(id)) {
      return Source.RUN;
    }
    return id.startsWith(TRAINING)
        ? Source.TRAINING
        : id.startsWith(RESULT) ? Source.RESULT : Source.CONFIG;
  }

  /** As a column's heading. */
  public String title() {
    return switch (source()) {
      case RUN -> TITLES.getOrDefault(id, id);
      case RESULT -> RESULTS.getOrDefault(id, id);
      case TRAINING -> words(id.substring(TRAINING.length()));
      case CONFIG -> id;
    };
  }

  private static String words(String column) {
    String words = column.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Every field that one of these runs has, those every run has first. */
  public static List<RunField> of(Collection<RunFacts> runs) {
    TreeSet<RunField> found = new TreeSet<>();
    OWN.forEach(id -> found.add(new RunField(id)));
    for (RunFacts run : runs) {
      run.values().keySet().forEach(id -> found.add(new RunField(id)));
    }
    return List.copyOf(found);
  }

  /**
   * The field a user means: its id, or the end of the id after a dot where only one ends so.
   *
   * @throws InputException when there is none, or several
   */
  public static RunField named(String name, Collection<RunField> known) {
    RunField exact = new RunField(name);
    if (known.contains(exact)) {
      return exact;
    }
    List<RunField> ends = known.stream().filter(field -> field.id().endsWith("." + name)).toList();
    if (ends.size() == 1) {
      return ends.getFirst();
    }
    if (ends.isEmpty()) {
      throw new InputException(
          "No run has a field "
              + name
              + "; there are "
              + Stream.concat(
                      OWN.stream(), Stream.of("training.…", "result.…", "keys such as dqn.lr"))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    throw new InputException(
        name
            + " may be "
            + ends.stream().map(RunField::id).collect(Collectors.joining(" or "))
            + "; write it whole.");
  }

  /** By source, in it what every run has as listed here, others by the alphabet. */
  @Override
  public int compareTo(RunField other) {
    int bySource = source().compareTo(other.source());
    if (bySource != 0) {
      return bySource;
    }
    int byPlace = Integer.compare(OWN.indexOf(id), OWN.indexOf(other.id));
    return byPlace != 0 ? byPlace : id.compareTo(other.id);
  }
}
