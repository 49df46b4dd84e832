package io.makerbench.workbench.panel;

import io.makerbench.experiment.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the window looks at: the folder of all runs, and the runs a user chose in it; and what it
 * keeps from one start to the next.
 */
public final class Workspace implements AutoCloseable {
  private final Path runsRoot;
  private final RunLooks looks;
  private final Draft draft;
  private final Habits habits;
  private final Preferences preferences;
  private final Keymap keymap;
  private final Path home;
  private final Map<String, LatestFile> kept = new TreeMap<>();
  private final ObservableList<RunFolder> selected = FXCollections.observableArrayList();

  /** Kept: it hears of changes only weakly, and its listeners would go with it. */
  private final ObservableList<RunFolder> readable =
      FXCollections.unmodifiableObservableList(selected);

  private final ObjectProperty<@Nullable RunFolder> current = new SimpleObjectProperty<>();

  /**
   * Looks at the runs below a folder.
   *
   * @param home the program's own folder
   */
  public Workspace(Path runsRoot, Path home) {
    this.runsRoot = runsRoot;
    looks = new RunLooks(runsRoot);
    draft = new Draft(home);
    habits = new Habits(home);
    preferences = new Preferences(home);
    keymap = new Keymap(preferences);
    this.home = home;
  }

  /** Folder whose children are run folders. */
  public Path runsRoot() {
    return runsRoot;
  }

  /** How each run is drawn, on every page. */
  public RunLooks looks() {
    return looks;
  }

  /** The form that is neither saved nor started. */
  public Draft draft() {
    return draft;
  }

  /** Files and commands used last. */
  public Habits habits() {
    return habits;
  }

  /** A small file of a page, by its name in the program's own folder; no other page has it. */
  public LatestFile kept(String name) {
    return kept.computeIfAbsent(name, file -> new LatestFile(home.resolve(file)));
  }

  /** What a user set for good. */
  public Preferences preferences() {
    return preferences;
  }

  /** Which keys give which command. */
  public Keymap keymap() {
    return keymap;
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

  /** When a chosen run last wrote its record, ms since 1970; one that is judged again writes it. */
  public long newestRecord() {
    return selected.stream().mapToLong(run -> run.run().toFile().lastModified()).max().orElse(0);
  }

  /** Waits until all that is kept is written. */
  @Override
  public void close() {
    draft.close();
    habits.close();
    preferences.close();
    kept.values().forEach(LatestFile::close);
  }
}
