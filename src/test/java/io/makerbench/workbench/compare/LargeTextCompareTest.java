package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawn pictures of a comparison hold their words at every size of text, in every theme. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class LargeTextCompareTest {
  private static final int LARGEST = 20;
  private static final double ROW = 300;

  private static final List<Theme> SHOWN = List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST);

  @TempDir static Path folder;

  private PanelStage stage;
  private ComparePanel panel;

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel =
                  new ComparePanel(
                      desk,
                      new Settings(folder.resolve("home"), null, folder.resolve("runs")),
                      (title, begin) -> Optional.empty());
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private static void front(FxRobot robot, String title) {
    robot.interact(() -> {
      TabPane tabs = robot.lookup("#compare-tabs").queryAs(TabPane.class);
      tabs.getTabs().stream()
          .filter(tab -> tab.getText().equals(title))
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    });
  }

  /** Nothing that is drawn reaches the edge of its picture, where it would be cut. */
  private void walk(String name, Region picture) throws IOException {
    for (int size : List.of(11, 13, LARGEST)) {
      stage.textSize(size);
      for (Theme theme : size == LARGEST ? SHOWN : List.of(Theme.LIGHT)) {
        stage.theme(theme);
        stage.settle();
        String at = name + "-" + size + "-" + theme.name().toLowerCase(Locale.ROOT);
        stage.picture("letters-" + at);
        assertEquals(0, drawnOnEdge(picture), at);
      }
    }
  }

  private long drawnOnEdge(Region picture) {
    Palette palette = stage.desk().appearance().palette().getValue();
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          WritableImage image = picture.snapshot(null, null);
          int right = (int) picture.getWidth() - 1;
          int bottom = (int) picture.getHeight() - 1;
          List<Color> edge = new ArrayList<>();
          for (int y = 0; y < bottom; y++) {
            edge.add(image.getPixelReader().getColor(0, y));
            edge.add(image.getPixelReader().getColor(right - 1, y));
          }
          for (int x = 0; x < right; x++) {
            edge.add(image.getPixelReader().getColor(x, 0));
            edge.add(image.getPixelReader().getColor(x, bottom - 1));
          }
          return edge.stream().filter(colour -> !colour.equals(palette.ground())).count();
        });
  }

  @Test
  void wordsAreWhole(FxRobot robot) throws IOException {
    RunFolder run = EvaluatedRun.synthetic(folder);
    RunFolder made =
        EvaluatedRun.carryOut(
            folder.resolve("other"),
            null,
            EvaluatedRun.SYNTHETIC.replace("\"max_inventory\": 0.05", "\"max_inventory\": 0.02"));
    RunFolder other = new RunFolder(Files.move(made.path(), made.path().resolveSibling("narrow")));
    stage.select(run, other);
    front(robot, "Parallel coordinates");
    PanelStage.await("two lines", () -> panel.parallel().shown().lines().size() == 2);
    walk("parallel", robot.lookup("#parallel-picture").queryAs(Region.class));
    stage.select(run);
    front(robot, "Distributions");
    PanelStage.await(
        "the windows are read", () -> !panel.distributions().distribution().states().isEmpty());
    walk("distributions", robot.lookup("#distribution-picture").queryAs(Region.class));
    robot.interact(
        () -> robot.lookup("#compare-tabs").queryAs(TabPane.class).getSelectionModel().select(0));
    walk("bars", robot.lookup("#compare-bars").queryAs(Region.class));
  }

  @Test
  void cellsOfAGridHoldTheirFigures(FxRobot robot) throws IOException {
    List<FeeGrid.Cell> cells = new ArrayList<>();
    List<Double> fees = List.of(0.05, 0.5, 2.0);
    List<Double> latencies = List.of(1e4, 1e5, 5e5);
    for (double fee : fees) {
      for (double latency : latencies) {
        double gain = 1.2345 - fee - latency / 1e6;
        cells.add(new FeeGrid.Cell(fee, latency, gain, gain, gain - 0.7, gain + 0.7, 0.01));
      }
    }
    FeeGridPicture picture = new FeeGridPicture(stage.desk().appearance().palette());
    picture.view().setMinHeight(ROW);
    robot.interact(() -> {
      ((javafx.scene.layout.BorderPane) panel.view().getScene().getRoot()).setTop(picture.view());
      picture.show(
          new FeeGrid(fees, latencies, cells), "Difference of profit", GridValue.DIFFERENCE);
    });
    walk("grid", picture.view());
  }
}
