package io.makerbench.learn.tensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  private static final List<NamedArray> TENSORS =
      List.of(
          new NamedArray("b.weight", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, -0f}),
          new NamedArray("a", new int[] {}, new float[] {Float.MIN_VALUE}));

  @TempDir Path folder;

  @Test
  void writesTheFormatByteByByte() throws IOException {
    String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    assertEquals(56, header.length() + 2);
    ByteBuffer expected =
        ByteBuffer.allocate(Long.BYTES + 56 + Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(56).put((header + "  ").getBytes(StandardCharsets.US_ASCII)).putFloat(1.5f);
    Path file = folder.resolve("x.safetensors");
    Safetensors.write(file, List.of(NamedArray.vector("x", new float[] {1.5f})));
    assertArrayEquals(expected.array(), Files.readAllBytes(file));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    List<NamedArray> read = Safetensors.read(written());
    assertEquals(2, read.size());
    for (int i = 0; i < TENSORS.size(); i++) {
      assertEquals(TENSORS.get(i).name(), read.get(i).name());
      assertArrayEquals(TENSORS.get(i).shape(), read.get(i).shape());
      assertArrayEquals(TENSORS.get(i).values(), read.get(i).values());
    }
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int length : new int[] {0, 5, 40, whole.length - 1}) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void refusesHeadersThatLie() throws IOException {
    assertRefused(withHeader("no JSON"));
    assertRefused(withHeader("{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}"));
    assertRefused(withHeader("{\"x\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,4]}}"));
    assertRefused(withHeader("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,4]}}"));
    assertRefused(withHeader("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}"));
    assertRefused(withHeader("{\"x\":[]}"));
    assertRefused(
        withHeader("{\"x\":{\"dtype\":\"F32\",\"shape\":[1e9,9e9],\"data_offsets\":[0,4]}}"));
  }

  @Test
  void checkpointWithoutItsDescriptionIsRefused() throws IOException {
    assertTrue(
        assertThrows(InputException.class, () -> TrainedPolicy.read(folder))
            .getMessage()
            .contains("There is no checkpoint at"));
    QNetwork network = new QNetwork(2, List.of(3), Norm.LAYER, 2, Head.DUELING);
    NetworkPolicy policy = new NetworkPolicy("p", network, new float[network.size()]);
    new TrainedPolicy(policy, "f", "{}").write(folder);
    Path card = folder.resolve("policy.json");
    Files.writeString(card, Files.readString(card).replace("\"format\" : 1", "\"format\" : 3"));
    assertTrue(
        assertThrows(InputException.class, () -> TrainedPolicy.read(folder))
            .getMessage()
            .contains("has format 3"));
    Files.writeString(folder.resolve("policy.json"), "{\"format\": 1, \"surprise\": 2}");
    assertTrue(
        assertThrows(InputException.class, () -> TrainedPolicy.read(folder))
            .getMessage()
            .contains("policy.json does not describe a policy"));
  }

  private Path written() throws IOException {
    Path file = folder.resolve("t.safetensors");
    Safetensors.write(file, TENSORS);
    return file;
  }

  private static byte[] withHeader(String header) {
    return ByteBuffer.allocate(Long.BYTES + header.length() + 2 * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length())
        .put(header.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private void assertRefused(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("bad.safetensors"), content);
    InputException refusal = assertThrows(InputException.class, () -> Safetensors.read(file));
    assertTrue(refusal.getMessage().contains("bad.safetensors"), refusal.getMessage());
  }
}
