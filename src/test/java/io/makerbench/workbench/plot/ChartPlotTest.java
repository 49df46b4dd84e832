package io.makerbench.workbench.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Palette;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChartPlotTest {
  private static final int POINTS = 101;

  private ChartPlot plot;
  private ChartPlot linked;

  @Start
  void start(Stage stage) {
    SimpleObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    double[] x = IntStream.range(0, POINTS).asDoubleStream().toArray();
    plot = new ChartPlot(palette);
    linked = new ChartPlot(palette);
    plot.link(linked);
    plot.show(List.of(Curve.of("line", 0, x, x)));
    linked.show(List.of(Curve.of("line", 1, x, x)));
    stage.setX(0);
    stage.setY(0);
    stage.setScene(new Scene(new VBox(plot.node(), linked.node()), 800, 600));
    stage.show();
  }

  /** A place on the plot's own area, as a share of its width. */
  private Point2D at(double share) {
    Node canvas = plot.node().lookup(".chart-canvas-area");
    Bounds area = canvas.localToScreen(canvas.getBoundsInLocal());
    return new Point2D(area.getMinX() + share * area.getWidth(), area.getCenterY());
  }

  @Test
  void dragZoomsBothPlotsAndDoubleClickShowsAll(FxRobot robot) {
    robot.drag(at(0.25), MouseButton.PRIMARY).dropTo(at(0.75));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(25, plot.zoom().get().min(), 2);
    assertEquals(75, plot.zoom().get().max(), 2);
    assertEquals(plot.zoom().get(), linked.zoom().get());
    robot.doubleClickOn(at(0.5), MouseButton.PRIMARY);
    assertTrue(plot.zoom().get().isEmpty());
  }

  @Test
  void wheelZoomsAtTheCursor(FxRobot robot) {
    robot.moveTo(at(0.5));
    robot.scroll(VerticalDirection.DOWN); // the robot moves the content: the wheel turns up
    WaitForAsyncUtils.waitForFxEvents();
    Range zoom = plot.zoom().get();
    assertTrue(zoom.length() < POINTS - 1, zoom.toString());
    assertTrue(zoom.min() < 50 && zoom.max() > 50, zoom.toString());
  }

  @Test
  void crossHairReadsTheValueUnderTheCursor(FxRobot robot) {
    robot.moveTo(at(0.5));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(50, plot.cursor().get(), 2);
    assertEquals(plot.cursor().get(), linked.cursor().get());
    assertTrue(texts().contains("line  " + Math.round(Math.floor(plot.cursor().get()))), texts());
  }

  @Test
  void aPlotThatWasClickedIsCopiedByKeys(FxRobot robot) {
    robot.interact(() -> CopyMenu.install(plot.node().getScene().getRoot()));
    robot.clickOn(at(0.5), MouseButton.PRIMARY);
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    WaitForAsyncUtils.waitForFxEvents();
    String points =
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
    assertTrue(points.startsWith("curve\tx\ty\nline\t0.0\t0.0\n"), points);
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().hasImage()));
  }

  /** The library's own legend draws every curve a second time, seen or not. */
  @Test
  void curvesAreNamedInTheHeaderAndInNoLegend(FxRobot robot) {
    XYChart chart = robot.from(plot.node()).lookup(XYChart.class::isInstance).query();
    Region legend = (Region) chart.getLegend().getNode();
    assertTrue(legend.getChildrenUnmodifiable().isEmpty());
    assertEquals(0, legend.prefHeight(-1));
    assertTrue(texts().contains("line"), texts());
  }

  @Test
  void ticksNearerThanTheirWordsTellAreNamedOnce(FxRobot robot) {
    robot.interact(() -> {
      plot.formatX(seconds -> Math.round(Math.floor(seconds)) + " s");
      plot.zoom().set(new Range(10, 12.4));
    });
    WaitForAsyncUtils.waitForFxEvents(10);
    List<String> names =
        robot
            .from(plot.node())
            .lookup(XYChart.class::isInstance)
            .<XYChart>query()
            .getXAxis()
            .getTickMarks()
            .stream()
            .map(TickMark::getText)
            .filter(words -> !words.isEmpty())
            .toList();
    assertEquals(names.stream().distinct().toList(), names);
    assertTrue(names.contains("11 s"), names.toString());
  }

  private String texts() {
    StringBuilder all = new StringBuilder();
    for (Node label : plot.node().lookupAll(".plot-legend-entry")) {
      all.append(((Label) label).getText()).append('\n');
    }
    return all.toString();
  }
}
