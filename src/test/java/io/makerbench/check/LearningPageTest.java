package io.makerbench.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LearningPageTest {
  private static final int CELL_OF_FINDING = 4;

  @Test
  void thePageTellsOfEveryCheckThereIsAndAllHold() throws IOException {
    List<String> told =
        Files.readAllLines(Path.of("docs", "learning.md")).stream()
            .filter(line -> line.startsWith("| "))
            .skip(1) // the head
            .map(LearningPageTest::withoutFigures)
            .toList();
    List<String> expected =
        LearningChecks.all().stream().map(check -> row(check, new Finding("…", true))).toList();
    assertEquals(expected, told, "Write it anew: makerbench check learning --out docs/learning.md");
  }

  private static String row(Check check, Finding finding) {
    CheckPage page = new CheckPage();
    page.add(check, finding);
    return page.markdown().lines().reduce((first, last) -> last).orElseThrow();
  }

  private static String withoutFigures(String row) {
    String[] cells = row.split(Pattern.quote(" | "));
    cells[CELL_OF_FINDING - 1] = "…";
    return String.join(" | ", cells);
  }
}
