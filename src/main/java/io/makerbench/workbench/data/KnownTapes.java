package io.makerbench.workbench.data;

import io.makerbench.config.Json;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tapes outside the folders of the settings that a user imported or brought, by their paths. */
final class KnownTapes {
  private static final Logger LOG = LoggerFactory.getLogger(KnownTapes.class);
  private static final String FILE = "tapes.json";

  private final Path file;

  KnownTapes(Path home) {
    file = home.resolve(FILE);
  }

  private record Contents(List<String> tapes) {}

  /** Those that still exist. */
  synchronized List<Path> list() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Contents contents = JsonMapper.shared().readValue(Files.readString(file), Contents.class);
      return contents.tapes().stream().map(Path::of).filter(Files::isRegularFile).toList();
    } catch (IOException | JacksonException e) {
      LOG.warn("The list of tapes {} cannot be read.", file, e);
      return List.of();
    }
  }

  /** Remembers one more. */
  synchronized void add(Path tape) {
    List<String> tapes =
        Stream.concat(list().stream(), Stream.of(tape.toAbsolutePath()))
            .map(Path::toString)
            .distinct()
            .toList();
    WholeFile.write(file, Json.write(JsonMapper.shared().valueToTree(new Contents(tapes))));
  }
}
