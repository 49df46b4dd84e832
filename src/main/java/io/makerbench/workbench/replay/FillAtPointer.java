package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the fill whose triangle a pointer is on. */
final class FillAtPointer {
  private static final double REACH_PIXELS = 10;

  private FillAtPointer() {}

  /** The nearest fill within reach that the picture shows; the later one of two as near. */
  static @Nullable Fill find(Scene scene, double x, double y) {
    if (!scene.layers().contains(Layer.FILLS)) {
      return null;
    }
    Episode episode = scene.data().episode();
    List<Fill> fills = episode.fills();
    Fill nearest = null;
    double least = REACH_PIXELS;
    for (Fill fill : fills) {
      long time = episode.timeNs()[fill.tick()];
      if (time > scene.cursorNs()) {
        break;
      }
      double fromX = scene.view().x(time, scene.layout().width()) - x;
      double fromY =
          scene.view().y(scene.data().ticks(fill.price()), scene.layout().market())
              + fill.side().sign() * OwnOrdersLayer.FILL_MIDDLE
              - y;
      double distance = Math.hypot(fromX, fromY);
      if (distance <= least) {
        least = distance;
        nearest = fill;
      }
    }
    return nearest;
  }
}
