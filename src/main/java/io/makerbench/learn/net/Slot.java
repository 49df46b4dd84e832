package io.makerbench.learn.net;

/**
 * Where one tensor lies in a network's flat array of parameters.
 *
 * @param name as in a PyTorch state dictionary
 * @param shape its dimensions, row-major; weights are (output, input)
 * @param offset of its first number
 */
public record Slot(String name, int[] shape, int offset) {
  /** Numbers in it. */
  public int length() {
    int length = 1;
    for (int dimension : shape) {
      length *= dimension;
    }
    return length;
  }
}
