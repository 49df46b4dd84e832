package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.cloning.CloningTrainer;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.control.ControlSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clones of rules that name one of four states, or are too set in their ways. */
class ClonesWatchTest {
  private static final Policy ALWAYS_TWO = new ConstantPolicy("always two", 2);

  @TempDir static Path folder;

  private final Market market = identity();
  private final List<Finding> findings = new ArrayList<>();

  @AfterEach
  void closeMarket() {
    market.close();
  }

  @Test
  void nothingIsSaidOfACloneThatLearns() {
    watch("", market.baseline("scripted"));
    assertEquals(List.of(), findings);
  }

  @Test
  void anExpertThatAlwaysDoesTheSameIsTold() {
    watch("", ALWAYS_TWO);
    Finding found = the(FindingKind.UNBALANCED_DEMONSTRATIONS);
    assertTrue(found.seen().contains("took action 2 in 100.0 %"), found.seen());
    assertTrue(found.advice().contains("cloning.balance=weights"), found.advice());
  }

  @Test
  void whoWeighsRareChoicesIsNotTold() {
    watch(", \"balance\": \"weights\"", ALWAYS_TWO);
    assertFalse(kinds().contains(FindingKind.UNBALANCED_DEMONSTRATIONS), findings.toString());
  }

  @Test
  void fewDemonstrationsAreTooLittleForAWideNetwork() {
    watch(", \"demonstrations\": 400, \"hidden\": [64, 64]", market.baseline("scripted"));
    Finding found = the(FindingKind.LITTLE_DATA);
    assertTrue(found.seen().contains("4740 parameters"), found.seen());
    assertTrue(found.advice().contains("more cloning.demonstrations"), found.advice());
    findings.clear();
    watch(", \"demonstrations\": 2000, \"hidden\": [64, 64]", market.baseline("scripted"));
    assertEquals(Set.of(), kinds());
  }

  private Finding the(FindingKind kind) {
    List<Finding> all = findings.stream().filter(finding -> finding.kind() == kind).toList();
    assertEquals(1, all.size(), () -> kind + " in " + findings);
    return all.getFirst();
  }

  private Set<FindingKind> kinds() {
    return findings.stream().map(Finding::kind).collect(Collectors.toSet());
  }

  private void watch(String more, Policy expert) {
    CloningConfig config = config(more);
    try (VectorEnv env = market.training(4, 1)) {
      Watch watch =
          new Watch(
              new Cloning(config, market).settings(),
              env,
              market.observationNames(),
              Compute.CPU,
              TrainerListener.SILENT,
              findings::add);
      try (Trainer trainer =
          new CloningTrainer(config, expert, watch.env(), 3, Compute.CPU, watch)) {
        watch.follow(trainer);
        while (trainer.advance()) {
          // until it is over
        }
      }
    }
  }

  private static CloningConfig config(String more) {
    String usual = "{\"demonstrations\": 2000, \"hidden\": [16], \"lr\": 0.01, \"epochs\": 10";
    var tree = (tools.jackson.databind.node.ObjectNode) Json.parse(usual + "}", "test");
    tree.setAll(
        (tools.jackson.databind.node.ObjectNode)
            Json.parse("{" + more.replaceFirst(",", "") + "}", "test"));
    return new ConfigReader(ConfigSchema.of(CloningConfig.class))
        .read(tree, CloningConfig.class, "test");
  }

  private static Market identity() {
    ControlSystem system = new ControlSystem();
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(Json.parse("{\"problem\": \"identity\"}", "test"), system.configType(), "test");
    return system.open(config, new TradingSystem.Place(null, folder), 1, null);
  }
}
