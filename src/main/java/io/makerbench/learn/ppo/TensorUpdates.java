package io.makerbench.learn.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.acting.TensorDistribution;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorParameters;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passages on the network's device. A rollout goes up once, and with each passage the order of its
 * units; figures and free parameters come back once, at the end. In between nothing comes back but
 * the divergence of a minibatch where {@code target_kl} asks for it.
 */
final class TensorUpdates implements PpoUpdates {
  /** Places of the figures that are added up. */
  private static final int FIGURES = 6;

  private final PpoConfig config;
  private final ActionDistribution distribution;
  private final TensorNetwork network;
  private final FreeParameters free;
  private final Rollout rollout;
  private final RandomStream dropout;
  private final OptimiserRule rule;
  private final UnitOrder order;
  private @Nullable Update update;

  TensorUpdates(
      PpoConfig config,
      ActionDistribution distribution,
      TensorNetwork network,
      FreeParameters free,
      Rollout rollout,
      RandomStream dropout) {
    this.config = config;
    this.distribution = distribution;
    this.network = network;
    this.free = free;
    this.rollout = rollout;
    this.dropout = dropout;
    rule = config.optimizer().rule();
    order = new UnitOrder(rollout, config.minibatchSize());
    if (network.shape().offset(Branch.VALUE) != distribution.outputs()) {
      throw new IllegalArgumentException("Outputs are those of the policy, then the value.");
    }
  }

  @Override
  public void begin(Rates rates, double valueMean, double valueDeviation, long steps) {
    update = new Update(rates, valueMean, valueDeviation, steps);
  }

  private Update begun() {
    if (update == null) {
      throw new IllegalStateException("An update has to begin first.");
    }
    return update;
  }

  @Override
  public boolean passage(RandomStream shuffling) {
    order.shuffle(shuffling);
    return begun().passage();
  }

  @Override
  public Sums end() {
    try (Update ending = begun()) {
      update = null;
      return ending.sums();
    }
  }

  /** An update that has begun: what stays on the device from minibatch to minibatch. */
  private final class Update implements AutoCloseable {
    private final TensorWork whole = network.work();
    private final Rates rates;
    private final TensorRollout held;
    private final TensorParameters parameters;
    private final NDArray figures = whole.zeros(new Shape(FIGURES), DataType.FLOAT64);
    private final long stepsBefore;
    private int looked;
    private int learnt;

    Update(Rates rates, double valueMean, double valueDeviation, long stepsBefore) {
      this.rates = rates;
      this.stepsBefore = stepsBefore;
      held = new TensorRollout(whole, rollout, valueMean, valueDeviation);
      parameters = free.onTensors(whole, network);
    }

    boolean passage() {
      long[] units = Arrays.stream(order.units).asLongStream().toArray();
      try (TensorWork passage = whole.within()) {
        NDArray all = passage.up(units, new Shape(units.length));
        boolean near = true;
        while (near && order.advance()) {
          near = learn(all.get(order.from() + ":" + (order.from() + order.count())));
        }
        return near;
      }
    }

    /** Learns from a minibatch; false where the policy has moved far enough. */
    private boolean learn(NDArray units) {
      try (TensorWork work = network.work()) {
        work.lend(units, parameters.values());
        TensorRollout.Sample sample = held.take(work, units);
        NDArray outputs = network.forward(work, sample.inputs(), dropout);
        NDList parts = outputs.split(new long[] {distribution.outputs()}, 1);
        TensorDistribution now =
            distribution.onTensors(
                work, wide(parts.get(0)), wide(parameters.values()), sample.actions());
        TensorLoss loss = new TensorLoss(config, rates, work, now, sample, wide(parts.get(1)));
        NDArray none = work.zeros(new Shape(), DataType.FLOAT64);
        NDArray entropy = looked == 0 ? now.entropies().mean() : none;
        looked++;
        if (movedFar(work, loss)) {
          add(loss, entropy, none);
          return false;
        }
        NDArray norm = step(work, outputs, loss);
        add(loss, entropy, norm);
        return true;
      }
    }

    private static NDArray wide(NDArray floats) {
      return floats.toType(DataType.FLOAT64, false);
    }

    private boolean movedFar(TensorWork work, TensorLoss loss) {
      Double target = config.targetKl();
      return target != null && work.number(loss.divergence()) > DIVERGENCE_TOLERANCE * target;
    }

    /** Moves all parameters and returns the norm of the gradient. */
    private NDArray step(TensorWork work, NDArray outputs, TensorLoss loss) {
      NDArray norm = wide(network.backward(work, outputs, loss.slopes()));
      boolean some = distribution.free() > 0;
      NDArray slopes = some ? loss.freeSlopes() : norm;
      if (some) {
        norm = norm.square().add(wide(slopes).square().sum()).sqrt();
      }
      NDArray scale =
          norm.add(work.scalar(NORM_EPSILON))
              .pow(work.scalar(-1))
              .mul(work.scalar(config.maxGradNorm()))
              .minimum(work.scalar(1));
      learnt++;
      network.step(work, rule, rates.learningRate(), scale);
      if (some) {
        parameters.step(rule, rates.learningRate(), slopes, scale, stepsBefore + learnt);
      }
      return norm;
    }

    private void add(TensorLoss loss, NDArray entropy, NDArray norm) {
      NDList found =
          new NDList(
              loss.policyLoss(),
              loss.valueLoss(),
              entropy,
              loss.divergence(),
              loss.clipped(),
              norm);
      figures.addi(NDArrays.stack(found));
    }

    Sums sums() {
      NDList all = new NDList(figures);
      if (distribution.free() > 0) {
        all.add(wide(parameters.values()));
        all.add(wide(parameters.mean()));
        all.add(wide(parameters.variance()));
      }
      double[] found = whole.doubles(all.size() == 1 ? figures : NDArrays.concat(all));
      free.take(found, FIGURES);
      return new Sums(found[0], found[1], found[2], found[3], found[4], found[5], looked, learnt);
    }

    @Override
    public void close() {
      whole.close();
    }
  }
}
