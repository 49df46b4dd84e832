package io.makerbench.workbench;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything the command palette offers, gathered when it opens. */
final class Offered {
  private final Desk desk;
  private final List<Panel> panels;
  private final List<Command> pages;
  private final List<Command> window;
  private final Consumer<Path> open;
  private final BiConsumer<RunFolder, String> show;

  /**
   * Gathers.
   *
   * @param pages commands that bring a page to the front
   * @param window commands of the window itself
   * @param open opens a configuration in the form
   * @param show shows a run on the page of a title
   */
  Offered(
      Desk desk,
      List<Panel> panels,
      List<Command> pages,
      List<Command> window,
      Consumer<Path> open,
      BiConsumer<RunFolder, String> show) {
    this.desk = desk;
    this.panels = panels;
    this.pages = pages;
    this.window = window;
    this.open = open;
    this.show = show;
  }

  /** What is known at once. */
  List<PaletteEntry> known() {
    List<PaletteEntry> all = new ArrayList<>();
    pages.forEach(command -> all.add(new PaletteEntry("Page", command)));
    for (Panel panel : panels) {
      panel.commands().forEach(command -> all.add(new PaletteEntry(panel.title(), command)));
      panel.findable().forEach(command -> all.add(new PaletteEntry("Preset", command)));
    }
    window.forEach(command -> all.add(new PaletteEntry("Window", command)));
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
