package io.makerbench.learn.ppo;

import io.makerbench.learn.net.Layer;
import java.util.Locale;

/** What follows a hidden layer. */
public enum Activation {
  TANH,
  RELU;

  /** The layer it stands for. */
  public Layer layer() {
    return switch (this) {
      case TANH -> new Layer.Tanh();
      case RELU -> new Layer.Relu();
    };
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
