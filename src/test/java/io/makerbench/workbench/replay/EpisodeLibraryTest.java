package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.EvaluatedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeLibraryTest {
  private static final String TWO_MARKETS =
      """
      {
        "system": "venue-replay",
        "agent": {"type": "symmetric_l1"},
        "market": {"markets": [
          {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 30}}},
          {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 30, "tick_size": 0.5}}}
        ]},
        "evaluation": {"baselines": ["do_nothing"]},
        "execution": {"device": "cpu"}
      }
      """;

  @TempDir Path folder;

  @Test
  void eachOfSeveralMarketsCanBeReplayed() {
    RunFolder run = EvaluatedRun.carryOut(folder, null, TWO_MARKETS);
    EpisodeLibrary library = new EpisodeLibrary(run);
    List<String> windows = library.contents().windows();
    assertEquals(3, windows.size(), windows.toString());
    for (String window : windows) {
      for (String policy : library.contents().policies()) {
        ReplayData data = library.load(policy, window);
        assertTrue(data.startNs() < data.endNs());
        double mid = data.episode().mid()[data.episode().ticks() / 2];
        assertTrue(data.ticks(mid) > 0);
      }
    }
    ReplayData second = library.load("symmetric_l1", windows.get(2));
    assertEquals(120_000, second.ticks(60_000), "steps of 0.5");
  }
}
