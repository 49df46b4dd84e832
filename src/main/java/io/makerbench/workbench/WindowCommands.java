package io.makerbench.workbench;

import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.TextSize;
import io.makerbench.workbench.panel.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.stage.Stage;

/** What can be done with the window itself. */
final class WindowCommands {
  private WindowCommands() {}

  /** One for each page, which brings it to the front. */
  static List<Command> pages(List<Panel> panels, Consumer<Panel> show) {
    return panels.stream()
        .map(panel ->
            Command.of(
                    "page-" + panels.indexOf(panel),
                    panel.title(),
                    panel.icon(),
                    () -> show.accept(panel))
                .on("Shortcut+" + (panels.indexOf(panel) + 1)))
        .toList();
  }

  static Command find(Runnable palette) {
    return Command.of("find-command", "Find a command …", "mdomz-search", palette)
        .on("Shortcut+Shift+P");
  }

  static Command tasks(Runnable toggle) {
    return Command.of("show-tasks", "Tasks", "mdoal-list", toggle).on("Shortcut+J");
  }

  static Command theme(Appearance appearance) {
    return Command.of(
            "theme-button", "Light or dark", "mdoal-brightness_medium", appearance::toggle)
        .on("Shortcut+T");
  }

  static Command help(Runnable toggle) {
    return Command.of("page-help", "Help for this page", "mdoal-help_outline", toggle).on("F1");
  }

  static Command preferences(Runnable toggle) {
    return Command.of("preferences", "Preferences", "mdomz-settings", toggle).on("Shortcut+Comma");
  }

  static Command findOnPage(Runnable find) {
    return Command.of("find-on-page", "Find on this page", "mdoal-find_in_page", find)
        .on("Shortcut+F");
  }

  static Command saveOnPage(Runnable save) {
    return Command.of("save-on-page", "Save what the page shows", "mdomz-save", save)
        .on("Shortcut+S");
  }

  static Command closeOpen(Runnable close) {
    return Command.of("close-open", "Close what is open on the page", "mdoal-close", close)
        .on("Shortcut+W");
  }

  static Command apart(Runnable move) {
    return Command.of("page-apart", "Page in a window of its own", "mdomz-open_in_new", move)
        .on("Shortcut+Shift+N");
  }

  /** Larger and smaller text. */
  static List<Command> text(IntegerProperty size) {
    return List.of(
        Command.of(
                "text-larger",
                "Larger text",
                "mdoal-add_circle_outline",
                () -> size.set(TextSize.step(size.get(), 1)))
            .on("Shortcut+Equals"),
        Command.of(
                "text-smaller",
                "Smaller text",
                "mdomz-remove_circle_outline",
                () -> size.set(TextSize.step(size.get(), -1)))
            .on("Shortcut+Minus"),
        Command.of(
                "text-usual",
                "Text of the usual size",
                "mdoal-format_size",
                () -> size.set(TextSize.USUAL))
            .on("Shortcut+0"));
  }

  /** The rest of the menu of the window. */
  static List<Command> others(Stage stage, Appearance appearance) {
    return List.of(
        Command.of(
            "theme-light",
            "Light",
            "mdoal-brightness_7",
            () -> appearance.theme().set(Theme.LIGHT)),
        Command.of(
            "theme-dark", "Dark", "mdoal-brightness_4", () -> appearance.theme().set(Theme.DARK)),
        Command.of(
            "theme-contrast",
            "High contrast",
            "mdomz-tonality",
            () -> appearance.theme().set(Theme.CONTRAST)),
        Command.of(
            "theme-system",
            "Light or dark as the desktop",
            "mdoal-brightness_auto",
            () -> appearance.theme().set(Theme.SYSTEM)),
        Command.of(
                "full-screen",
                "Full screen",
                "mdoal-fullscreen",
                () -> stage.setFullScreen(!stage.isFullScreen()))
            .on("F11"),
        Command.of("close", "Close", "mdoal-close", stage::close).on("Shortcut+Q"));
  }
}
