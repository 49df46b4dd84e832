package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files of 32-bit float tensors in the safetensors format: the length of a JSON header (8 bytes,
 * little endian), the header, and the tensors' bytes.
 */
public final class Safetensors {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String METADATA = "__metadata__";
  private static final String FLOAT32 = "F32";
  private static final int HEADER_ALIGNMENT_BYTES = 8;
  private static final long LARGEST_FILE_BYTES = 1L << 30;

  private Safetensors() {}

  /** Writes tensors, in this order. */
  public static void write(Path file, List<NamedArray> tensors) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      byte[] header = header(tensors);
      out.write(littleEndian(Long.BYTES).putLong(header.length).array());
      out.write(header);
      DataOutputStream data = new DataOutputStream(out);
      for (NamedArray tensor : tensors) {
        PrimitiveArrays.write(data, tensor.values(), tensor.values().length);
      }
      data.flush();
    }
  }

  private static byte[] header(List<NamedArray> tensors) {
    ObjectNode root = JSON.createObjectNode();
    long offset = 0;
    for (NamedArray tensor : tensors) {
      long end = offset + (long) tensor.values().length * Float.BYTES;
      ObjectNode entry = root.putObject(tensor.name()).put("dtype", FLOAT32);
      Arrays.stream(tensor.shape()).forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] bare = JSON.writeValueAsBytes(root);
    int padded = Math.ceilDiv(bare.length, HEADER_ALIGNMENT_BYTES) * HEADER_ALIGNMENT_BYTES;
    byte[] header = Arrays.copyOf(bare, padded);
    Arrays.fill(header, bare.length, padded, (byte) ' ');
    return header;
  }

  /**
   * Reads all tensors of a file.
   *
   * @throws InputException when it is no such file, is cut short, or holds other numbers
   */
  public static List<NamedArray> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE_BYTES) {
      throw refused(file, "it is larger than 1 GiB", null);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
    if (headerLength < 0 || headerLength > bytes.remaining()) {
      throw refused(file, "it is shorter than its header says", null);
    }
    byte[] header = new byte[(int) headerLength];
    bytes.get(header);
    try {
      return tensors(JSON.readTree(new String(header, StandardCharsets.UTF_8)), bytes.slice());
    } catch (JacksonException
        | ArithmeticException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw refused(file, "its header cannot be understood or points outside of the file", e);
    }
  }

  private static List<NamedArray> tensors(JsonNode header, ByteBuffer data) {
    List<NamedArray> tensors = new ArrayList<>();
    header
        .properties()
        .forEach(entry -> {
          if (!entry.getKey().equals(METADATA)) {
            tensors.add(tensor(entry.getKey(), entry.getValue(), data));
          }
        });
    return tensors;
  }

  private static NamedArray tensor(String name, JsonNode entry, ByteBuffer data) {
    if (!entry.path("dtype").asString().equals(FLOAT32)) {
      throw new IllegalArgumentException(name + " is not " + FLOAT32);
    }
    JsonNode shape = entry.path("shape");
    int[] sides = new int[shape.size()];
    Arrays.setAll(sides, i -> shape.get(i).asInt());
    int from = entry.path("data_offsets").path(0).asInt();
    int to = entry.path("data_offsets").path(1).asInt();
    FloatBuffer bytes = data.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[bytes.remaining()];
    bytes.get(values);
    return new NamedArray(name, sides, values);
  }

  private static InputException refused(Path file, String why, @Nullable Exception cause) {
    return new InputException(
        "%s is no safetensors file of 32-bit floats: %s.".formatted(file, why), cause);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
