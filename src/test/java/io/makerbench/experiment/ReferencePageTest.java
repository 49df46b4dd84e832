package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.config.ConfigReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  @Test
  void theReferencePageIsWhatTheProgramPrints() throws IOException {
    assertEquals(
        ConfigReference.markdown(ConfigFiles.reader().schema()),
        Files.readString(Path.of("docs", "configuration.md")),
        "Write it anew: makerbench config doc > docs/configuration.md");
  }
}
