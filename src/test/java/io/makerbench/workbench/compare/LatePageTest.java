package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LatePageTest {
  private final List<String> done = new ArrayList<>();
  private final TabPane tabs = new TabPane(new Tab("first"));
  private final StackPane frame = new StackPane(tabs);
  private LatePage<Label> late;
  private Tab tab;

  @Start
  void start(Stage stage) {
    late =
        new LatePage<>(
            "late",
            () -> {
              done.add("made");
              return new Label();
            },
            label -> label,
            label -> done.add("filled"));
    tab = late.in(tabs);
    tabs.getTabs().add(tab);
    stage.setScene(new Scene(frame, 300, 200));
    stage.show();
  }

  private void choose(FxRobot robot, int place) {
    robot.interact(() -> tabs.getSelectionModel().select(place));
  }

  @Test
  void isMadeWhenItIsFirstChosenAndFilledInFrontAlone(FxRobot robot) {
    robot.interact(late::refresh);
    assertEquals(List.of(), done);
    choose(robot, 1);
    assertEquals(List.of("made", "filled"), done);
    choose(robot, 0);
    robot.interact(late::refresh);
    assertEquals(2, done.size(), "behind another it is not filled");
    choose(robot, 1);
    assertEquals(List.of("made", "filled", "filled"), done);
  }

  @Test
  void leavesItsTabWithTheWindowUnlessItIsInFront(FxRobot robot) {
    choose(robot, 1);
    robot.interact(() -> frame.getChildren().clear());
    assertSame(late.page(), tab.getContent(), "it is in front");
    robot.interact(() -> frame.getChildren().add(tabs));
    choose(robot, 0);
    robot.interact(() -> frame.getChildren().clear());
    assertNull(tab.getContent());
    robot.interact(() -> frame.getChildren().add(tabs));
    choose(robot, 1);
    assertSame(late.page(), tab.getContent(), "the same page comes back");
    assertEquals(1, done.stream().filter("made"::equals).count());
  }
}
