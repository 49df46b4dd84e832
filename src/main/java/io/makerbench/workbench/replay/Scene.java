package io.makerbench.workbench.replay;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a picture depends on; equal scenes give equal pixels.
 *
 * @param data what is shown
 * @param view which part of it
 * @param cursorNs instant after which everything is hidden
 * @param scale colours of resting sizes
 * @param look everything else a user chose
 * @param style colours of the theme
 * @param layout size and parts of the picture
 */
record Scene(
    ReplayData data,
    Viewport view,
    long cursorNs,
    HeatScale scale,
    Look look,
    PictureStyle style,
    PictureLayout layout) {
  Set<Layer> layers() {
    return look.layers();
  }

  @Nullable Horizon fillColours() {
    return look.fillColours();
  }
}
