package io.makerbench.workbench.panel;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a user set for good: the theme, the size of text, keys of commands. Kept as soon as it is
 * set, in {@code preferences.json} of the program's own folder. JavaFX thread only.
 */
public final class Preferences implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final LatestFile file;
  private Known known;

  /** Whatever is missing in a file of an older program is as in a new one. */
  private record Known(
      @Nullable Theme theme, @Nullable Integer textSize, @Nullable SortedMap<String, String> keys) {
    Theme themeOrUsual() {
      return theme == null ? Theme.SYSTEM : theme;
    }

    int textSizeOrUsual() {
      return textSize == null ? TextSize.USUAL : TextSize.nearest(textSize);
    }

    SortedMap<String, String> keysOrNone() {
      return keys == null ? new TreeMap<>() : keys;
    }
  }

  Preferences(Path home) {
    file = new LatestFile(home.resolve("preferences.json"));
    known = file.read().map(Preferences::parse).orElseGet(Preferences::none);
  }

  private static Known none() {
    return new Known(null, null, null);
  }

  private static Known parse(String text) {
    try {
      return JSON.readValue(text, Known.class);
    } catch (JacksonException damaged) {
      LOG.warn("The preferences cannot be read; they are as in a new program.", damaged);
      return none();
    }
  }

  /** The theme chosen. */
  public Theme theme() {
    return known.themeOrUsual();
  }

  /** Chooses the theme. */
  public void theme(Theme theme) {
    become(new Known(theme, known.textSize, known.keys));
  }

  /** Size of ordinary text, px, one of {@link TextSize#ALL}. */
  public int textSize() {
    return known.textSizeOrUsual();
  }

  /** Chooses the size of ordinary text, px. */
  public void textSize(int pixels) {
    become(new Known(known.theme, pixels, known.keys));
  }

  /** Keys that a user gave, by the id of the command; an empty name for none. */
  Map<String, String> keys() {
    return known.keysOrNone();
  }

  void keys(Map<String, String> keys) {
    become(new Known(known.theme, known.textSize, new TreeMap<>(keys)));
  }

  private void become(Known newer) {
    if (!newer.equals(known)) {
      known = newer;
      file.write(JSON.writeValueAsString(known));
    }
  }

  /** Waits until what was set is written. */
  @Override
  public void close() {
    file.close();
  }
}
