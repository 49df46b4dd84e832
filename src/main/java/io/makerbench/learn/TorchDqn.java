package io.makerbench.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * The DQN update on PyTorch's tensors: double-DQN targets (van Hasselt and others, 2016), Huber or
 * squared loss, clipping by the norm of the whole gradient, AdamW, soft or hard target updates.
 *
 * <p>One thread at a time; several learners may work in one process, for autograd is driven by
 * thread and tensor and not through the library's collector, of which a process has one. Every
 * update frees what it allocates.
 */
final class TorchDqn implements AutoCloseable {
  /**
   * What an update found.
   *
   * @param loss mean loss of the batch
   * @param meanQ mean value of the actions taken
   * @param gradientNorm Euclidean norm of the gradient before clipping
   * @param errors absolute temporal-difference error of each transition; empty unless replay is
   *     prioritised
   */
  record Update(float loss, float meanQ, float gradientNorm, float[] errors) {}

  private static final float[] NO_ERRORS = {};

  private final DqnConfig config;
  private final NDManager manager;
  private final TorchNetwork network;
  private final NDArray parameters;
  private final NDArray target;
  private final NDList targetViews;
  private final AdamW optimiser;

  TorchDqn(Network network, DqnConfig config, ComputeDevice device, LearnerState state) {
    this.config = config;
    this.network = new TorchNetwork(network);
    manager = ComputeDevice.engine().newBaseManager(device.tensorDevice());
    parameters = vector(state.parameters());
    parameters.setRequiresGradient(true);
    target = vector(state.target());
    targetViews = this.network.views(target);
    optimiser =
        new AdamW(
            config.lr(),
            config.weightDecay(),
            vector(state.mean()),
            vector(state.variance()),
            state.updates());
    manager.cap();
  }

  /** Copied into memory of the library's own alignment, on which the last bit can depend. */
  private NDArray vector(float[] values) {
    try (NDArray copied = manager.create(values)) {
      return copied.duplicate();
    }
  }

  /** Learns from a batch. */
  Update update(Batch batch) {
    JniUtils.setGradMode(false);
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters, target);
      Tensors tensors = Tensors.of(batch, work);
      NDList views = recorded(() -> network.views(parameters));
      NDArray goal = goal(tensors, views);
      NDArray taken = recorded(() -> network.values(tensors.now, views).gather(tensors.actions, 1));
      NDArray error = recorded(() -> taken.sub(goal));
      NDArray loss = recorded(() -> loss(error, tensors.weights));
      NDArray gradient = gradient(loss, work);
      float norm = gradient.norm().getFloat();
      optimiser.step(parameters, gradient, Math.min(1, config.maxGradNorm() / norm));
      followTarget();
      return new Update(loss.getFloat(), taken.mean().getFloat(), norm, errors(error));
    }
  }

  /** r + γ·Q_target(s′, a′), a′ chosen by the online network where double DQN is on. */
  private NDArray goal(Tensors tensors, NDList views) {
    NDArray next = network.values(tensors.next, targetViews);
    NDArray best =
        config.doubleDqn()
            ? next.gather(network.values(tensors.next, views).argMax(1).expandDims(1), 1)
            : next.max(new int[] {1}, true);
    return best.muli(tensors.discounts).addi(tensors.rewards);
  }

  /** Mean over the batch of ½e² within 1 and |e| − ½ beyond it, or of e². */
  private NDArray loss(NDArray error, NDArray weights) {
    NDArray each = config.useHuber() ? huber(error) : error.square();
    return (config.prioritisedReplay() ? each.mul(weights) : each).mean();
  }

  private static NDArray huber(NDArray error) {
    NDArray distance = error.abs();
    NDArray near = distance.minimum(1f);
    return near.mul(distance.sub(near.mul(0.5f)));
  }

  private NDArray gradient(NDArray loss, NDManager work) {
    JniUtils.zeroGrad((PtNDArray) parameters);
    JniUtils.backward((PtNDArray) loss, (PtNDArray) work.ones(new Shape()), false, false);
    return parameters.getGradient();
  }

  private void followTarget() {
    if (!config.hardSync()) {
      target.muli(1 - config.tau()).addi(parameters.mul(config.tau()));
    } else if (optimiser.steps() % config.syncInterval() == 0) {
      target.muli(0).addi(parameters);
    }
  }

  private float[] errors(NDArray error) {
    return config.prioritisedReplay() ? error.abs().toFloatArray() : NO_ERRORS;
  }

  /** Runs a part of the forward pass so that gradients can flow back through it. */
  private static <T> T recorded(Supplier<T> forward) {
    JniUtils.setGradMode(true);
    try {
      return forward.get();
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  /** Values of all actions for some observations, on the tensors. */
  float[] values(float[] observations, int count) {
    JniUtils.setGradMode(false);
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters);
      NDArray batch = work.create(observations, new Shape(count, observations.length / count));
      return network.values(batch, network.views(parameters)).toFloatArray();
    }
  }

  /** A copy of the online network's flat array. */
  float[] parameters() {
    return parameters.toFloatArray();
  }

  /** Updates made, those before a restore included. */
  long updates() {
    return optimiser.steps();
  }

  /** A copy of all that the next update depends on. */
  LearnerState state() {
    return new LearnerState(
        parameters(),
        target.toFloatArray(),
        optimiser.mean(),
        optimiser.variance(),
        optimiser.steps());
  }

  @Override
  public void close() {
    manager.close();
  }

  /** A batch on the device; on the processor the batch's own memory. */
  private record Tensors(
      NDArray now,
      NDArray next,
      NDArray actions,
      NDArray rewards,
      NDArray discounts,
      NDArray weights) {
    static Tensors of(Batch batch, NDManager work) {
      NDList rows =
          work.create(batch.observations, new Shape(2L * batch.size, batch.width), DataType.FLOAT32)
              .split(2);
      NDList scalars =
          work.create(batch.scalars, new Shape(3L * batch.size, 1), DataType.FLOAT32).split(3);
      NDArray actions = work.create(batch.actions, new Shape(batch.size, 1), DataType.INT64);
      return new Tensors(
          rows.get(0), rows.get(1), actions, scalars.get(0), scalars.get(1), scalars.get(2));
    }
  }
}
