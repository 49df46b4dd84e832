package io.makerbench.workbench.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Parts of a page, such as plots, that would hold the window up if they were styled and laid out
 * together. Each has its place from the first, and comes into it a frame after the one before it:
 * when the page first comes into a window and when, for another theme, it comes back. JavaFX thread
 * only.
 */
public final class Gradual {
  private final Map<Pane, Node> places = new LinkedHashMap<>();
  private final Node page;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /**
   * Begins without parts.
   *
   * @param page what the places lie in
   */
  public Gradual(Node page) {
    this.page = page;
    page.sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            frames.stop();
            places.keySet().forEach(place -> place.getChildren().clear());
          } else {
            frames.start();
          }
        });
  }

  /** The place of a part, to be laid out in its stead. */
  public Pane place(Node part) {
    StackPane place = new StackPane();
    places.put(place, part);
    if (page.getScene() != null) {
      frames.start();
    }
    return place;
  }

  /** Forgets all parts. */
  public void clear() {
    frames.stop();
    places.clear();
  }

  private void next() {
    for (Map.Entry<Pane, Node> entry : places.entrySet()) {
      if (entry.getKey().getChildren().isEmpty()) {
        entry.getKey().getChildren().add(entry.getValue());
        return;
      }
    }
    frames.stop();
  }
}
