package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.perp.Incident;
import io.makerbench.workbench.perp.Level;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Marks what happened to the desk on the time axis: a notch at the top for each incident, the
 * gravest of a pixel, and a line with its words where the kill switch was set.
 */
final class IncidentMarks {
  private static final int NOTCH_WIDTH = 3;
  private static final int NOTCH_HEIGHT = 9;
  private static final int PADDING = 6;
  private static final double TAG_HEIGHT = 18;

  private final GraphicsContext graphics;

  IncidentMarks(GraphicsContext graphics) {
    this.graphics = graphics;
  }

  /** Draws those within the picture that happened by the cursor. */
  void draw(Scene scene) {
    if (!(scene.data().board() instanceof Board.Known known)) {
      return;
    }
    long[] times = scene.data().episode().timeNs();
    List<Incident> all = known.story().incidents();
    long end = Math.min(scene.cursorNs(), scene.view().endNs());
    Palette palette = scene.style().palette();
    int pixel = -1;
    Level gravest = Level.GOOD;
    for (int i = firstFrom(all, times, scene.view().startNs()); i < all.size(); i++) {
      Incident incident = all.get(i);
      long time = times[incident.tick()];
      if (time > end) {
        return;
      }
      int x = (int) Math.round(scene.view().x(time, scene.layout().width()));
      boolean graver = x != pixel || incident.level().compareTo(gravest) > 0;
      if (graver) {
        pixel = x;
        gravest = incident.level();
        notch(scene, x, colour(palette, gravest));
      }
      if (incident.kind() == Incident.Kind.KILL) {
        kill(scene, incident.words(), x, palette.danger());
      }
    }
  }

  private static int firstFrom(List<Incident> all, long[] times, long startNs) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[all.get(middle).tick()] < startNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static Color colour(Palette palette, Level level) {
    return switch (level) {
      case GOOD -> palette.good();
      case WARNING -> palette.warning();
      case DANGER -> palette.danger();
    };
  }

  private void notch(Scene scene, int x, Color colour) {
    if (x >= 0 && x < scene.layout().width()) {
      graphics.setFill(colour);
      graphics.fillRect(x - 1.0, 0, NOTCH_WIDTH, NOTCH_HEIGHT);
    }
  }

  /** A line through all strips; the words stand on the side where there is room. */
  private void kill(Scene scene, String words, int x, Color colour) {
    graphics.setFill(colour);
    graphics.fillRect(x - 1.0, 0, 2, scene.layout().height());
    Lettering letters = scene.style().lettering();
    Font font = letters.smallBold();
    double height = letters.px(TAG_HEIGHT);
    double width = Lettering.width(words, font) + 2 * PADDING;
    double left = x + width < scene.layout().width() ? x + 2.0 : x - width - 2;
    double top = NOTCH_HEIGHT + 3.0;
    graphics.fillRoundRect(left, top, width, height, 4, 4);
    graphics.setFill(scene.style().palette().ground());
    graphics.setFont(font);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(words, left + PADDING, top + height / 2, width - 2 * PADDING);
  }
}
