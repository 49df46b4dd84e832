package io.makerbench.workbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.makerbench.RecordedData;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Renews the pictures of README and guide: every page of the window in both themes, for a folder of
 * finished runs that the variable {@code MAKERBENCH_PICTURES} names (in it {@code runs}; the last
 * by name of a market whose optimum is known).
 */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class WindowPicturesTest {
  /** The first runs, by name, are seeds of one configuration. */
  private static final int SAME_MARKET = 2;

  private static final int FILLS = 7;
  private static final String PLACE = "MAKERBENCH_PICTURES";

  private FxRobot robot;
  private Journey user;

  @Test
  void everyPageInBothThemes(FxRobot fxRobot) throws IOException {
    String place = System.getenv(PLACE);
    assumeTrue(place != null, "Skipped: " + PLACE + " names no folder of runs.");
    robot = fxRobot;
    Path folder = Path.of(place);
    Path recordings = RecordedData.require("tardis").getParent();
    Settings settings = new Settings(folder.resolve("home"), recordings, folder.resolve("runs"));
    user = Journey.open(robot, settings, folder, null);
    try {
      user.press("tour-leave");
      List<RunFolder> runs = runs(folder.resolve("runs"));
      round("light", runs);
      user.press("theme-button");
      round("dark", runs);
    } finally {
      user.close();
    }
  }

  private static List<RunFolder> runs(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().map(RunFolder::new).toList();
    }
  }

  private void round(String theme, List<RunFolder> runs) {
    robot.interact(() -> user.workspace().select(runs));
    for (String page : List.of("runs", "config", "data", "training")) {
      visit(page, theme);
    }
    robot.interact(() -> user.workspace().select(runs.subList(0, SAME_MARKET)));
    user.press("go-compare");
    tab("Curves and metrics", "compare", theme);
    tab("Latency and fees", "compare-grid", theme);
    tab("Distributions", "compare-distributions", theme);
    robot.interact(() -> user.workspace().select(runs.subList(0, runs.size() - 1)));
    tab("Parallel coordinates", "compare-parallel", theme);
    robot.interact(() -> user.workspace().select(List.of(runs.getLast())));
    tab("Distance to the optimum", "compare-optimum", theme);
    robot.interact(() -> user.workspace().select(runs.subList(0, SAME_MARKET)));
    visit("report", theme);
    user.press("go-replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    for (int fill = 0; fill < FILLS; fill++) {
      robot.type(KeyCode.F);
    }
    rest();
    take("replay", theme);
    robot.type(KeyCode.A);
    rest();
    take("replay-agent", theme);
    robot.type(KeyCode.A);
  }

  private void visit(String page, String theme) {
    user.press("go-" + page);
    if (user.find("tapes-table") instanceof TableView<?> tapes) {
      robot.interact(() -> tapes.getSelectionModel().select(imported(tapes)));
    }
    rest();
    take(page, theme);
    if (page.equals("data")) {
      user.press("fetch-data");
      rest();
      take("data-fetch", theme);
    }
  }

  /** The first tape; the first row where there is none. */
  private static int imported(TableView<?> tapes) {
    return IntStream.range(0, tapes.getItems().size())
        .filter(row -> tapes.getItems().get(row).toString().contains("kind=TAPE"))
        .findFirst()
        .orElse(0);
  }

  private void tab(String title, String page, String theme) {
    TabPane tabs = (TabPane) user.find("compare-tabs");
    robot.interact(() ->
        tabs.getTabs().stream()
            .filter(tab -> tab.getText().equals(title))
            .findFirst()
            .ifPresent(tabs.getSelectionModel()::select));
    rest();
    take(page, theme);
  }

  private void take(String page, String theme) {
    Screenshots.take(user.stage().getScene(), "window-" + page + "-" + theme);
  }

  /** What is read in the background arrives, and plots come to rest. */
  private static void rest() {
    for (int i = 0; i < 40; i++) {
      Journey.settle();
    }
  }
}
