package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet has one scale of space, one of type, and no colours but the theme's. */
class StyleScaleTest {
  private static final Set<String> SPACE =
      Set.of("0", "1", "2", "4", "8", "12", "16", "24", "40", "64");
  private static final Set<String> TYPE = Set.of("11px", "12px", "13px", "15px", "20px");

  private static final Pattern SPACES =
      Pattern.compile("-fx-(?:spacing|padding|[hv]gap|graphic-text-gap): ([^;]+);");
  private static final Pattern TYPES = Pattern.compile("-fx-font-size: ([^;]+);");

  /** The paper of a report is white in every theme. */
  private static final Pattern COLOURS =
      Pattern.compile("(#[0-9a-fA-F]{3,8}\\b|rgba?\\([^)]*\\)|: (?:white|black|gr[ae]y)\\b)");

  private static String sheet() throws IOException {
    return Files.readString(Path.of("assets", "workbench.css"), StandardCharsets.UTF_8);
  }

  private static List<String> strangers(Pattern pattern, Set<String> scale) throws IOException {
    List<String> strangers = new ArrayList<>();
    Matcher found = pattern.matcher(sheet());
    while (found.find()) {
      for (String value : found.group(1).strip().split("\\s+")) {
        if (!scale.contains(value)) {
          strangers.add(found.group());
        }
      }
    }
    return strangers;
  }

  @Test
  void everySpaceIsOfTheScale() throws IOException {
    assertEquals(List.of(), strangers(SPACES, SPACE));
  }

  @Test
  void everySizeOfTextIsOfTheScale() throws IOException {
    assertEquals(List.of(), strangers(TYPES, TYPE));
  }

  @Test
  void everyColourIsTheThemes() throws IOException {
    List<String> own = new ArrayList<>();
    for (String line : sheet().split("\n")) {
      if (COLOURS.matcher(line).find() && !line.startsWith(".report-paper")) {
        own.add(line);
      }
    }
    assertEquals(List.of(), own.stream().filter(line -> !line.strip().startsWith("#")).toList());
  }

  @Test
  void anotherSizeOfTextScalesAllOfThem() throws IOException {
    String large = TextSize.scaled(sheet(), 26);
    assertTrue(large.contains("-fx-font-size: 26.0px"), "ordinary text");
    assertTrue(large.contains("-fx-font-size: 40.0px"), "titles");
    assertTrue(large.contains("-fx-spacing: 8;"), "space stays");
  }
}
