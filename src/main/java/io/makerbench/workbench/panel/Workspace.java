package io.makerbench.workbench.panel;

import io.makerbench.experiment.RunFolder;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the window looks at: the folder of all runs, and the runs a user chose in it. */
public final class Workspace {
  private final Path runsRoot;
  private final RunLooks looks;
  private final ObservableList<RunFolder> selected = FXCollections.observableArrayList();

  /** Kept: it hears of changes only weakly, and its listeners would go with it. */
  private final ObservableList<RunFolder> readable =
      FXCollections.unmodifiableObservableList(selected);

  private final ObjectProperty<@Nullable RunFolder> current = new SimpleObjectProperty<>();

  public Workspace(Path runsRoot) {
    this.runsRoot = runsRoot;
    looks = new RunLooks(runsRoot);
  }

  /** Folder whose children are run folders. */
  public Path runsRoot() {
    return runsRoot;
  }

  /** How each run is drawn, on every page. */
  public RunLooks looks() {
    return looks;
  }

  /** The run in front, which every panel shows; null when there is none. */
  public ObjectProperty<@Nullable RunFolder> current() {
    return current;
  }

  /** All runs chosen, in the order of the table; comparisons take these. */
  public ObservableList<RunFolder> selected() {
    return readable;
  }

  /** Chooses runs; the first comes to the front. */
  public void select(List<RunFolder> runs) {
    selected.setAll(runs);
    if (!runs.isEmpty()) {
      current.set(runs.getFirst());
    }
  }
}
