package io.makerbench.oracle;

import io.makerbench.config.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for every key of an oracle, in the order of the keys. */
public record OracleCase(Map<String, Double> values) {
  public OracleCase {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Every key at its default. */
  static OracleCase defaults(List<OracleKey> keys) {
    Map<String, Double> values = new LinkedHashMap<>();
    keys.forEach(key -> values.put(key.name(), key.fallback().doubleValue()));
    return new OracleCase(values);
  }

  /** The same but for some values. */
  OracleCase with(Map<String, Double> changes) {
    Map<String, Double> changed = new LinkedHashMap<>(values);
    changed.putAll(changes);
    return new OracleCase(changed);
  }

  /**
   * The same but for what a user set.
   *
   * @param settings texts such as {@code gamma=0.5}
   * @throws InputException naming what is wrong and what is allowed
   */
  OracleCase set(List<String> settings, List<OracleKey> keys) {
    Map<String, Double> changes = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? setting : setting.substring(0, equals).strip();
      OracleKey key =
          keys.stream()
              .filter(k -> k.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new InputException(
                      "--set %s: there is no such key; known are %s."
                          .formatted(setting, names(keys))));
      if (equals < 0) {
        throw new InputException(
            "--set takes key=value, for example --set %s=%s, not %s."
                .formatted(name, OracleKey.plain(key.fallback().doubleValue()), setting));
      }
      changes.put(name, key.parse(setting.substring(equals + 1)));
    }
    return with(changes);
  }

  private static String names(List<OracleKey> keys) {
    return keys.stream().map(OracleKey::name).collect(Collectors.joining(", "));
  }

  double get(String key) {
    return values.get(key);
  }

  int whole(String key) {
    return (int) get(key);
  }

  /** All values, as a user would set them. */
  String words() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + OracleKey.plain(e.getValue()))
        .collect(Collectors.joining(" "));
  }
}
