package io.makerbench.learn.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorParameters;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.learn.torch.Transfers;
import io.makerbench.random.RandomStream;

/**
 * A network that keeps its updates in a log, also those that are made on its device.
 *
 * @param log of the same network
 */
record TensorUpdateLog(TensorNetwork network, UpdateLog log) implements TensorNetwork {
  @Override
  public TensorWork work() {
    return network.work();
  }

  @Override
  public Transfers transfers() {
    return network.transfers();
  }

  @Override
  public TensorParameters parameters(
      TensorWork work, float[] values, float[] mean, float[] variance) {
    return network.parameters(work, values, mean, variance);
  }

  @Override
  public NDList predict(TensorWork work, TensorInputs inputs) {
    return network.predict(work, inputs);
  }

  @Override
  public NDArray forward(TensorWork work, TensorInputs inputs, RandomStream dropout) {
    NDArray outputs = network.forward(work, inputs, dropout);
    log.sawOutputs(outputs.toFloatArray());
    return outputs;
  }

  @Override
  public NDArray backward(TensorWork work, NDArray outputs, NDArray slopes) {
    NDArray norm = network.backward(work, outputs, slopes);
    log.sawSlopes(slopes.toFloatArray(), norm.getFloat());
    return norm;
  }

  @Override
  public void step(TensorWork work, OptimiserRule rule, double learningRate, NDArray scale) {
    float[] gradient = network.gradient();
    network.step(work, rule, learningRate, scale);
    log.stepped(gradient, rule, learningRate, scale.getDouble());
  }

  @Override
  public NetworkShape shape() {
    return log.shape();
  }

  @Override
  public void predict(Inputs inputs, float[] outputs, float[] stateAfter) {
    log.predict(inputs, outputs, stateAfter);
  }

  @Override
  public void forward(Inputs inputs, float[] outputs, RandomStream dropout) {
    log.forward(inputs, outputs, dropout);
  }

  @Override
  public double backward(float[] outputGradients) {
    return log.backward(outputGradients);
  }

  @Override
  public float[] gradient() {
    return log.gradient();
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    log.step(rule, learningRate, gradientScale);
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    log.follow(leader, share);
  }

  @Override
  public NetworkState state() {
    return log.state();
  }

  @Override
  public void restore(NetworkState state) {
    log.restore(state);
  }

  @Override
  public void close() {
    log.close();
  }
}
