package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.SyntheticConfig;
import io.makerbench.tape.SyntheticRecording;
import io.makerbench.tape.Tape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Finds the tapes a configuration names, importing or generating them where there are none. */
final class RecordedTapes {
  private static final int FINGERPRINT_BYTES = 8;

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
      case TARDIS -> throw new InputException("recording.dataset tardis is not there yet.");
    };
  }

  /** A generated tape is kept: the same settings and seed would give the same bytes again. */
  private static Path generated(SyntheticConfig config, Place place, long seed) {
    Path tape = place.tapes().resolve("synthetic-" + fingerprint(config, seed) + ".tape");
    if (!Files.exists(tape)) {
      SyntheticRecording.generate(config, seed, tape);
    }
    return tape;
  }

  private static String fingerprint(SyntheticConfig config, long seed) {
    try {
      byte[] text = (config + " " + seed).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static List<Path> named(RecordingConfig config) {
    if (config.tapes().isEmpty()) {
      throw new InputException("recording.tapes is empty; name at least one tape.");
    }
    return config.tapes().stream().map(Path::of).toList();
  }
}
