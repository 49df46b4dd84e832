package io.makerbench.workbench.replay;

import java.awt.image.BufferedImage;
import javafx.geometry.Insets;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A stage nobody sees, on which pictures are drawn to be saved while the window goes on. All
 * methods are called on the JavaFX thread.
 */
final class ExportStage {
  private static final double PADDING = 8;
  private static final double TITLE_HEIGHT = 32;

  private final Pictures pictures;
  private final ReplayData data;
  private final double scale;
  private final Label title = new Label();
  private final VBox page;
  private @Nullable WritableImage image;

  /**
   * @param shown what is on the screen; the copy has its size, its look and its place
   * @param scale pixels of the picture for each of the screen
   */
  ExportStage(Pictures shown, ReplayData data, double scale) {
    this.data = data;
    this.scale = scale;
    pictures = shown.copy();
    page = new VBox(PADDING, title, pictures);
    page.setPadding(new Insets(PADDING));
    title.setStyle("-fx-font-weight: bold;");
    title.setMinHeight(TITLE_HEIGHT - PADDING);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    javafx.scene.Scene scene =
        new javafx.scene.Scene(
            page,
            shown.getWidth() + 2 * PADDING,
            shown.getHeight() + TITLE_HEIGHT + 2 * PADDING,
            MarketAxes.colour(shown.style().strip()));
    scene.getStylesheets().setAll(shown.getScene().getStylesheets());
    page.applyCss();
    page.layout();
  }

  /** Asks for the pictures of an instant; true once they are there. */
  boolean drawn(long cursorNs) {
    Moment now = Moment.at(data.episode(), cursorNs);
    title.setText(
        "%s  ·  %s  ·  %s UTC  ·  PnL %s"
            .formatted(
                data.episode().policy(),
                data.episode().window(),
                AxisTicks.dateTime(cursorNs),
                io.makerbench.workbench.plot.Numbers.precise(now.pnl())));
    pictures.pulse(cursorNs);
    return pictures.shows(cursorNs);
  }

  /**
   * What was drawn, apart from the screen.
   *
   * @param argb pixels, row by row from the top
   */
  record Pixels(int width, int height, int[] argb) {
    /** The same to be written; on any thread, for it takes long. */
    BufferedImage picture() {
      BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      copy.setRGB(0, 0, width, height, argb, 0, width);
      return copy;
    }
  }

  /** Takes what is drawn. */
  Pixels take() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setFill(Color.TRANSPARENT);
    WritableImage taken = page.snapshot(parameters, image);
    image = taken;
    int width = (int) taken.getWidth();
    int height = (int) taken.getHeight();
    int[] pixels = new int[width * height];
    taken
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Pixels(width, height, pixels);
  }

  void close() {
    pictures.close();
  }
}
