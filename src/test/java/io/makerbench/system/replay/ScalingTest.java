package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
  @TempDir Path folder;

  @Test
  void aFeatureThatNeverChangesIsScaledToZero() {
    TestTape book = new TestTape();
    for (int i = 0; i < 1001; i++) {
      book.book(i * 10L, 1000 + i % 7, 1001 + i % 7);
    }
    try (Tape tape = book.write(folder)) {
      TickRows ticks = Scene.ticks(tape, Mode.CORRECTED);
      List<FeatureRecipe> spread = PublishedFeatures.RECIPES.subList(0, 1);
      FeatureMatrix matrix =
          new FeatureMatrix(new MarketFeatures(tape.states(), 0.1, ticks, spread, Mode.CORRECTED));
      matrix.scale(Scaling.fitted(List.of(matrix), 1));
      for (float value : matrix.values) {
        assertEquals(0, value, 1e-6);
      }
    }
  }
}
