package io.makerbench.workbench.config;

import io.makerbench.experiment.ConfigFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configurations that come with the program, from the folder configs. */
final class Presets {
  private static final Logger LOG = LoggerFactory.getLogger(Presets.class);
  private static final String FOLDER = "configs";

  /** Grids of settings, which are no configurations of their own. */
  private static final String SWEEPS = "sweeps";

  private Presets() {}

  /** A preset: its name in the menu and its file. */
  record Preset(String name, Path file) {}

  /** Those of the installed program, or of the folder the program was started in. */
  static List<Preset> find() {
    Path installed = besideTheProgram();
    return in(Files.isDirectory(installed) ? installed : Path.of(FOLDER));
  }

  /** Every configuration below a folder, by name; none where it does not exist. */
  static List<Preset> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !folder.relativize(file).startsWith(SWEEPS))
          .sorted()
          .map(file -> new Preset(name(folder.relativize(file)), file))
          .toList();
    } catch (IOException e) {
      LOG.warn("The folder {} cannot be read.", folder, e);
      return List.of();
    }
  }

  private static String name(Path relative) {
    String text = relative.toString().replace('\\', '/');
    return text.substring(0, text.length() - ".json".length());
  }

  /** The program's archive lies in lib; configs lies beside that folder. */
  private static Path besideTheProgram() {
    try {
      Path archive =
          Path.of(ConfigFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return archive.resolveSibling("..").resolve(FOLDER).normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program's own place is no path", e);
    }
  }
}
