package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A key of a configuration and the values it takes in turn.
 *
 * @param key path of the key, for example {@code dqn.lr}
 * @param values at least one
 */
public record SweepAxis(String key, List<JsonNode> values) {
  private static final int MOST_VALUES = 1000;
  private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s+(by|times)\\s+" + NUMBER + ")?");

  public SweepAxis {
    values = List.copyOf(values);
  }

  /**
   * Reads a list such as {@code 32, 64, 128} or a range: {@code 1..5}, {@code 0.1..0.9 by 0.2},
   * {@code 1e-5..1e-3 times 10}, both ends included.
   *
   * @throws InputException when it is neither, or has no value
   */
  public static SweepAxis parse(String key, String text) {
    Matcher range = RANGE.matcher(text.strip());
    List<JsonNode> values = range.matches() ? range(key, range) : list(text);
    if (values.isEmpty()) {
      throw new InputException(
          "Give the values of "
              + key
              + ": a list such as 32, 64, or a range such as 1..5, 0.1..0.9 by 0.2 or 1e-5..1e-3"
              + " times 10.");
    }
    return new SweepAxis(key, values);
  }

  private static List<JsonNode> list(String text) {
    try {
      return List.copyOf(Json.parse("[" + text + "]", "The values").values());
    } catch (InputException notJson) {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .map(SweepAxis::value)
          .toList();
    }
  }

  /** A bare word is a text. */
  private static JsonNode value(String word) {
    try {
      return Json.parse(word, "The value");
    } catch (InputException notJson) {
      return StringNode.valueOf(word);
    }
  }

  /** Reckoned in decimals, so that 0.1, 0.3, 0.5 are what they read. */
  private static List<JsonNode> range(String key, Matcher range) {
    BigDecimal from = new BigDecimal(range.group(1));
    BigDecimal to = new BigDecimal(range.group(2));
    boolean times = "times".equals(range.group(3));
    BigDecimal step = range.group(4) == null ? BigDecimal.ONE : new BigDecimal(range.group(4));
    boolean grows =
        times ? step.compareTo(BigDecimal.ONE) > 0 && from.signum() > 0 : step.signum() > 0;
    if (!grows) {
      throw new InputException(
          key
              + ": a range grows from its first number; the step of \"by\" is above 0, that of"
              + " \"times\" above 1 with a first number above 0.");
    }
    List<JsonNode> values = new ArrayList<>();
    for (BigDecimal at = from;
        at.compareTo(to) <= 0;
        at = times ? at.multiply(step) : at.add(step)) {
      values.add(Json.parse(plain(at), key));
      if (values.size() > MOST_VALUES) {
        throw new InputException(
            key + ": this range has more than %,d values.".formatted(MOST_VALUES));
      }
    }
    return values;
  }

  /** A whole number without a point or an exponent: a key of whole numbers takes no other. */
  private static String plain(BigDecimal number) {
    BigDecimal brief = number.stripTrailingZeros();
    return brief.scale() <= 0 ? brief.toBigInteger().toString() : brief.toString();
  }

  /** The last part of the key with a value, for names: {@code lr=0.001}. */
  String words(JsonNode value) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    return name + "=" + (value.isString() ? value.stringValue() : value.toString());
  }
}
