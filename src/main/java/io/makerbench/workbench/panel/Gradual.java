package io.makerbench.workbench.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a page, such as plots, that would hold the window up if they were made, styled and laid
 * out together. Each has its place from the first, and comes into it a frame after the one before
 * it: when the page first comes into a window and when, for another theme, it comes back. JavaFX
 * thread only.
 */
public final class Gradual {
  private final Map<Pane, Part> places = new LinkedHashMap<>();
  private final Node page;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  private boolean fresh;

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
            fresh = true;
            frames.start();
          }
        });
  }

  /** The place of a part, to be laid out in its stead. */
  public Pane place(Node part) {
    return place(() -> part);
  }

  /** The same for a part that is made, once, when its turn comes. */
  public Pane place(Supplier<? extends Node> maker) {
    StackPane place = new StackPane();
    places.put(place, new Part(maker));
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

  /** The first frame belongs to the page itself. */
  private void next() {
    if (fresh) {
      fresh = false;
      return;
    }
    for (Map.Entry<Pane, Part> entry : places.entrySet()) {
      if (entry.getKey().getChildren().isEmpty()) {
        entry.getKey().getChildren().add(entry.getValue().node());
        return;
      }
    }
    frames.stop();
  }

  /** What comes into a place. */
  private static final class Part {
    private final Supplier<? extends Node> maker;
    private @Nullable Node made;

    Part(Supplier<? extends Node> maker) {
      this.maker = maker;
    }

    Node node() {
      Node node = made == null ? maker.get() : made;
      made = node;
      return node;
    }
  }
}
