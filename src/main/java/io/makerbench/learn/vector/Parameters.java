package io.makerbench.learn.vector;

import io.makerbench.learn.net.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters, gradient and moments of a network as the stages use them: every matrix transposed to
 * (input, output), its rows padded; padding is zero and stays so.
 */
final class Parameters {
  /**
   * Where a tensor's numbers lie: number (row, column) of a matrix of {@code rows} rows, which come
   * in groups of {@code group}, lies at {@code at + column × stride + (row / group) × paddedGroup +
   * row % group}.
   */
  private record Piece(Slot slot, int at, int stride, int group, int paddedGroup) {
    int place(int row, int column) {
      return at + column * stride + row / group * paddedGroup + row % group;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private int end;
  float[] values = {};
  float[] gradient = {};
  float[] mean = {};
  float[] variance = {};

  /**
   * Takes a tensor in.
   *
   * @param groups groups its rows come in, each of which is padded; 1 but for the gates of a
   *     recurrent unit
   * @return place of its first number
   */
  int add(Slot slot, int groups) {
    int group = slot.shape()[0] / groups;
    int paddedGroup = Lanes.pad(group);
    int stride = groups * paddedGroup;
    int at = end;
    pieces.add(new Piece(slot, at, stride, group, paddedGroup));
    end += stride * (slot.shape().length == 2 ? slot.shape()[1] : 1);
    return at;
  }

  /** Makes room for the tensors that were added. */
  void allocate() {
    values = new float[end];
    gradient = new float[end];
    mean = new float[end];
    variance = new float[end];
  }

  int length() {
    return end;
  }

  /** Spreads a flat array of tensors over a padded one. */
  void spread(float[] flat, float[] padded) {
    for (Piece piece : pieces) {
      int columns = piece.slot.shape().length == 2 ? piece.slot.shape()[1] : 1;
      for (int i = 0; i < piece.slot.length(); i++) {
        padded[piece.place(i / columns, i % columns)] = flat[piece.slot.offset() + i];
      }
    }
  }

  /** Gathers a flat array of tensors from a padded one. */
  float[] gather(float[] padded) {
    Slot last = pieces.getLast().slot;
    float[] flat = new float[last.offset() + last.length()];
    for (Piece piece : pieces) {
      int columns = piece.slot.shape().length == 2 ? piece.slot.shape()[1] : 1;
      for (int i = 0; i < piece.slot.length(); i++) {
        flat[piece.slot.offset() + i] = padded[piece.place(i / columns, i % columns)];
      }
    }
    return flat;
  }
}
