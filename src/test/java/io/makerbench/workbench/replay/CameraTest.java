package io.makerbench.workbench.replay;

import static io.makerbench.workbench.replay.MadeReplay.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CameraTest {
  private final Camera camera = new Camera(MadeReplay.data());

  @Property
  void zoomKeepsThePlaceUnderThePointer(
      @ForAll @DoubleRange(min = 0.5, max = 2) double factor,
      @ForAll @LongRange(max = 10 * SECOND) long pivot,
      @ForAll @DoubleRange(min = 990, max = 1010) double price) {
    Viewport before = new Viewport(0, 10 * SECOND, 990, 1010);
    Viewport zoomed = before.zoomTime(factor, pivot).zoomPrice(factor, price);
    assertEquals(before.x(pivot, 1000), zoomed.x(pivot, 1000), 0.01);
    assertEquals(before.y(price, 1000), zoomed.y(price, 1000), 0.01);
    assertEquals(factor * 10 * SECOND, zoomed.spanNs(), 1);
  }

  @Test
  void followsTheCursorUntilItIsMoved() {
    camera.look(5 * SECOND, 1000, Recentre.AT_EDGE);
    Viewport followed = camera.view();
    assertTrue(followed.endNs() > 5 * SECOND && followed.startNs() < 5 * SECOND);
    camera.pan(SECOND, 3);
    Viewport panned = camera.view();
    camera.look(6 * SECOND, 1000, Recentre.AT_EDGE);
    assertEquals(panned, camera.view());
    assertFalse(camera.following());
    camera.backToNow(1000);
    camera.look(6 * SECOND, 1000, Recentre.AT_EDGE);
    assertEquals(1000, (camera.view().low() + camera.view().high()) / 2, 1e-9);
    assertTrue(camera.following());
  }

  @Test
  void comesAfterACursorThatJumpedOutOfSight() {
    camera.look(0, 1000, Recentre.AT_EDGE);
    camera.pan(0, 1);
    camera.look(1000 * SECOND, 1000, Recentre.AT_EDGE);
    assertTrue(camera.following());
  }

  @Test
  void takesZoomsBack() {
    camera.look(5 * SECOND, 1000, Recentre.AT_EDGE);
    Viewport before = camera.view();
    camera.show(new Viewport(1, SECOND, 999, 1001));
    camera.undo();
    assertEquals(before, camera.view());
  }

  @Test
  void centresByItsRule() {
    Viewport view = new Viewport(0, SECOND, 900, 1100);
    assertEquals(view, Recentre.NEVER.apply(view, 1099));
    assertEquals(view, Recentre.AT_EDGE.apply(view, 1050));
    assertEquals(view.centredOn(1090), Recentre.AT_EDGE.apply(view, 1090));
    assertEquals(view.centredOn(1001), Recentre.ALWAYS.apply(view, 1001));
  }
}
