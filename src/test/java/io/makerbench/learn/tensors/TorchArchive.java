package io.makerbench.learn.tensors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives as torch.save does, instruction by instruction, sound ones and others. */
public final class TorchArchive {
  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  public TorchArchive() {
    code(0x80, 2);
  }

  TorchArchive code(int... codes) {
    for (int code : codes) {
      pickle.write(code);
    }
    return this;
  }

  TorchArchive global(String module, String name) {
    return code('c').raw(module + "\n" + name + "\n");
  }

  TorchArchive text(String text) {
    return code('X').littleEndian(text.length()).raw(text);
  }

  TorchArchive number(int value) {
    return code('J').littleEndian(value);
  }

  private TorchArchive littleEndian(int value) {
    pickle.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  private TorchArchive raw(String ascii) {
    pickle.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  public TorchArchive emptyDict() {
    return global("collections", "OrderedDict").code(')', 'R');
  }

  /** Name and tensor, to be put into a dict. */
  TorchArchive tensor(
      String name, String type, String key, int length, int offset, int[] shape, int[] strides) {
    text(name).global("torch._utils", "_rebuild_tensor_v2").code('(', '(').text("storage");
    global("torch", type).text(key).text("cpu").number(length).code('t', 'Q').number(offset);
    return tuple(shape).tuple(strides).code(0x89).emptyDict().code('t', 'R');
  }

  /** Named arrays as a whole state dict. */
  public static Path write(Iterable<NamedArray> tensors, Path file) throws IOException {
    TorchArchive archive = new TorchArchive().emptyDict();
    int key = 0;
    for (NamedArray tensor : tensors) {
      int[] shape = tensor.shape();
      int[] strides = new int[shape.length];
      int length = 1;
      for (int d = shape.length - 1; d >= 0; d--) {
        strides[d] = length;
        length *= shape[d];
      }
      archive
          .tensor(tensor.name(), "FloatStorage", "" + key, length, 0, shape, strides)
          .put()
          .entry("data/" + key, floats(ByteOrder.LITTLE_ENDIAN, tensor.values()));
      key++;
    }
    return archive.write(file);
  }

  private TorchArchive tuple(int[] values) {
    code('(');
    for (int value : values) {
      number(value);
    }
    return code('t');
  }

  public TorchArchive put() {
    return code('s');
  }

  public TorchArchive entry(String name, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry("model/" + name));
      zip.write(content);
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  byte[] pickle() {
    return code('.').pickle.toByteArray();
  }

  public static byte[] floats(ByteOrder order, float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(order);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  public Path write(Path file) throws IOException {
    entry("data.pkl", pickle());
    zip.close();
    return Files.write(file, bytes.toByteArray());
  }
}
