package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
  private static int[] places(String letters, String text) {
    return FuzzyMatch.of(letters, text).orElseThrow().places();
  }

  private static double score(String letters, String text) {
    return FuzzyMatch.of(letters, text).map(FuzzyMatch::score).orElse(Double.NEGATIVE_INFINITY);
  }

  @Test
  void lettersAtTheBeginOfWordsAreFoundFirst() {
    assertArrayEquals(new int[] {0, 5}, places("op", "Open preset"));
    assertArrayEquals(new int[] {0, 1}, places("op", "Opaque glass"));
    assertTrue(score("ec", "Export as CSV") > score("ec", "Select"));
  }

  @Test
  void lettersSideBySideCountMoreThanLettersApart() {
    assertArrayEquals(new int[] {8, 9, 10, 11}, places("comp", "Recover compare"));
    assertTrue(score("art", "Start") > score("art", "Saurite"));
  }

  @Test
  void lettersOutOfOrderOrAbsentDoNotFit() {
    assertEquals(Optional.empty(), FuzzyMatch.of("pmoc", "compare"));
    assertEquals(Optional.empty(), FuzzyMatch.of("aa", "compare"));
    assertEquals(Optional.empty(), FuzzyMatch.of("compare!", "compare"));
  }

  @Test
  void noLettersFitEverythingAlike() {
    assertEquals(0, score(" ", "Start"));
  }

  @Property
  void whatIsFoundSpellsTheLetters(
      @ForAll @AlphaChars @StringLength(max = 4) String letters,
      @ForAll @AlphaChars @StringLength(max = 30) String text) {
    FuzzyMatch.of(letters, text)
        .ifPresent(match -> {
          StringBuilder spelt = new StringBuilder();
          for (int place : match.places()) {
            spelt.append(text.charAt(place));
          }
          assertEquals(letters.toLowerCase(), spelt.toString().toLowerCase());
        });
  }

  @Property
  void everyTextIsFoundByItsOwnLetters(@ForAll @AlphaChars @StringLength(max = 30) String text) {
    assertEquals(List.of(text.length()), List.of(places(text, text).length));
  }
}
