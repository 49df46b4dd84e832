package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.SyntheticConfig;
import io.makerbench.tape.SyntheticRecording;
import io.makerbench.tape.Tape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the tapes a configuration names, importing or generating them where there are none. */
final class RecordedTapes {
  private RecordedTapes() {}

  static List<Tape> open(ReplayConfig config, Place place, long seed) {
    List<Tape> tapes = new ArrayList<>();
    try {
      for (Path path : paths(config.recording(), place, seed)) {
        tapes.add(Tape.open(path));
      }
      return List.copyOf(tapes);
    } catch (RuntimeException e) {
      tapes.forEach(Tape::close);
      throw e;
    }
  }

  private static List<Path> paths(RecordingConfig config, Place place, long seed) {
    return switch (config.dataset()) {
      case TAPE -> named(config);
      case SYNTHETIC -> List.of(generated(config.synthetic(), place, seed));
      case TARDIS -> throw new InputException("dataset " + config.dataset() + " is not there yet.");
    };
  }

  /** The tape generated from these settings and this seed, made now where there is none. */
  private static Path generated(SyntheticConfig config, Place place, long seed) {
    String settings = Integer.toHexString(config.toString().hashCode());
    Path tape = place.tapes().resolve("synthetic-" + settings + "-seed-" + seed + ".tape");
    if (!Files.exists(tape)) {
      SyntheticRecording.generate(config, seed, tape);
    }
    return tape;
  }

  private static List<Path> named(RecordingConfig config) {
    if (config.tapes().isEmpty()) {
      throw new InputException("recording.tapes is empty; name at least one tape.");
    }
    return config.tapes().stream().map(Path::of).toList();
  }
}
