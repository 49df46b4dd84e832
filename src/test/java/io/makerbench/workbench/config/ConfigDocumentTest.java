package io.makerbench.workbench.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConfigDocumentTest {
  private static final ConfigPath SEED = ConfigPath.ROOT.child("seed");
  private static final ConfigPath LR = ConfigPath.ROOT.child("dqn").child("lr");

  private final ConfigDocument document = new ConfigDocument();

  private static JsonNode json(String text) {
    return Json.parse(text, "test");
  }

  @Test
  void textFollowsTheFormAndTheFormTheText() {
    document.set(SEED, json("7"));
    assertTrue(document.text().contains("\"seed\" : 7"));
    document.setText("{\"seed\": 8, \"label\": \"b\"}");
    assertEquals(json("8"), document.value(SEED));
    assertEquals(
        json("1e-4").doubleValue(), Objects.requireNonNull(document.value(LR)).doubleValue());
  }

  @Test
  void textStaysAsTheUserWroteIt() {
    document.setText("{\"seed\": 8}");
    assertEquals("{\"seed\": 8}", document.text());
  }

  @Test
  void wrongValueIsKeptAndNamedAsOnTheCommandLine() {
    document.set(LR, json("2"));
    assertEquals(json("2"), document.value(LR));
    assertEquals(ConfigFiles.problems(document.tree()).getFirst().message(), document.message(LR));
    assertFalse(document.message(LR).isEmpty());
    assertEquals("", document.message(SEED));
  }

  @Test
  void textThatIsNoJsonLeavesTheValuesAlone() {
    document.setText("{\"seed\": ");
    assertEquals(json("42"), document.value(SEED));
    assertTrue(document.problems().getFirst().message().contains("line 1"));
  }

  @Test
  void unknownKeyInTheTextIsNamed() {
    document.setText("{\"sead\": 1}");
    assertEquals("sead", document.problems().getFirst().path());
  }

  @Test
  void undoAndRedoGoThroughEveryChange() {
    document.set(SEED, json("1"));
    document.set(SEED, json("2"));
    document.undo();
    assertEquals(json("1"), document.value(SEED));
    document.undo();
    assertEquals(json("42"), document.value(SEED));
    assertFalse(document.canUndo().get());
    document.redo();
    assertEquals(json("1"), document.value(SEED));
    document.set(SEED, json("9"));
    assertFalse(document.canRedo().get());
  }

  @Test
  void sameValueIsNoChange() {
    document.set(SEED, json("42"));
    assertFalse(document.canUndo().get());
  }

  @Test
  void itemKnowsWhetherItIsTheDefaultAndGoesBackToIt() {
    ConfigItem lr =
        ConfigItems.of(document).stream()
            .filter(item -> item.path().equals(LR))
            .findFirst()
            .orElseThrow();
    assertFalse(lr.changed().get());
    lr.setValue(json("0.5"));
    lr.refresh();
    assertTrue(lr.changed().get());
    lr.reset();
    lr.refresh();
    assertFalse(lr.changed().get());
  }

  @Test
  void formHoldsEveryValueOfTheTextOnce() {
    List<ConfigItem> items = ConfigItems.of(document);
    assertEquals(items.size(), items.stream().map(ConfigItem::path).distinct().count());
    for (ConfigItem item : items) {
      assertEquals(document.value(item.path()), item.getValue(), item.path().toString());
    }
    assertTrue(items.stream().anyMatch(i -> i.path().toString().equals("market.simulator.depth")));
  }

  @Test
  void everyPresetOpensWithoutAProblem() {
    List<Presets.Preset> presets = Presets.in(Path.of("configs"));
    assertTrue(presets.stream().anyMatch(preset -> preset.name().equals("quickstart")));
    for (Presets.Preset preset : presets) {
      document.open(ConfigFiles.load(preset.file(), List.of()));
      assertEquals(List.of(), document.problems(), preset.name());
    }
  }
}
