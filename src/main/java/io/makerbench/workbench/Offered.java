package io.makerbench.workbench;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Everything the command palette offers, gathered when it opens. */
final class Offered {
  /** The menu of presets, which are offered on every page. */
  private static final String PRESETS = "presets";

  private final Desk desk;
  private final List<Panel> panels;
  private final ObservableValue<@Nullable Panel> front;
  private final Consumer<Path> open;
  private final BiConsumer<RunFolder, String> show;

  /**
   * Gathers.
   *
   * @param front the page in front, whose switches and choices are offered too
   * @param open opens a configuration in the form
   * @param show shows a run on the page of a title
   */
  Offered(
      Desk desk,
      List<Panel> panels,
      ObservableValue<@Nullable Panel> front,
      Consumer<Path> open,
      BiConsumer<RunFolder, String> show) {
    this.desk = desk;
    this.panels = panels;
    this.front = front;
    this.open = open;
    this.show = show;
  }

  /** What is known at once. */
  List<PaletteEntry> known() {
    List<PaletteEntry> all = new ArrayList<>();
    for (Keymap.Keyed keyed : desk.workspace().keymap().all()) {
      all.add(new PaletteEntry(keyed.place(), keyed.command()));
    }
    Set<String> ids =
        all.stream()
            .map(entry -> entry.command().id())
            .collect(Collectors.toCollection(HashSet::new));
    ids.add(PRESETS);
    Panel page = front.getValue();
    if (page != null) {
      Pressable.below(page.view(), ids)
          .forEach(command -> all.add(new PaletteEntry(page.title(), command)));
    }
    for (Panel panel : panels) {
      panel.findable().forEach(command -> all.add(new PaletteEntry("Preset", command)));
    }
    desk.workspace().habits().files().forEach(file -> all.add(recent(file)));
    return all;
  }

  private PaletteEntry recent(Path file) {
    String text = "Open " + file.getFileName();
    return new PaletteEntry(
        "File", Command.of(file.toString(), text, "mdoal-history", () -> open.accept(file)));
  }

  /** Reads which runs there are, then hands them over. */
  void late(Consumer<List<PaletteEntry>> whenRead) {
    Path root = desk.workspace().runsRoot();
    desk.background()
        .compute(
            "Looking for runs",
            () -> RunFolder.list(root),
            runs -> whenRead.accept(runs.stream().map(this::run).toList()));
  }

  private PaletteEntry run(RunFolder run) {
    return new PaletteEntry(
        "Run",
        Command.of(run.name(), run.name(), "mdomz-show_chart", () -> show.accept(run, "Training")));
  }
}
