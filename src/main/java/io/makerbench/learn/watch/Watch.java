package io.makerbench.learn.watch;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches a training: stands between environment and trainer, hears the trainer's rows, and tells
 * what it finds. It changes no number of the training, and after {@link #restore} it finds the same
 * as without an interruption. On the thread that trains.
 */
public final class Watch implements TrainerListener {
  private static final String FILE = "watch.bin";
  private static final long FORMAT = 0x4D42_5741_5443_0002L;

  /** Times smaller a learning rate is proposed. */
  private static final double SLOWER = 10;

  /** Share of a training that a period covers at least. */
  private static final long PERIODS_OF_A_TRAINING = 100;

  /** Fewer decisions than this do not make a period, where decisions are made. */
  private static final long FEWEST_DECISIONS = 200;

  private final LearnerSettings settings;
  private final TrainerListener listener;
  private final Consumer<Finding> findings;
  private final Behaviour behaviour;
  private final VectorEnv env;
  private final List<Alarm> alarms;
  private final Map<String, Double> sums = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private @Nullable Trainer trainer;
  private long since;

  /**
   * @param env stays the caller's to close
   * @param observationNames of the numbers of an observation, in order
   * @param listener hears all that the trainer tells
   * @param findings hears what is found
   */
  public Watch(
      LearnerSettings settings,
      VectorEnv env,
      List<String> observationNames,
      Compute compute,
      TrainerListener listener,
      Consumer<Finding> findings) {
    this.settings = settings;
    this.listener = listener;
    this.findings = findings;
    behaviour = new Behaviour(env, observationNames);
    // Only whether a GPU waits is a matter of time: all else must be the same on every machine.
    LongSupplier clock = compute.device().isGpu() ? System::nanoTime : () -> 0;
    this.env = new WatchedEnv(env, behaviour, clock);
    alarms = Rules.of(settings, clock).stream().map(Alarm::new).toList();
  }

  /** The environment to learn in. */
  public VectorEnv env() {
    return env;
  }

  /** Says whose training it is; before the training goes on. */
  public void follow(Trainer watched) {
    trainer = watched;
  }

  @Override
  public void metrics(long step, Map<String, Double> values) {
    listener.metrics(step, values);
    values.forEach((column, value) -> {
      sums.merge(column, value, Double::sum);
      counts.merge(column, 1, Integer::sum);
    });
    long total = Objects.requireNonNull(trainer, "follow comes first").progress().totalTicks();
    boolean whole = (step - since) * PERIODS_OF_A_TRAINING >= total;
    if (whole && (settings.imitates() || behaviour.decisions() >= FEWEST_DECISIONS)) {
      judge(step, total, trainer);
    }
  }

  private void judge(long step, long total, Trainer watched) {
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((column, sum) -> means.put(column, sum / counts.getOrDefault(column, 1)));
    Period period = new Period(since, step, total, means, behaviour, watched::policy);
    for (Alarm alarm : alarms) {
      Finding found = alarm.hear(period);
      if (found != null) {
        findings.accept(found);
      }
    }
    since = step;
    sums.clear();
    counts.clear();
    behaviour.clear();
  }

  @Override
  public void actions(long step, Map<String, Double> values) {
    listener.actions(step, values);
  }

  @Override
  public void episode(long step, Map<String, Double> values) {
    listener.episode(step, values);
  }

  @Override
  public void decision(long step, Map<String, Double> values) {
    listener.decision(step, values);
  }

  @Override
  public void warning(long step, String message) {
    findings.accept(new Finding(step, step, FindingKind.UNUSED_SETTING, message, ""));
  }

  /**
   * Steps before which training was sound as far as can be told: when each danger that shows now
   * began, said or not, and the start of the stretch that is yet to be judged.
   */
  public List<Long> soundUntil() {
    return Stream.concat(
            Stream.of(since),
            alarms.stream()
                .filter(alarm -> alarm.kind().severity() == Severity.DANGER && alarm.shows())
                .map(Alarm::since))
        .toList();
  }

  /** Tells of a training that went astray for good. */
  public void diverged(DivergedException cause) {
    long began =
        alarms.stream()
            .filter(alarm -> alarm.kind() == FindingKind.EXPLODING_LOSS && alarm.shows())
            .mapToLong(Alarm::since)
            .min()
            .orElse(cause.step());
    findings.accept(
        new Finding(
            cause.step(),
            began,
            FindingKind.DIVERGED,
            cause.getMessage() + ".",
            "Try %s=%s (it is %s)%s."
                .formatted(
                    settings.key("lr"),
                    Figures.round(settings.lr() / SLOWER),
                    Figures.brief(settings.lr()),
                    Boolean.FALSE.equals(settings.normalizeValues())
                        ? " or %s=true".formatted(settings.key("normalize_values"))
                        : "")));
  }

  /**
   * Looks at what would be kept now.
   *
   * @throws DivergedException when a parameter of the policy is no number
   */
  public void requireSound() {
    Trainer watched = Objects.requireNonNull(trainer, "follow comes first");
    for (float parameter : watched.policy().parameters()) {
      if (!Float.isFinite(parameter)) {
        throw new DivergedException(
            watched.progress().doneTicks(), "a parameter of the network is " + parameter);
      }
    }
  }

  /** Dangers that were said and have not gone away. */
  public List<FindingKind> standing() {
    return alarms.stream()
        .filter(Alarm::stands)
        .map(Alarm::kind)
        .filter(kind -> kind.severity() == Severity.DANGER)
        .toList();
  }

  /** Writes what it remembers into a checkpoint's folder. */
  public void save(Path folder) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
      out.writeLong(FORMAT);
      out.writeLong(since);
      out.writeInt(sums.size());
      for (Map.Entry<String, Double> sum : sums.entrySet()) {
        out.writeUTF(sum.getKey());
        out.writeDouble(sum.getValue());
        out.writeInt(counts.getOrDefault(sum.getKey(), 1));
      }
      behaviour.save(out);
      for (Alarm alarm : alarms) {
        alarm.save(out);
      }
    }
  }

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws InputException when it is missing, damaged or of another training
   */
  public void restore(Path folder) {
    Path file = folder.resolve(FILE);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readLong() != FORMAT) {
        throw new IOException("it has another format");
      }
      since = in.readLong();
      for (int left = in.readInt(); left > 0; left--) {
        String column = in.readUTF();
        sums.put(column, in.readDouble());
        counts.put(column, in.readInt());
      }
      behaviour.restore(in);
      for (Alarm alarm : alarms) {
        alarm.restore(in);
      }
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read: %s. The training cannot go on from this checkpoint."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
