package io.makerbench.learn.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules that PyTorch 2.13 wrote, of one linear layer with the weights [[1, 0, −1], [0, 2, 0.5]]
 * and biases [0.25, −0.5]: {@code scripted.pt} gives the tanh of it and comes from {@code
 * torch.jit.script}, {@code traced-pair.pt} gives it and the sums of its rows and comes from {@code
 * torch.jit.trace}; both by {@code torch.jit.save}.
 */
class TorchScriptPolicyTest {
  private static final Path SCRIPTED = Path.of("src/test/resources/learn/scripted.pt");
  private static final Path TRACED = Path.of("src/test/resources/learn/traced-pair.pt");
  private static final Space TWO = new Space.Discrete(2);

  /** Layer: (1.25, −0.5), (0.25, 1.5), (−1.75, 2.5). */
  private static final float[] OBSERVATIONS = {1, 0, 0, 0, 1, 0, 0, 1, 2};

  @TempDir private Path folder;

  @Test
  void anActionIsTheIndexOfTheLargestNumberOfARow() {
    for (Path file : List.of(SCRIPTED, TRACED)) {
      Actions actions = Actions.of(TWO, 3);
      try (TorchScriptPolicy policy = TorchScriptPolicy.open(file, 3, TWO)) {
        policy.act(OBSERVATIONS, 3, actions);
      }
      assertArrayEquals(new int[] {0, 1, 1}, actions.discrete, file.toString());
    }
  }

  @Test
  void numbersOfABoxAreTakenWithinItsBounds() {
    Space box = new Space.Box(2, -1, 2);
    Actions actions = Actions.of(box, 3);
    try (TorchScriptPolicy policy = TorchScriptPolicy.open(TRACED, 3, box)) {
      policy.act(OBSERVATIONS, 3, actions);
    }
    assertArrayEquals(new float[] {1.25f, -0.5f, 0.25f, 1.5f, -1, 2}, actions.continuous, 1e-6f);
  }

  @Test
  void severalChoicesAndSharesAreReadFromOneRow() {
    Space several = new Space.MultiDiscrete(List.of(2, 3));
    Actions chosen = Actions.of(several, 2);
    ModuleOutputs outputs = new ModuleOutputs(several, "a module");
    assertEquals(5, outputs.width());
    outputs.decide(new float[] {9, 1, 2, 7, 7, 0}, 1, chosen, 1);
    assertArrayEquals(new int[] {0, 0, 1, 0}, chosen.discrete);

    Space simplex = new Space.Simplex(2);
    Actions shares = Actions.of(simplex, 1);
    ModuleOutputs parts = new ModuleOutputs(simplex, "a module");
    parts.decide(new float[] {1, 3}, 0, shares, 0);
    assertArrayEquals(new float[] {0.25f, 0.75f}, shares.continuous);
    assertSays("-1.0", () -> parts.decide(new float[] {-1, 3}, 0, shares, 0));
    assertSays("all 0", () -> parts.decide(new float[2], 0, shares, 0));
    assertSays("not a number", () -> parts.decide(new float[] {1, Float.NaN}, 0, shares, 0));
  }

  @Test
  void widthsThatDoNotFitAreRefusedWithBothNumbers() {
    assertSays("observations of 4 numbers", () -> TorchScriptPolicy.open(SCRIPTED, 4, TWO));
    assertSays("its first layer takes 3", () -> TorchScriptPolicy.open(SCRIPTED, 4, TWO));
    Space five = new Space.Discrete(5);
    assertSays("shape (1, 2)", () -> TorchScriptPolicy.open(SCRIPTED, 3, five));
    assertSays("need (1, 5)", () -> TorchScriptPolicy.open(SCRIPTED, 3, five));
  }

  @Test
  void onlyAModuleIsTakenForOne() throws IOException {
    assertTrue(TorchScriptPolicy.recognizes(SCRIPTED));
    assertTrue(TorchScriptPolicy.recognizes(TRACED));
    assertFalse(TorchScriptPolicy.recognizes(folder));
    assertFalse(TorchScriptPolicy.recognizes(folder.resolve("missing.pt")));
    Path text = Files.writeString(folder.resolve("text.pt"), "no archive");
    assertFalse(TorchScriptPolicy.recognizes(text));
  }

  @Test
  void aDamagedModuleIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(SCRIPTED);
    Path cut = folder.resolve("cut.pt");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertSays("cut.pt is no TorchScript module", () -> TorchScriptPolicy.open(cut, 3, TWO));
  }

  private static void assertSays(String words, Runnable action) {
    String message = String.valueOf(assertThrows(InputException.class, action::run).getMessage());
    assertTrue(message.contains(words), message);
  }
}
