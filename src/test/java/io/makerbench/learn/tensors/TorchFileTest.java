package io.makerbench.learn.tensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.random.RandomStream;
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

class TorchFileTest {
  private static final int[] TWO_BY_THREE = {2, 3};
  private static final int[] ROW_MAJOR = {3, 1};
  private static final byte[] SIX = TorchArchive.floats(ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 3, 4, 5);

  /** Values of the source's network at sin(0) … sin(34), reckoned in 64 bits by NumPy. */
  private static final float[] VALUES_BY_NUMPY = {
    0.302872f, 0.275894f, 0.268553f, 0.218739f, 0.262198f, 0.327699f, 0.297642f, 0.312203f,
    0.417106f, 0.332314f, 0.319473f, 0.417635f, 0.352063f, 0.320605f, 0.374237f, 0.303431f
  };

  @TempDir Path folder;

  @Test
  void readsTheNetworkOfTheSource() {
    TrainedNetwork trained = TrainedNetwork.read(RecordedData.require("source-configs/model.pt"));
    assertEquals(
        new QNetwork(35, List.of(256, 128), Norm.LAYER, 16, Head.DUELING), trained.network());
    NetworkPolicy policy = trained.policy("pretrained");
    float[] observation = new float[35];
    for (int i = 0; i < observation.length; i++) {
      observation[i] = (float) Math.sin(i);
    }
    float[] values = new float[16];
    policy.preferences(observation, values);
    assertArrayEquals(VALUES_BY_NUMPY, values, 1e-5f);
  }

  @Test
  void readsTensorsInTheirOrder() throws IOException {
    Path file =
        archive()
            .tensor("b", "FloatStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR)
            .put()
            .tensor("a", "FloatStorage", "0", 6, 4, new int[] {2}, new int[] {1})
            .put()
            .entry("data/0", SIX)
            .write(folder.resolve("m.pt"));
    List<NamedArray> tensors = TorchFile.read(file);
    assertEquals(List.of("b", "a"), tensors.stream().map(NamedArray::name).toList());
    assertArrayEquals(TWO_BY_THREE, tensors.getFirst().shape());
    assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, tensors.getFirst().values());
    assertArrayEquals(new float[] {4, 5}, tensors.getLast().values());
  }

  @Test
  void followsStridesOfATransposedTensor() throws IOException {
    assertArrayEquals(
        new float[] {0, 2, 4, 1, 3, 5},
        only("FloatStorage", TWO_BY_THREE, new int[] {1, 2}, "little", SIX));
  }

  @Test
  void readsBigEndianDoublesAndHalves() throws IOException {
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 5},
        only(
            "FloatStorage",
            TWO_BY_THREE,
            ROW_MAJOR,
            "big",
            TorchArchive.floats(ByteOrder.BIG_ENDIAN, 0, 1, 2, 3, 4, 5)));
    ByteBuffer doubles = ByteBuffer.allocate(6 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer halves = ByteBuffer.allocate(6 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      doubles.putDouble(i + 0.5);
      halves.putShort(Float.floatToFloat16(i + 0.5f));
    }
    float[] expected = {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f};
    assertArrayEquals(
        expected, only("DoubleStorage", TWO_BY_THREE, ROW_MAJOR, "little", doubles.array()));
    assertArrayEquals(
        expected, only("HalfStorage", TWO_BY_THREE, ROW_MAJOR, "little", halves.array()));
  }

  private float[] only(String type, int[] shape, int[] strides, String order, byte[] storage)
      throws IOException {
    Path file =
        archive()
            .tensor("w", type, "0", 6, 0, shape, strides)
            .put()
            .entry("data/0", storage)
            .entry("byteorder", order.getBytes(StandardCharsets.US_ASCII))
            .write(folder.resolve("m.pt"));
    return TorchFile.read(file).getFirst().values();
  }

  @Test
  void refusesWhatCouldRun() throws IOException {
    assertRefused(
        archive().global("os", "system").code('(').text("rm -rf /").code('t', 'R'), "os.system");
    assertRefused(
        archive().text("builtins").text("eval").code(0x93, '(').text("1").code('t', 'R'),
        "builtins.eval");
    assertRefused(archive().global("torch", "load"), "torch.load");
    assertRefused(archive().code('(').text("x").code('i').text("os"), "instruction 0x69"); // INST
    assertRefused(archive().code('(').code('o'), "instruction 0x6F"); // OBJ
    assertRefused(archive().code(')').code(0x81), "instruction 0x81"); // NEWOBJ
    assertRefused(archive().code('P'), "instruction 0x50"); // PERSID
    assertRefused(archive().code(0x82, 1), "instruction 0x82"); // EXT1
    assertRefused(archive().number(1).emptyDict().code('b'), "sets the state of an object");
    assertRefused(
        archive().global("torch", "FloatStorage").code(')', 'R'), "calls torch.FloatStorage");
  }

  @Test
  void refusesWhatIsNoTensorOfFloats() throws IOException {
    assertRefused(archive().text("epoch").number(3).put(), "its entry epoch is no tensor");
    assertRefused(new TorchArchive().number(3), "something other than a dict");
    assertRefused(
        archive().tensor("w", "LongStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR).put(),
        "torch.LongStorage");
  }

  @Test
  void refusesTensorsOutsideOfTheirStorage() throws IOException {
    assertTensorRefused(6, 1, TWO_BY_THREE, ROW_MAJOR, "does not fit");
    assertTensorRefused(6, -1, TWO_BY_THREE, ROW_MAJOR, "does not fit");
    assertTensorRefused(6, 0, new int[] {1 << 20, 1 << 20}, new int[] {0, 0}, "does not fit");
    assertTensorRefused(6, 0, TWO_BY_THREE, new int[] {-3, 1}, "does not fit");
    assertTensorRefused(6, 0, TWO_BY_THREE, new int[] {1}, "does not fit");
    assertTensorRefused(Integer.MAX_VALUE, 0, TWO_BY_THREE, ROW_MAJOR, "at most");
    assertTensorRefused(7, 0, TWO_BY_THREE, ROW_MAJOR, "has 24 bytes, not 7 numbers");
  }

  private void assertTensorRefused(
      int length, int offset, int[] shape, int[] strides, String message) throws IOException {
    assertRefused(
        archive()
            .tensor("w", "FloatStorage", "0", length, offset, shape, strides)
            .put()
            .entry("data/0", SIX),
        message);
  }

  @Test
  void refusesADamagedPickle() throws IOException {
    assertRefused(archive().code('X', 255, 255, 255, 127), "ends too early");
    assertRefused(archive().code('h', 9), "makes no sense");
    assertRefused(archive().code('u'), "makes no sense");
    assertRefused(archive().code('0'), "instruction 0x30");
    assertRefused(new TorchArchive().code('R'), "makes no sense");
    assertRefused(new TorchArchive(), "makes no sense");
  }

  /** Whatever bytes are changed, the answer is a value or a refusal in words. */
  @Test
  void changedPicklesAreReadOrRefused() {
    byte[] sound =
        archive().tensor("w", "FloatStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR).put().pickle();
    RandomStream random = RandomStream.named(1, "changes", 0);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = sound.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextLong();
      }
      try {
        Unpickler.read(changed);
      } catch (InputException e) {
        refused++;
      }
    }
    assertTrue(refused > 10_000, "refused " + refused);
  }

  @Test
  void refusesATruncatedArchiveAndAMissingStorage() throws IOException {
    Path whole =
        archive()
            .tensor("w", "FloatStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR)
            .put()
            .entry("data/0", SIX)
            .write(folder.resolve("whole.pt"));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {4, bytes.length / 2, bytes.length - 1}) {
      Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(bytes, length));
      InputException refusal = assertThrows(InputException.class, () -> TrainedNetwork.read(cut));
      assertTrue(refusal.getMessage().contains("no whole zip archive"), refusal.getMessage());
    }
    assertRefused(
        archive().tensor("w", "FloatStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR).put(),
        "no entry data/0");
  }

  @Test
  void refusesTensorsOfAnotherNetwork() throws IOException {
    Path file =
        archive()
            .tensor("w", "FloatStorage", "0", 6, 0, TWO_BY_THREE, ROW_MAJOR)
            .put()
            .entry("data/0", SIX)
            .write(folder.resolve("m.pt"));
    InputException refusal = assertThrows(InputException.class, () -> TrainedNetwork.read(file));
    assertTrue(refusal.getMessage().contains("holds no Q-network"), refusal.getMessage());
  }

  private static TorchArchive archive() {
    return new TorchArchive().emptyDict();
  }

  private void assertRefused(TorchArchive archive, String message) throws IOException {
    Path file = archive.write(folder.resolve("m.pt"));
    InputException refusal = assertThrows(InputException.class, () -> TorchFile.read(file));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("m.pt"), refusal.getMessage());
  }
}
