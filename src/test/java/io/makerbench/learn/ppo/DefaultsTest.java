package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.learn.net.OptimiserRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings of the reference implementation (Raffin and others, 2021). */
class DefaultsTest {
  @Test
  void ppoBeginsWithTheReferencesSettings() {
    PpoConfig config = PpoConfigs.defaults();
    assertEquals(3e-4, config.lr());
    assertEquals(2048, config.nSteps());
    assertEquals(64, config.minibatchSize());
    assertEquals(10, config.nEpochs());
    assertEquals(0.99, config.gamma());
    assertFalse(config.timeBasedDiscount());
    assertEquals(0.95, config.gaeLambda());
    assertEquals(0.2, config.clipRange());
    assertNull(config.clipRangeValue());
    assertTrue(config.normalizeAdvantage());
    assertEquals(0, config.entCoef());
    assertEquals(0.5, config.vfCoef());
    assertEquals(0.5, config.maxGradNorm());
    assertNull(config.targetKl());
    assertEquals(List.of(64, 64), config.hidden());
    assertEquals(Activation.TANH, config.activation());
    assertFalse(config.sharedTrunk());
    assertEquals(OptimiserRule.adam(1e-5), config.optimizer().rule());
  }

  @Test
  void a2cBeginsWithTheReferencesSettings() {
    PpoConfig config = A2cConfigs.defaults().asPpo();
    assertEquals(7e-4, config.lr());
    assertEquals(5, config.nSteps());
    assertEquals(1, config.nEpochs());
    assertEquals(0.99, config.gamma());
    assertEquals(1, config.gaeLambda());
    assertFalse(config.normalizeAdvantage());
    assertEquals(0, config.entCoef());
    assertEquals(0.5, config.vfCoef());
    assertEquals(0.5, config.maxGradNorm());
    assertEquals(OptimiserRule.rmsProp(0.99, 1e-5), config.optimizer().rule());
  }

  @Test
  void settingsMoveLinearlyToTheirEnd() {
    Schedule falling = Schedule.of(0.2, 0.1);
    assertEquals(0.2, falling.at(0));
    assertEquals(0.15, falling.at(0.5), 1e-15);
    assertEquals(0.1, falling.at(1), 1e-15);
    assertEquals(0.2, Schedule.of(0.2, null).at(0.7));
  }
}
