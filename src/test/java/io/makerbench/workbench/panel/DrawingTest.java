package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DrawingTest {
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
  private final List<Palette> painted = new ArrayList<>();
  private Drawing drawing;
  private StackPane root;

  @Start
  void start(Stage stage) {
    drawing = Drawing.onGround(palette, (graphics, colours) -> painted.add(colours));
    root = new StackPane(drawing);
    stage.setScene(new Scene(root, 300, 200));
    stage.show();
    root.layout();
  }

  private Color corner(FxRobot robot) {
    List<Color> seen = new ArrayList<>();
    robot.interact(() -> seen.add(drawing.snapshot(null, null).getPixelReader().getColor(1, 1)));
    return seen.getFirst();
  }

  @Test
  void isPaintedAnewWithOtherColoursAndAnotherSize(FxRobot robot) {
    assertEquals(Palette.LIGHT, painted.getLast());
    assertEquals(Palette.LIGHT.ground(), corner(robot));
    robot.interact(() -> palette.set(Palette.DARK));
    assertEquals(Palette.DARK, painted.getLast());
    assertEquals(Palette.DARK.ground(), corner(robot));
    int before = painted.size();
    robot.interact(() -> {
      drawing.setMaxSize(100, 80);
      root.requestLayout();
      root.layout();
    });
    assertEquals(100, drawing.getWidth());
    assertEquals(before + 1, painted.size());
  }

  /** A canvas that grew must not hold its page at that size. */
  @Test
  void asksForNoMoreThanItsLeastSize(FxRobot robot) {
    assertEquals(0, drawing.prefWidth(-1));
    assertEquals(0, drawing.prefHeight(-1));
  }

  @Test
  void aFixedHeightGrowsWithTheText(FxRobot robot) {
    robot.interact(() -> {
      drawing.high(26);
      palette.set(Palette.LIGHT.sized(2 * TextSize.USUAL));
    });
    assertEquals(52, drawing.getMaxHeight());
  }
}
