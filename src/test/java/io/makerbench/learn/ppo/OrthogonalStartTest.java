package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.random.RandomStream;
import org.junit.jupiter.api.Test;

class OrthogonalStartTest {
  @Test
  void weightsAreOrthogonalWithTheReferencesGains() {
    NetworkShape shape = ActorCriticShape.of(PpoConfigs.defaults(), 14, 8);
    float[] parameters = OrthogonalStart.draw(shape, RandomStream.named(1, "network", 0));
    for (Slot slot : shape.slots()) {
      if (slot.shape().length == 2) {
        boolean last = slot.name().endsWith(".4.weight");
        double gain = last ? slot.name().startsWith("policy") ? 0.01 : 1 : Math.sqrt(2);
        requireOrthogonal(parameters, slot.offset(), slot.shape()[0], slot.shape()[1], gain);
      } else {
        for (int i = 0; i < slot.length(); i++) {
          assertEquals(0, parameters[slot.offset() + i]);
        }
      }
    }
  }

  @Test
  void eachGateOfARecurrentUnitIsOrthogonalAndNormsAreTheIdentity() {
    PpoConfigs settings = new PpoConfigs().put("gru_units", 8).put("layer_norm", true);
    NetworkShape shape = ActorCriticShape.of(settings.build(), 5, 3);
    float[] parameters = OrthogonalStart.draw(shape, RandomStream.named(1, "network", 0));
    int gates = 0;
    for (Slot slot : shape.slots()) {
      if (slot.name().startsWith("gru.weight_hh")) {
        for (int gate = 0; gate < 3; gate++) {
          requireOrthogonal(parameters, slot.offset() + gate * 64, 8, 8, 1);
          gates++;
        }
      }
      if (slot.name().equals("trunk.2.weight")) {
        assertEquals(1, parameters[slot.offset()]);
      }
    }
    assertEquals(3, gates);
  }

  @Test
  void theSameSeedDrawsTheSameParameters() {
    NetworkShape shape = ActorCriticShape.of(PpoConfigs.defaults(), 4, 2);
    assertArrayEquals(
        OrthogonalStart.draw(shape, RandomStream.named(1, "network", 0)),
        OrthogonalStart.draw(shape, RandomStream.named(1, "network", 0)));
  }

  private static void requireOrthogonal(float[] w, int at, int rows, int columns, double gain) {
    boolean wide = rows <= columns;
    int count = wide ? rows : columns;
    int length = wide ? columns : rows;
    assertTrue(count > 0);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < length; i++) {
          dot +=
              (double) w[at + (wide ? a * columns + i : i * columns + a)]
                  * w[at + (wide ? b * columns + i : i * columns + b)];
        }
        assertEquals(a == b ? gain * gain : 0, dot, 1e-5 * gain * gain);
      }
    }
  }
}
