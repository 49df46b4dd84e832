package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.legend.Legend;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Stands where the library must have a legend, and makes nothing: its own draws a picture of every
 * curve, seen or not. Curves are named in the header.
 */
final class NoLegend implements Legend {
  private final Region nothing = new Region();

  @Override
  public Node getNode() {
    return nothing;
  }

  @Override
  public Side getSide() {
    return Side.BOTTOM;
  }

  @Override
  public void setSide(Side side) {
    // nothing lies at a side
  }

  @Override
  public boolean isVertical() {
    return false;
  }

  @Override
  public void setVertical(boolean vertical) {
    // nothing has a direction
  }

  @Override
  public void updateLegend(List<Renderer> renderers, boolean force) {
    // nothing is named here
  }

  @Override
  public void drawLegend() {
    // nothing is drawn
  }
}
