package io.makerbench.workbench.config;

import io.makerbench.config.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a problem stands in the text of a configuration. */
final class ProblemLine {
  private static final Pattern NAMED_LINE = Pattern.compile("\\bline (\\d+)");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private ProblemLine() {}

  /** The line, from 0; −1 where it cannot be told. */
  static int of(Problem problem, String text) {
    Matcher named = NAMED_LINE.matcher(problem.message());
    if (problem.path().isEmpty()) {
      return named.find() ? Integer.parseInt(named.group(1)) - 1 : -1;
    }
    String pointer = "/" + problem.path().replace('.', '/').replace("[", "/").replace("]", "");
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
          return parser.currentTokenLocation().getLineNr() - 1;
        }
      }
      return -1;
    } catch (JacksonException notJson) {
      return -1;
    }
  }
}
