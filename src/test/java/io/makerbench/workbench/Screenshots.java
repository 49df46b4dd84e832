package io.makerbench.workbench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the window, to be looked at, in target/screenshots. */
public final class Screenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshots() {}

  /** Writes what a scene shows now; from the test's thread. */
  public static void take(Scene scene, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)), name);
  }

  /** The same as a screen shows it that has this many pixels to a unit. */
  static void take(Scene scene, String name, double scale) {
    WaitForAsyncUtils.waitForFxEvents();
    SnapshotParameters scaled = new SnapshotParameters();
    scaled.setTransform(Transform.scale(scale, scale));
    write(
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.getRoot().snapshot(scaled, null)),
        name);
  }

  private static void write(WritableImage image, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture " + name + " cannot be written", e);
    }
  }
}
