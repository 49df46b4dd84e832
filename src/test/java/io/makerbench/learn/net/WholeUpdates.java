package io.makerbench.learn.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.vector.HalvedNetwork;
import io.makerbench.learn.vector.VectorNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.jqwik.api.Assume;

/**
 * Lets a learner make whole updates (forward, loss, backward, clipping, step) on every engine and
 * on the referee, each going its own way from the same start, and compares all they found on the
 * way.
 */
public final class WholeUpdates {
  /** Share of the tolerance that rough arithmetic may lose before a case is dropped. */
  private static final double SOUND = 0.2;

  /** Rectifiers nearer to their kink than this may be on either side of it after some updates. */
  private static final double KINK = 1e-5;

  private static final IntFunction<List<UpdateLog.Update>> NO_LEADER = n -> List.of();

  /** Makes updates with networks that all start at zero. */
  public interface Learning {
    /**
     * @param networks opens networks
     * @return figures that a learner tells, such as losses
     */
    List<Double> with(Function<NetworkShape, TrainableNetwork> networks);
  }

  /** What one engine did. */
  private record Course(String name, float[] figures, List<UpdateLog> logs) {}

  private WholeUpdates() {}

  /** Every engine does what the referee does, each update from where its own last one led. */
  public static void agree(Learning learning) {
    agree(learning, NO_LEADER);
  }

  /**
   * Every engine does what the referee does, each update from where the referee's last one led:
   * what roundings add up to over several updates does not count.
   */
  public static void agreeStepByStep(Learning learning) {
    List<UpdateLog> leaders = course("referee", learning, WholeUpdates::referee, NO_LEADER).logs;
    agree(learning, n -> leaders.get(n).updates);
  }

  private static void agree(Learning learning, IntFunction<List<UpdateLog.Update>> leaders) {
    List<DoubleNetwork> referees = new ArrayList<>();
    Course referee =
        course(
            "referee",
            learning,
            shape -> {
              referees.add(referee(shape));
              return referees.getLast();
            },
            NO_LEADER);
    Assume.that(referees.stream().allMatch(network -> network.leastMargin() > KINK));
    for (int draw = 0; draw < DoubleNetwork.DRAWS; draw++) {
      Assume.that(worst(referee, rough(learning, draw, leaders)) < SOUND);
    }
    assertTrue(referee.logs.getFirst().updates.size() > 1, "more than one update");
    compare(referee, course("vector", learning, VectorNetwork::new, leaders));
    compare(referee, course("halved", learning, s -> new HalvedNetwork(s, 2), leaders));
    compare(referee, course("torch", learning, WholeUpdates::torch, leaders));
  }

  private static Course rough(
      Learning learning, int draw, IntFunction<List<UpdateLog.Update>> leaders) {
    return course(
        "rough",
        learning,
        shape -> DoubleNetwork.rough(shape, new float[shape.size()], draw),
        leaders);
  }

  private static DoubleNetwork referee(NetworkShape shape) {
    return new DoubleNetwork(shape, new float[shape.size()]);
  }

  private static TrainableNetwork torch(NetworkShape shape) {
    return new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
  }

  private static Course course(
      String name,
      Learning learning,
      Function<NetworkShape, TrainableNetwork> engine,
      IntFunction<List<UpdateLog.Update>> leaders) {
    List<UpdateLog> logs = new ArrayList<>();
    try {
      List<Double> told =
          learning.with(shape -> {
            TrainableNetwork network = engine.apply(shape);
            UpdateLog log = new UpdateLog(network, leaders.apply(logs.size()));
            logs.add(log);
            return network instanceof TensorNetwork tensors
                ? new TensorUpdateLog(tensors, log)
                : log;
          });
      float[] figures = new float[told.size()];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = told.get(i).floatValue();
      }
      return new Course(name, figures, logs);
    } finally {
      logs.forEach(UpdateLog::close);
    }
  }

  private static double worst(Course expected, Course found) {
    double worst = 0;
    for (int n = 0; n < expected.logs.size(); n++) {
      List<UpdateLog.Update> ours = expected.logs.get(n).updates;
      List<UpdateLog.Update> theirs = found.logs.get(n).updates;
      if (ours.size() != theirs.size()) {
        return Double.POSITIVE_INFINITY;
      }
      for (int u = 0; u < ours.size(); u++) {
        UpdateLog.Update a = ours.get(u);
        UpdateLog.Update b = theirs.get(u);
        worst = Math.max(worst, Closeness.worst(a.outputs(), b.outputs()));
        worst = Math.max(worst, Closeness.worst(a.slopes(), b.slopes()));
        worst = Math.max(worst, Closeness.worst(a.gradient(), b.gradient()));
      }
    }
    return worst;
  }

  private static void compare(Course expected, Course found) {
    for (int n = 0; n < expected.logs.size(); n++) {
      List<UpdateLog.Update> ours = expected.logs.get(n).updates;
      List<UpdateLog.Update> theirs = found.logs.get(n).updates;
      assertEquals(ours.size(), theirs.size(), found.name + ": updates");
      for (int u = 0; u < ours.size(); u++) {
        String what = found.name + " update " + u + " of " + expected.logs.get(n).shape() + ": ";
        UpdateLog.Update a = ours.get(u);
        UpdateLog.Update b = theirs.get(u);
        Closeness.assertClose(a.outputs(), b.outputs(), what + "output");
        Closeness.assertClose(a.slopes(), b.slopes(), what + "slope");
        Closeness.assertClose(a.norm(), b.norm(), what + "norm");
        Closeness.assertClose(a.gradient(), b.gradient(), what + "gradient");
        Closeness.assertClose(
            a.after().parameters(), b.after().parameters(), a.excused(), what + "parameter");
      }
    }
    Closeness.assertClose(expected.figures, found.figures, found.name + ": figure");
  }
}
