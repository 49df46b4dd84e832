package io.makerbench.experiment.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConfigDifferenceTest {
  private static ConfigDifference of(String first, String second) {
    Map<String, JsonNode> configurations = new LinkedHashMap<>();
    configurations.put("first", Json.parse(first, "first"));
    configurations.put("second", Json.parse(second, "second"));
    return ConfigDifference.of(configurations);
  }

  @Test
  void keysOfSectionsAndOfSectionsInListsAreHeldAgainstEachOther() {
    ConfigDifference difference =
        of(
            "{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": \"x\"}, \"m\": [{\"n\": 1}]}",
            "{\"a\": 1, \"b\": {\"c\": [1, 3], \"d\": \"x\"}, \"m\": [{\"n\": 1}, {\"n\": 2}]}");
    assertEquals(
        List.of(
            new ConfigDifference.Row("b.c", List.of("[1,2]", "[1,3]")),
            new ConfigDifference.Row("m[1].n", List.of(ConfigDifference.ABSENT, "2"))),
        difference.differing().rows());
    assertEquals(5, difference.rows().size());
    assertTrue(difference.differing().rows().getFirst().differs(1));
    assertFalse(difference.rows().getFirst().differs(1));
  }

  @Test
  void aTextNarrowsItToKeysAndValuesThatHoldIt() {
    ConfigDifference difference = of("{\"lr\": 1, \"name\": \"Slow\"}", "{\"lr\": 2}");
    assertEquals("lr", difference.holding("LR").rows().getFirst().key());
    assertEquals("name", difference.holding("slow").rows().getFirst().key());
    assertEquals("key,first,second\nname,Slow,–\n", difference.holding("slow").table().toCsv());
  }
}
