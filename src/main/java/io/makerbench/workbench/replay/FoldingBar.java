package io.makerbench.workbench.replay;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A bar of two parts: in one line where there is room for both, else one below the other. */
final class FoldingBar extends VBox {
  private static final double GAP = 8;

  private final HBox first;
  private final HBox second;
  private final HBox line = new HBox(GAP);

  FoldingBar(HBox first, HBox second) {
    super(GAP);
    this.first = first;
    this.second = second;
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(second, Priority.ALWAYS);
    setMinWidth(0); // else it would never become so narrow that it has to fold
    line.getChildren().setAll(first, second);
    getChildren().setAll(line);
    widthProperty().subscribe(this::fold);
    first.widthProperty().subscribe(this::fold); // larger text
    second.widthProperty().subscribe(this::fold);
  }

  private void fold() {
    double width = getWidth();
    boolean fits = width >= first.prefWidth(-1) + GAP + second.minWidth(-1);
    if (width > 0 && fits != getChildren().contains(line)) {
      line.getChildren().clear();
      getChildren().clear();
      if (fits) {
        line.getChildren().setAll(first, second);
        getChildren().setAll(line);
      } else {
        getChildren().setAll(first, second);
      }
    }
  }
}
