package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network's flat array as the tensors of a file, by PyTorch's names.
 *
 * @param shape the network
 */
public record StateDictionary(NetworkShape shape) {
  /** The flat array taken apart into its tensors. */
  public List<NamedArray> named(float[] parameters) {
    return shape.slots().stream()
        .map(slot ->
            new NamedArray(
                slot.name(),
                slot.shape(),
                Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.length())))
        .toList();
  }

  /**
   * The tensors of a file put together into the flat array.
   *
   * @param source what a message calls the file
   * @throws InputException when a tensor is missing, unknown or of another shape
   */
  public float[] flat(List<NamedArray> tensors, String source) {
    Map<String, NamedArray> byName =
        tensors.stream().collect(Collectors.toMap(NamedArray::name, Function.identity()));
    float[] parameters = new float[shape.size()];
    for (Slot slot : shape.slots()) {
      NamedArray found = byName.remove(slot.name());
      if (found == null || !Arrays.equals(found.shape(), slot.shape())) {
        throw new InputException(
            "%s: the network needs a tensor %s of shape %s, the file has %s."
                .formatted(
                    source,
                    slot.name(),
                    Arrays.toString(slot.shape()),
                    found == null ? "none" : "one of shape " + Arrays.toString(found.shape())));
      }
      System.arraycopy(found.values(), 0, parameters, slot.offset(), slot.length());
    }
    if (!byName.isEmpty()) {
      throw new InputException(
          "%s holds tensors that are no part of the network: %s."
              .formatted(source, byName.keySet().stream().sorted().toList()));
    }
    return parameters;
  }
}
