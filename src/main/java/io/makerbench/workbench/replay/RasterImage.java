package io.makerbench.workbench.replay;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A raster on the screen. The image is kept while its size stays. */
final class RasterImage {
  private final ImageView view = new ImageView();
  private @Nullable PixelBuffer<IntBuffer> pixels;

  RasterImage() {
    view.setSmooth(false);
  }

  ImageView view() {
    return view;
  }

  /** Copies a raster to the screen; one without pixels hides the image. */
  void show(Raster raster) {
    view.setVisible(raster.pixels().length > 0);
    if (raster.pixels().length == 0) {
      return;
    }
    PixelBuffer<IntBuffer> target = pixels;
    if (target == null
        || target.getWidth() != raster.width()
        || target.getHeight() != raster.height()) {
      target = fresh(raster);
      pixels = target;
    }
    target.updateBuffer(buffer -> {
      int[] source = raster.pixels();
      System.arraycopy(source, 0, buffer.getBuffer().array(), 0, source.length);
      return null;
    });
  }

  private PixelBuffer<IntBuffer> fresh(Raster raster) {
    IntBuffer buffer = IntBuffer.allocate(raster.width() * raster.height());
    PixelBuffer<IntBuffer> target =
        new PixelBuffer<>(
            raster.width(), raster.height(), buffer, PixelFormat.getIntArgbPreInstance());
    view.setImage(new WritableImage(target));
    return target;
  }
}
