package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The replay of a maker at the touch on a recording of Binance futures. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class RecordedReplayTest {
  private static final String RECORDED =
      """
      {
        "label": "recorded",
        "agent": {"type": "symmetric_l1"},
        "market": {
          "recording": {
            "dataset": "tardis",
            "intervals": [{"start": "2024-08-08 23:54:16", "end": "2024-08-08 23:54:40"}],
            "evaluation_intervals": [
              {"start": "2024-08-08 23:54:41", "end": "2024-08-08 23:59:59.999999"}
            ]
          },
          "simulator": {"max_inventory": 0.005}
        },
        "evaluation": {"baselines": ["do_nothing"]}
      }
      """;

  @TempDir static Path folder;
  private PanelStage stage;
  private ReplayPanel panel;

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel =
                  new ReplayPanel(
                      desk, new TradingSystem.Place(null, folder.resolve("home").resolve("tapes")));
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  @Test
  void showsTheBookAsItWasRecorded() throws IOException {
    Path data = RecordedData.require("tardis");
    RunFolder run = EvaluatedRun.carryOut(folder, data.getParent(), RECORDED);
    stage.select(run);
    PanelStage.await("the replay opens", () -> panel.replay() != null);
    Replay replay = panel.replay();
    bestPricesAreWhereSizesBegin(replay);
    long place = replay.data().startNs() + 150_000_000_000L;
    MarketView market = (MarketView) panel.view().lookup("#replay-market");
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      WaitForAsyncUtils.waitForAsyncFx(5000, () -> replay.playback().seek(place));
      PanelStage.await(
          "the picture is shown",
          () -> market.shown() != null && market.shown().cursorNs() == place);
      stage.settle();
      stage.picture("replay-recorded-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  /** At every hundredth tick the best prices have sizes and nothing rests between them. */
  private static void bestPricesAreWhereSizesBegin(Replay replay) {
    ReplayData data = replay.data();
    for (int tick = 0; tick < data.episode().ticks(); tick += 100) {
      long time = data.episode().timeNs()[tick];
      int bid = (int) Math.round(data.ticks(data.episode().bestBid()[tick]));
      int ask = (int) Math.round(data.ticks(data.episode().bestAsk()[tick]));
      assertTrue(data.depth().sizeAt(bid, time) > 0, "bid at tick " + tick);
      assertTrue(data.depth().sizeAt(ask, time) > 0, "ask at tick " + tick);
      for (int price = bid + 1; price < ask; price++) {
        assertEquals(0, data.depth().sizeAt(price, time), "between at tick " + tick);
      }
    }
  }
}
