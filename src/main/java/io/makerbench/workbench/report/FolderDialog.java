package io.makerbench.workbench.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;

/**
 * The desktop's own dialog.
 *
 * @param owner node whose window the dialog belongs to
 */
public record FolderDialog(Node owner) implements FileChoice {
  @Override
  public Optional<Path> folder(String title, Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    Path there = start.toAbsolutePath();
    if (Files.isDirectory(there)) {
      chooser.setInitialDirectory(there.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(owner.getScene().getWindow())).map(File::toPath);
  }
}
