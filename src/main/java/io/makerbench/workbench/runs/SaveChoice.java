package io.makerbench.workbench.runs;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks a user for the file to write a table into. */
@FunctionalInterface
public interface SaveChoice {
  /**
   * The file.
   *
   * @param suggested its name, unless the user gives another
   * @return empty when the user thought better of it
   */
  Optional<Path> file(String suggested);

  /** The desktop's own dialog. */
  static SaveChoice dialog(Node owner) {
    return suggested -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle("Export the table");
      chooser.setInitialFileName(suggested);
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
      return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
          .map(File::toPath);
    };
  }
}
