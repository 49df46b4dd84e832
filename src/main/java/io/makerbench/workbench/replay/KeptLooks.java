package io.makerbench.workbench.replay;

import io.makerbench.tape.Instrument;
import io.makerbench.workbench.panel.LatestFile;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a user wants the pictures of each instrument to look, from one start to the next. An
 * instrument that was never looked at has the look that was used last. JavaFX thread only.
 */
final class KeptLooks {
  private static final Logger LOG = LoggerFactory.getLogger(KeptLooks.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
          .build();

  private final LatestFile file;
  private Kept kept;

  private record Kept(Look last, Map<String, Look> instruments) {
    Kept {
      Objects.requireNonNull(last);
      Objects.requireNonNull(instruments);
    }
  }

  KeptLooks(LatestFile file) {
    this.file = file;
    kept = file.read().map(KeptLooks::parse).orElseGet(KeptLooks::none);
  }

  private static Kept none() {
    return new Kept(Look.FIRST, Map.of());
  }

  private static Kept parse(String text) {
    try {
      return JSON.readValue(text, Kept.class);
    } catch (JacksonException damaged) {
      LOG.warn("How the replay looked cannot be read; it begins anew.", damaged);
      return none();
    }
  }

  /** How pictures of an instrument look. */
  Look of(Instrument instrument) {
    return kept.instruments.getOrDefault(name(instrument), kept.last);
  }

  /** Pictures of an instrument look like this from now on, and those of new ones too. */
  void keep(Instrument instrument, Look look) {
    if (!look.equals(of(instrument))) {
      Map<String, Look> instruments = new TreeMap<>(kept.instruments);
      instruments.put(name(instrument), look);
      become(new Kept(look, instruments));
    }
  }

  /** Pictures of all instruments look like this from now on. */
  void keepForAll(Look look) {
    become(new Kept(look, Map.of()));
  }

  private static String name(Instrument instrument) {
    return instrument.exchange() + " " + instrument.symbol();
  }

  private void become(Kept now) {
    kept = now;
    file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
  }
}
