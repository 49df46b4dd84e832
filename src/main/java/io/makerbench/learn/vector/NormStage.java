package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.Slot;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** Layer norm: y = (x − mean) / √(variance + ε) · scale + shift, over each row. */
final class NormStage implements Stage {
  private final Parameters parameters;
  private final int scale;
  private final int shift;
  private final int used;
  private final Rows output;
  private final Rows gradient;
  private final Rows normalised;
  private final Rows scaledGradient;
  private final float[] strands = new float[Lanes.BLOCK];

  /** 1 in the columns that are not padding. */
  private final float[] there;

  private float[] inverseDeviations = {};

  NormStage(Slot weight, Slot bias, Parameters parameters) {
    this.parameters = parameters;
    scale = parameters.add(weight, 1);
    shift = parameters.add(bias, 1);
    used = weight.length();
    output = new Rows(Lanes.pad(used));
    gradient = new Rows(output.width);
    normalised = new Rows(output.width);
    scaledGradient = new Rows(output.width);
    there = new float[output.width];
    Arrays.fill(there, 0, used, 1);
  }

  @Override
  public Rows output() {
    return output;
  }

  @Override
  public Rows gradient() {
    return gradient;
  }

  @Override
  public void forward(Rows in, Inputs inputs) {
    int rows = inputs.rows();
    output.reserve(rows);
    normalised.reserve(rows);
    if (inverseDeviations.length < rows) {
      inverseDeviations = new float[rows];
    }
    for (int row = 0, at = 0; row < rows; row++, at += output.width) {
      float mean = (float) (Lanes.sum(in.values, at, output.width, strands) / used);
      centre(in.values, at, mean);
      double squares = Lanes.squares(normalised.values, at, output.width, strands);
      float inverse = (float) (1 / Math.sqrt(squares / used + Layer.Norm.EPSILON));
      inverseDeviations[row] = inverse;
      scaleAndShift(at, inverse);
    }
  }

  private void centre(float[] in, int at, float mean) {
    for (int j = 0; j < output.width; j += Lanes.WIDTH) {
      Lanes.load(in, at + j)
          .sub(mean)
          .mul(Lanes.load(there, j))
          .intoArray(normalised.values, at + j);
    }
  }

  private void scaleAndShift(int at, float inverse) {
    for (int j = 0; j < output.width; j += Lanes.WIDTH) {
      FloatVector x = Lanes.load(normalised.values, at + j).mul(inverse);
      x.intoArray(normalised.values, at + j);
      x.fma(Lanes.load(parameters.values, scale + j), Lanes.load(parameters.values, shift + j))
          .intoArray(output.values, at + j);
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs inputs) {
    int rows = inputs.rows();
    Lanes.sumOfRows(gradient.values, rows, output.width, parameters.gradient, shift);
    sumOfProducts(rows);
    if (inGradient == null) {
      return;
    }
    inGradient.reserve(rows);
    scaledGradient.reserve(1);
    for (int row = 0, at = 0; row < rows; row++, at += output.width) {
      backward(at, inverseDeviations[row], inGradient.values);
    }
  }

  private void sumOfProducts(int rows) {
    for (int j = 0; j < output.width; j += Lanes.WIDTH) {
      FloatVector sum = FloatVector.zero(Lanes.SPECIES);
      for (int row = 0, at = j; row < rows; row++, at += output.width) {
        sum = Lanes.load(gradient.values, at).fma(Lanes.load(normalised.values, at), sum);
      }
      sum.intoArray(parameters.gradient, scale + j);
    }
  }

  /** dx = (g − mean(g) − x̂·mean(g·x̂)) / deviation, with g the gradient by the normalised row. */
  private void backward(int at, float inverse, float[] out) {
    float[] g = scaledGradient.values;
    for (int j = 0; j < output.width; j += Lanes.WIDTH) {
      Lanes.load(gradient.values, at + j)
          .mul(Lanes.load(parameters.values, scale + j))
          .intoArray(g, j);
    }
    float mean = (float) (Lanes.sum(g, 0, output.width, strands) / used);
    float slope = (float) (dot(g, at) / used);
    for (int j = 0; j < output.width; j += Lanes.WIDTH) {
      FloatVector x = Lanes.load(normalised.values, at + j);
      x.neg()
          .fma(Lanes.all(slope), Lanes.load(g, j).sub(mean))
          .mul(inverse)
          .mul(Lanes.load(there, j))
          .intoArray(out, at + j);
    }
  }

  private double dot(float[] g, int at) {
    for (int lane = 0; lane < Lanes.BLOCK; lane += Lanes.WIDTH) {
      FloatVector sum = FloatVector.zero(Lanes.SPECIES);
      for (int j = lane; j < output.width; j += Lanes.BLOCK) {
        sum = Lanes.load(g, j).fma(Lanes.load(normalised.values, at + j), sum);
      }
      sum.intoArray(strands, lane);
    }
    double total = 0;
    for (float strand : strands) {
      total += strand;
    }
    return total;
  }
}
