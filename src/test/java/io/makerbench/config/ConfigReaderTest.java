package io.makerbench.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ConfigReaderTest {
  enum Flavour {
    PLAIN,
    SALT_AND_PEPPER
  }

  record Inner(
      @Key(help = "A share.", fallback = "0.5", min = 0, max = 1) double share,
      @Key(help = "From.", fallback = "\"2024-08-08 00:00:00\"") Instant start) {}

  record Kitchen(
      @Key(help = "A count.", unit = "pots", fallback = "3", min = 1, max = 9) int potCount,
      @Key(help = "A name.") String title,
      @Key(help = "Taste.", fallback = "\"plain\"") Flavour flavour,
      @Key(help = "May be absent.", fallback = "null", min = 0) @Nullable Long limit,
      @Key(help = "A section.") Inner inner,
      @Key(help = "Sections.", fallback = "[]") List<Inner> more) {
    Kitchen {
      if (title.isBlank()) {
        throw new InputException("title must not be blank.");
      }
    }
  }

  record Oven(@Key(help = "Heat.", fallback = "200", min = 0) int heat) {}

  record House(
      @Key(help = "Which.", fallback = "\"oven\"") String machine,
      @Key(help = "Its settings.", chosenBy = "machine") Record settings) {}

  record Fridge(@Key(help = "Cold.", fallback = "4") int cold) {}

  private final ConfigReader reader = new ConfigReader(ConfigSchema.of(Kitchen.class));

  @Test
  void defaultsFillWhatIsNotGiven() {
    Kitchen kitchen = read("{\"title\": \"A\"}");
    assertEquals(3, kitchen.potCount());
    assertEquals(Flavour.PLAIN, kitchen.flavour());
    assertEquals(0.5, kitchen.inner().share());
    assertEquals(Instant.parse("2024-08-08T00:00:00Z"), kitchen.inner().start());
    assertEquals(null, kitchen.limit());
  }

  @Test
  void givenValuesAreTaken() {
    Kitchen kitchen =
        read(
            """
            {"title": "B", "pot_count": 4, "flavour": "salt-and-pepper", "limit": 7,
             // comments are allowed
             "more": [{"share": 0.25}, {}],}
            """);
    assertEquals(4, kitchen.potCount());
    assertEquals(Flavour.SALT_AND_PEPPER, kitchen.flavour());
    assertEquals(7L, kitchen.limit());
    assertEquals(List.of(0.25, 0.5), kitchen.more().stream().map(Inner::share).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'title': 'A', 'pot_cuont': 4} | pot_cuont: There is no such key. Did you mean pot_count?",
        "{'title': 'A', 'pot_count': 10} | pot_count: This must be a whole number from 1 to 9 pots,"
            + " not 10.",
        "{'title': 'A', 'pot_count': 2.5} | pot_count: This must be a whole number from 1 to 9",
        "{'title': 'A', 'pot_count': 99999999999} | pot_count: This must be a whole number",
        "{'title': 'A', 'pot_count': '4'} | pot_count: This must be a whole number",
        "{'title': 'A', 'flavour': 'sweet'} | flavour: This must be one of plain, salt_and_pepper",
        "{'title': 'A', 'inner': {'share': 1.5}} | inner.share: This must be a number from 0 to 1",
        "{'title': 'A', 'inner': {'start': 'noon'}} | inner.start: This must be a UTC time",
        "{'title': 'A', 'more': [{}, {'share': true}]} | more[1].share: This must be a number",
        "{'title': 'A', 'more': {}} | more: This must be a list",
        "{'title': 'A', 'inner': 3} | inner: This must be an object",
        "{'title': null} | title: This must be a text, not null.",
        "{} | title: This key must be given: a text.",
        "{'title': ' '} | title must not be blank.",
        "[] | This must be an object",
      })
  void whatIsWrongIsNamedWithItsPathAndWhatIsAllowed(String json, String expected) {
    List<Problem> problems = reader.problems(parse(json.replace('\'', '"')));
    assertEquals(1, problems.size(), problems::toString);
    String text = problems.getFirst().toString();
    assertTrue(text.startsWith(expected), text);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    InputException thrown =
        assertThrows(
            InputException.class, () -> read("{\"title\": 1, \"pot_count\": 0, \"nope\": 0}"));
    assertEquals(3, thrown.getMessage().lines().count(), thrown.getMessage());
  }

  @Test
  void brokenJsonIsNamedWithLineAndColumn() {
    InputException thrown =
        assertThrows(InputException.class, () -> Json.parse("{\n \"a\": }", "x.json"));
    assertTrue(thrown.getMessage().startsWith("x.json is not valid JSON at line 2, column"));
  }

  @Test
  void repeatedKeysAreRefused() {
    assertThrows(InputException.class, () -> parse("{\"a\": 1, \"a\": 2}"));
  }

  @Test
  void completedTreeReadsAsItselfAndKeepsNumbersAsWritten() {
    JsonNode complete = reader.complete(parse("{\"title\": \"A\", \"limit\": 100000}"));
    assertEquals(complete, reader.complete(parse(Json.write(complete))));
    assertEquals(reader.schema().children().size(), complete.size());
  }

  @Test
  void sectionsMayBeChosenByAnotherKey() {
    ConfigReader house = new ConfigReader(ConfigSchema.of(House.class, Map.of("oven", Oven.class)));
    House read = house.read(parse("{\"settings\": {\"heat\": 5}}"), House.class, "test");
    assertEquals(new Oven(5), read.settings());
    List<Problem> problems = house.problems(parse("{\"machine\": \"fridge\"}"));
    assertEquals("machine: This must be one of oven.", problems.getFirst().toString());
  }

  @Test
  void referenceAndSchemaNameEveryKey() {
    String page = ConfigReference.markdown(reader.schema());
    JsonNode schema = parse(ConfigReference.jsonSchema(reader.schema()));
    for (ConfigNode child : reader.schema().children()) {
      assertTrue(page.contains("`" + child.key() + "`"), child.key());
      assertTrue(schema.get("properties").has(child.key()), child.key());
    }
    assertEquals(9, schema.at("/properties/pot_count/maximum").intValue());
  }

  private Kitchen read(String json) {
    return reader.read(parse(json), Kitchen.class, "test");
  }

  private static JsonNode parse(String json) {
    return Json.parse(json, "test");
  }

  @Test
  void aSectionThatNothingChoosesIsTheUsualOne() {
    Map<String, Class<? extends Record>> machines = new LinkedHashMap<>();
    machines.put("fridge", Fridge.class);
    machines.put("oven", Oven.class);
    ConfigReader house = new ConfigReader(ConfigSchema.of(House.class, machines));
    House read = house.read(parse("{\"settings\": {\"heat\": 7}}"), House.class, "house.json");
    assertEquals(new Oven(7), read.settings());
  }
}
