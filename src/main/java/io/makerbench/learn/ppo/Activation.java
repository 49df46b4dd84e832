package io.makerbench.learn.ppo;

import io.makerbench.learn.net.Layer;
import java.util.Locale;

/** What follows a hidden layer. */
public enum Activation {
  TANH,
  RELU,
  LEAKY_RELU;

  /** The layer it stands for. */
  public Layer layer() {
    return switch (this) {
      case TANH -> new Layer.Tanh();
      case RELU -> new Layer.Relu();
      case LEAKY_RELU -> new Layer.LeakyRelu();
    };
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
