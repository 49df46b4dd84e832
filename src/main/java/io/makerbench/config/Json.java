package io.makerbench.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as users write it: comments and trailing commas are allowed, repeated keys are not. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Parses a text.
   *
   * @param origin what to call the text in messages, usually its file
   * @throws InputException naming line and column of what is wrong
   */
  public static JsonNode parse(String text, String origin) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isMissingNode()) {
        throw new InputException(origin + " is empty; a JSON object is expected.");
      }
      return tree;
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new InputException(
          origin + " is not valid JSON" + place + ": " + e.getOriginalMessage() + ".", e);
    }
  }

  /** Reads and parses a file. */
  public static JsonNode read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new InputException("The file " + file + " does not exist.", e);
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The tree as indented text that ends with a line break. */
  public static String write(JsonNode tree) {
    return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
  }
}
