package io.makerbench.learn.net;

import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network that keeps what it was asked and what it answered, update for update. */
final class UpdateLog implements TrainableNetwork {
  /**
   * One update.
   *
   * @param outputs of the forward pass
   * @param slopes of the loss by them, as the learner found them
   * @param gradient what came of them
   * @param norm of the gradient
   * @param after what the step left
   * @param excused how far each may be off after the step, see {@link #excuse}
   */
  record Update(
      float[] outputs,
      float[] slopes,
      float[] gradient,
      float[] norm,
      NetworkState after,
      double[] excused) {}

  final List<Update> updates = new ArrayList<>();
  private final List<Update> leader;
  private final TrainableNetwork network;
  private final double[] excused;
  private float[] outputs = {};
  private float[] slopes = {};
  private float[] norm = {};

  /**
   * @param leader updates of another network, where each of them left off the next one goes on
   *     from; empty where this network goes its own way
   */
  UpdateLog(TrainableNetwork network, List<Update> leader) {
    this.network = network;
    this.leader = leader;
    excused = new double[network.shape().size()];
  }

  @Override
  public NetworkShape shape() {
    return network.shape();
  }

  @Override
  public void predict(Inputs inputs, float[] out, float[] stateAfter) {
    network.predict(inputs, out, stateAfter);
  }

  @Override
  public void forward(Inputs inputs, float[] out, RandomStream dropout) {
    network.forward(inputs, out, dropout);
    sawOutputs(Arrays.copyOf(out, inputs.rows() * shape().outputs()));
  }

  void sawOutputs(float[] found) {
    outputs = found;
  }

  @Override
  public double backward(float[] outputGradients) {
    double found = network.backward(outputGradients);
    sawSlopes(Arrays.copyOf(outputGradients, outputs.length), (float) found);
    return found;
  }

  void sawSlopes(float[] given, float found) {
    slopes = given;
    norm = new float[] {found};
  }

  @Override
  public float[] gradient() {
    return network.gradient();
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    float[] gradient = network.gradient();
    network.step(rule, learningRate, gradientScale);
    stepped(gradient, rule, learningRate, gradientScale);
  }

  /** Keeps an update that has just been made. */
  void stepped(float[] gradient, OptimiserRule rule, double learningRate, double gradientScale) {
    NetworkState after = network.state();
    excuse(gradient, after, rule, learningRate, gradientScale);
    updates.add(new Update(outputs, slopes, gradient, norm, after, excused.clone()));
    if (updates.size() <= leader.size()) {
      network.restore(leader.get(updates.size() - 1).after());
    }
  }

  /**
   * Adam divides a gradient by its size: one that is all rounding may move its parameter either
   * way. A parameter is excused for what the tolerance of its gradient makes of its step.
   */
  private void excuse(
      float[] gradient, NetworkState after, OptimiserRule rule, double rate, double scale) {
    double typical = Closeness.typical(gradient);
    for (int i = 0; i < gradient.length; i++) {
      double off = scale * Closeness.RELATIVE * Math.max(Math.abs(gradient[i]), typical);
      double corrected = after.variance()[i] / rule.varianceCorrection(after.steps());
      excused[i] += rate * Math.min(2, off / (Math.sqrt(corrected) + rule.epsilon()));
    }
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    UpdateLog other =
        leader instanceof TensorUpdateLog tensors ? tensors.log() : (UpdateLog) leader;
    network.follow(other.network, share);
  }

  @Override
  public NetworkState state() {
    return network.state();
  }

  @Override
  public void restore(NetworkState state) {
    network.restore(state);
  }

  @Override
  public void close() {
    network.close();
  }
}
