package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RecipeTest {
  @Test
  void runsThatDifferInTheSeedAloneAreOfOneRecipe() {
    ObjectNode other = ConfigFiles.defaults().put("seed", 7);

    assertEquals(Recipe.of(ConfigFiles.defaults()).settings(), Recipe.of(other).settings());
    assertEquals(7, Recipe.of(other).seed());
  }

  @Test
  void aSectionThatAnOlderRunLacksIsAsByDefault() {
    ObjectNode older = ConfigFiles.defaults();
    older.remove("stopping");
    String settings = Recipe.of(older).settings().toString();

    assertEquals(Recipe.of(ConfigFiles.defaults()).settings().toString(), settings);
  }

  @Test
  void whatDecidesWhatAPolicyIsMakesAnotherRecipe() {
    ObjectNode other = ConfigFiles.defaults();
    ((ObjectNode) other.get("dqn")).put("lr", 0.5);

    assertNotEquals(Recipe.of(ConfigFiles.defaults()).settings(), Recipe.of(other).settings());
  }
}
