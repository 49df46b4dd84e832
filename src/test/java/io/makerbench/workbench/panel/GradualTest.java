package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.PanelStage;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GradualTest {
  private final VBox page = new VBox();
  private final VBox frame = new VBox();
  private final Gradual parts = new Gradual(page);
  private List<Pane> places;

  @Start
  void start(Stage stage) {
    places = Stream.generate(() -> parts.place(new Region())).limit(5).toList();
    page.getChildren().addAll(places);
    stage.setScene(new Scene(frame, 300, 200));
    stage.show();
  }

  private long filled() {
    return places.stream().filter(place -> !place.getChildren().isEmpty()).count();
  }

  @Test
  void partsComeOneAFrameAndGoWithTheirPage(FxRobot robot) {
    assertEquals(0, filled());
    int[] most = {0};
    long[] before = {0};
    AnimationTimer watch =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            most[0] = Math.max(most[0], (int) (filled() - before[0]));
            before[0] = filled();
          }
        };
    robot.interact(() -> {
      watch.start();
      frame.getChildren().add(page);
      assertEquals(0, filled(), "none is laid out with the page itself");
    });
    PanelStage.await("all are there", () -> filled() == places.size());
    robot.interact(watch::stop);
    assertEquals(1, most[0], "more than one came in a frame");
    robot.interact(() -> frame.getChildren().clear());
    assertEquals(0, filled());
    robot.interact(() -> frame.getChildren().add(page));
    PanelStage.await("they come back", () -> filled() == places.size());
  }

  @Test
  void whatIsForgottenDoesNotCome(FxRobot robot) {
    robot.interact(() -> {
      frame.getChildren().add(page);
      parts.clear();
    });
    Pane late = parts.place(new Region());
    robot.interact(() -> page.getChildren().add(late));
    PanelStage.await("the later one is there", () -> !late.getChildren().isEmpty());
    assertTrue(filled() == 0, filled() + " of the forgotten came");
  }
}
