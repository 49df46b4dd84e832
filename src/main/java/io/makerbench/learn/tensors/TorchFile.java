package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Files that {@code torch.save} wrote of a state dict: a zip archive of one pickle and the raw
 * storages of its tensors. Only tensors of floats are taken; nothing a pickle could call is called.
 */
public final class TorchFile {
  private static final String PICKLE = "/data.pkl";
  private static final int LARGEST_PICKLE_BYTES = 1 << 24;

  /** Numbers of all storages and tensors together, for several tensors may look at one storage. */
  private static final long MOST_NUMBERS = 1L << 26;

  private final ZipFile zip;
  private final String folder;
  private final ByteOrder order;
  private final Map<PickledTensor.Storage, float[]> storages = new HashMap<>();
  private long numbersTaken;

  private TorchFile(ZipFile zip) throws IOException {
    this.zip = zip;
    folder =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(PICKLE))
            .map(name -> name.substring(0, name.length() - PICKLE.length()))
            .findFirst()
            .orElseThrow(() -> new InputException("it has no entry data.pkl"));
    order = byteOrder();
  }

  /**
   * Reads the tensors of a state dict, in its order.
   *
   * @throws InputException when it is no such file, is damaged, or holds anything else
   */
  public static List<NamedArray> read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new TorchFile(zip).tensors();
    } catch (ZipException e) {
      throw refused(file, "it is no whole zip archive", e);
    } catch (InputException e) {
      throw refused(file, e.getMessage(), e);
    }
  }

  private static InputException refused(Path file, @Nullable String why, Exception cause) {
    return new InputException(
        "%s is no PyTorch state dict that can be read: %s.".formatted(file, why), cause);
  }

  private ByteOrder byteOrder() throws IOException {
    if (zip.getEntry(folder + "/byteorder") == null) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    String name = new String(bytes("byteorder", "little".length()), StandardCharsets.US_ASCII);
    return switch (name) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new InputException("its byte order is \"" + name + "\"");
    };
  }

  private List<NamedArray> tensors() throws IOException {
    Object value = Unpickler.read(bytes("data.pkl", LARGEST_PICKLE_BYTES));
    if (!(value instanceof Map<?, ?> dict)) {
      throw new InputException("it holds something other than a dict of tensors");
    }
    List<NamedArray> tensors = new ArrayList<>();
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      if (!(entry.getValue() instanceof PickledTensor tensor)) {
        throw new InputException("its entry " + entry.getKey() + " is no tensor");
      }
      float[] numbers = storage(tensor.storage());
      claim(tensor.length());
      tensors.add(tensor.gather((String) entry.getKey(), numbers));
    }
    return tensors;
  }

  private void claim(long numbers) {
    numbersTaken += numbers;
    if (numbersTaken > MOST_NUMBERS) {
      throw new InputException("its tensors together are too large");
    }
  }

  private float[] storage(PickledTensor.Storage storage) throws IOException {
    float[] known = storages.get(storage);
    if (known != null) {
      return known;
    }
    int width =
        switch (storage.type()) {
          case "FloatStorage" -> Float.BYTES;
          case "DoubleStorage" -> Double.BYTES;
          default -> Short.BYTES;
        };
    claim(storage.length());
    byte[] bytes = bytes("data/" + storage.key(), Math.toIntExact(storage.length() * width));
    if (bytes.length != storage.length() * width) {
      throw new InputException(
          "its storage %s has %d bytes, not %d numbers of %d bytes"
              .formatted(storage.key(), bytes.length, storage.length(), width));
    }
    float[] numbers = numbers(ByteBuffer.wrap(bytes).order(order), width);
    storages.put(storage, numbers);
    return numbers;
  }

  private static float[] numbers(ByteBuffer bytes, int width) {
    float[] numbers = new float[bytes.remaining() / width];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (width) {
            case Float.BYTES -> bytes.getFloat();
            case Double.BYTES -> (float) bytes.getDouble();
            default -> Float.float16ToFloat(bytes.getShort());
          };
    }
    return numbers;
  }

  private byte[] bytes(String name, int most) throws IOException {
    ZipEntry entry = zip.getEntry(folder + "/" + name);
    if (entry == null) {
      throw new InputException("it has no entry " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new InputException("its entry " + name + " is too large");
      }
      return bytes;
    }
  }
}
