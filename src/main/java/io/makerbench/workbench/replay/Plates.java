package io.makerbench.workbench.replay;

/**
 * What a picture is painted on.
 *
 * @param main market and strips
 * @param columns bars beside the market
 */
record Plates(Raster main, Raster columns) {
  static Plates of(PictureLayout layout) {
    return new Plates(
        new Raster(layout.width(), layout.height()), new Raster(layout.columns(), layout.market()));
  }

  boolean fit(PictureLayout layout) {
    return main.width() == layout.width()
        && main.height() == layout.height()
        && columns.width() == layout.columns()
        && columns.height() == layout.market();
  }
}
