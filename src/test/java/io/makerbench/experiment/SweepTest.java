package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SweepTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "32, 64, 128 | 32 64 128",
        "1..5 | 1 2 3 4 5",
        "0.1..0.9 by 0.4 | 0.1 0.5 0.9",
        "1e-5..1e-3 times 10 | 0.000010 0.00010 0.0010",
        "10..30 by 10 | 10 20 30",
        "auto, cpu | \"auto\" \"cpu\"",
        "[64, 64], [128] | [64,64] [128]",
        "true | true",
      })
  void listsAndRangesAreRead(String text, String values) {
    String read =
        String.join(
            " ", SweepAxis.parse("k", text).values().stream().map(JsonNode::toString).toList());
    assertEquals(numbers(values), numbers(read));
  }

  /** 0.0010 and 1.0E-3 are the same number. */
  private static List<Object> numbers(String words) {
    return Arrays.stream(words.split(" "))
        .map(word -> word.matches("[-+0-9.eE]+") ? (Object) Double.valueOf(word) : word)
        .toList();
  }

  @Test
  void eachValueIsCombinedWithEachOther() {
    Sweep sweep =
        new Sweep(
            List.of(SweepAxis.parse("dqn.lr", "1e-4, 1e-3"), SweepAxis.parse("seed", "1..3")));
    List<ObjectNode> configs = sweep.of(ConfigFiles.defaults().put("label", "try"));
    assertEquals(6, sweep.runs());
    assertEquals(6, configs.size());
    assertEquals("try lr=0.0001 seed=1", configs.getFirst().path("label").asString());
    assertEquals(3, configs.getLast().path("seed").asLong());
    assertEquals(1e-3, configs.getLast().at("/dqn/lr").asDouble());
    assertEquals(1e-4, configs.get(2).at("/dqn/lr").asDouble(), "the last key changes fastest");
  }

  @Test
  void whatIsNotAllowedIsNamedBeforeAnythingBegins() {
    Sweep wrong = new Sweep(List.of(SweepAxis.parse("dqn.lr", "0.1, 7")));
    String words =
        assertThrows(InputException.class, () -> wrong.of(ConfigFiles.defaults())).getMessage();
    assertTrue(words.contains("lr=7") && words.contains("from 0 to 1"), words);
    assertThrows(InputException.class, () -> SweepAxis.parse("seed", " "));
    assertThrows(InputException.class, () -> SweepAxis.parse("seed", "1..9 by 0"));
    assertThrows(InputException.class, () -> SweepAxis.parse("seed", "0..9 times 2"));
    SweepAxis seeds = SweepAxis.parse("seed", "1..40");
    assertThrows(InputException.class, () -> new Sweep(List.of(seeds, seeds)));
    SweepAxis others = SweepAxis.parse("dqn.batch_size", "1..40");
    assertThrows(InputException.class, () -> new Sweep(List.of(seeds, others)));
  }
}
