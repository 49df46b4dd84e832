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
 * @param style other colours
 * @param layers layers to paint
 * @param fillColours horizon of the markouts that colour the fills; null to colour them by side
 * @param layout size and parts of the picture
 */
record Scene(
    ReplayData data,
    Viewport view,
    long cursorNs,
    HeatScale scale,
    PictureStyle style,
    Set<Layer> layers,
    @Nullable Horizon fillColours,
    PictureLayout layout) {}
