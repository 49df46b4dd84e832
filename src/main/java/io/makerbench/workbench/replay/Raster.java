package io.makerbench.workbench.replay;

import java.util.Arrays;

/**
 * A picture of opaque pixels, 0xFFRRGGBB, row by row from the top. Shapes are clipped to the
 * picture and smoothed at their edges. Not safe for several threads.
 */
final class Raster {
  private static final int OPAQUE = 0xFF000000;

  /** Half a pixel on either side of an edge is blended. */
  private static final double EDGE = 0.5;

  private final int width;
  private final int height;
  private final int[] pixels;
  private int clipTop;
  private int clipBottom;

  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    clipBottom = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The pixels themselves, not a copy. */
  int[] pixels() {
    return pixels;
  }

  /**
   * Restricts all further drawing to rows {@code top} (inclusive) to {@code bottom} (exclusive).
   */
  void clip(int top, int bottom) {
    clipTop = Math.max(0, top);
    clipBottom = Math.min(height, bottom);
  }

  void clear(int colour) {
    for (int y = clipTop; y < clipBottom; y++) {
      Arrays.fill(pixels, y * width, (y + 1) * width, OPAQUE | colour);
    }
  }

  /** Writes the first {@code count} colours of {@code row} at the left of row {@code y}. */
  void copyRow(int[] row, int count, int y) {
    if (y >= clipTop && y < clipBottom) {
      System.arraycopy(row, 0, pixels, y * width, Math.min(count, width));
    }
  }

  /** Fills the rectangle of columns [left, right) and rows [top, bottom), blended by its alpha. */
  void fill(int left, int top, int right, int bottom, int argb) {
    int from = Math.max(0, left);
    int to = Math.min(width, right);
    int alpha = argb >>> 24;
    for (int y = Math.max(clipTop, top); y < Math.min(clipBottom, bottom); y++) {
      if (alpha == 255 && to > from) {
        Arrays.fill(pixels, y * width + from, y * width + to, argb);
      } else {
        for (int x = from; x < to; x++) {
          blend(y * width + x, argb, alpha);
        }
      }
    }
  }

  /** A filled disc with a rim of {@code rim} pixels in another colour. */
  void disc(double cx, double cy, double radius, int argb, double rim, int rimArgb) {
    double outer = radius + rim + EDGE;
    for (int y = firstRow(cy - outer); y < lastRow(cy + outer); y++) {
      double dy = y + EDGE - cy;
      for (int x = firstColumn(cx - outer); x < lastColumn(cx + outer); x++) {
        double dx = x + EDGE - cx;
        double square = dx * dx + dy * dy;
        if (square < outer * outer) {
          double distance = Math.sqrt(square); // Math.hypot costs ten times as much
          cover(x, y, rimArgb, radius + rim - distance);
          cover(x, y, argb, radius - distance);
        }
      }
    }
  }

  /**
   * A filled isosceles triangle as high as it is wide, with a rim.
   *
   * @param tipY row of its tip
   * @param size height; positive when the tip is at the top, negative when it is at the bottom
   */
  void triangle(double tipX, double tipY, double size, int argb, double rim, int rimArgb) {
    double extent = Math.abs(size) + 2 * rim + EDGE;
    double direction = Math.signum(size);
    for (int y = firstRow(tipY - extent); y < lastRow(tipY + extent); y++) {
      for (int x = firstColumn(tipX - extent); x < lastColumn(tipX + extent); x++) {
        double below = (y + EDGE - tipY) * direction;
        double inside = insideTriangle(Math.abs(x + EDGE - tipX), below, Math.abs(size));
        cover(x, y, rimArgb, inside + rim);
        cover(x, y, argb, inside);
      }
    }
  }

  /** Distance into the triangle (negative outside) of a point off its axis and below its tip. */
  private static double insideTriangle(double off, double below, double size) {
    // The legs run from (0, 0) to (size / 2, size); their unit normal is (2, −1) / √5.
    double leg = (below - 2 * off) / Math.sqrt(5);
    return Math.min(leg, size - below);
  }

  private void cover(int x, int y, int argb, double inside) {
    if (inside > -EDGE) {
      double share = Math.min(1, inside + EDGE);
      blend(y * width + x, argb, (int) ((argb >>> 24) * share));
    }
  }

  private void blend(int index, int argb, int alpha) {
    pixels[index] = blended(pixels[index], argb, alpha);
  }

  /** An opaque colour under another one of this alpha, 0 … 255. */
  static int blended(int under, int argb, int alpha) {
    int inverse = 255 - alpha;
    int red = ((argb >> 16 & 255) * alpha + (under >> 16 & 255) * inverse) / 255;
    int green = ((argb >> 8 & 255) * alpha + (under >> 8 & 255) * inverse) / 255;
    int blue = ((argb & 255) * alpha + (under & 255) * inverse) / 255;
    return OPAQUE | red << 16 | green << 8 | blue;
  }

  private int firstRow(double y) {
    return (int) Math.max(clipTop, Math.floor(y));
  }

  private int lastRow(double y) {
    return (int) Math.min(clipBottom, Math.ceil(y));
  }

  private static int firstColumn(double x) {
    return (int) Math.max(0, Math.floor(x));
  }

  private int lastColumn(double x) {
    return (int) Math.min(width, Math.ceil(x));
  }
}
