package io.makerbench.workbench.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * The desktop's own dialogs.
 *
 * @param owner node whose window they belong to
 */
record DesktopDialogs(Node owner) implements DataDialogs {
  private Window window() {
    return owner.getScene().getWindow();
  }

  @Override
  public List<Path> recordings() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Recordings to import");
    List<File> files = chooser.showOpenMultipleDialog(window());
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("A folder of recordings");
    return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
  }

  @Override
  public Optional<Path> tape() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Tape to write");
    chooser.setInitialFileName("recording.tape");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Tapes", "*.tape"));
    return Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath);
  }
}
