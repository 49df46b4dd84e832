package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A watch that is shown what a test does in an environment, as if a trainer did it. */
final class FedWatch {
  /** Ticks of the training that is played; a period is a hundredth of it. */
  static final long TOTAL_TICKS = 100_000;

  final Watch watch;
  final List<Finding> findings = new ArrayList<>();
  private final VectorEnv env;
  private final Actions actions;
  private final Transitions transitions;
  private long ticks;

  FedWatch(LearnerSettings settings, VectorEnv env, List<String> names) {
    watch = new Watch(settings, env, names, Compute.CPU, TrainerListener.SILENT, findings::add);
    watch.follow(new Played(env.observationSpace().width()));
    this.env = watch.env();
    actions = Actions.of(env.actionSpace(), env.copies());
    transitions = new Transitions(env.copies(), env.observationSpace().width());
    this.env.reset(transitions.observations);
  }

  /** Acts for some periods and tells the same figures after each. */
  void periods(int count, Consumer<Actions> policy, Map<String, Double> figures) {
    for (int period = 0; period < count; period++) {
      long end = ticks + TOTAL_TICKS / 100;
      while (ticks < end) {
        policy.accept(actions);
        env.step(actions, transitions);
        for (int passed : transitions.ticks) {
          ticks += passed;
        }
      }
      watch.metrics(ticks, figures);
    }
  }

  /** The kinds of what was found. */
  Set<FindingKind> kinds() {
    return findings.stream().map(Finding::kind).collect(Collectors.toSet());
  }

  /** What was seen and advised of one kind; empty where it was not found. */
  String words(FindingKind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .map(finding -> finding.seen() + " " + finding.advice())
        .collect(Collectors.joining());
  }

  /** A training in which nothing is learnt. */
  private record Played(int inputs) implements Trainer {
    @Override
    public boolean advance() {
      return false;
    }

    @Override
    public Progress progress() {
      return new Progress(0, TOTAL_TICKS);
    }

    @Override
    public NetworkPolicy policy() {
      QNetwork network = new QNetwork(inputs, List.of(4), Norm.LAYER, 2, Head.PLAIN);
      float[] parameters = new float[network.size()];
      java.util.Arrays.fill(parameters, 0.5f);
      return new NetworkPolicy("played", network, parameters);
    }

    @Override
    public void save(Path folder, String fingerprint, String facts) {
      throw new AssertionError("Nobody goes on with this.");
    }

    @Override
    public void close() {}
  }
}
