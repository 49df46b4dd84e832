package io.makerbench.workbench.preferences;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where files are; a press opens the folder. */
final class PlaceSettings {
  private PlaceSettings() {}

  static List<Setting> of(Settings settings, Consumer<Path> open) {
    return List.of(
        new Setting("Runs", "Every run has a folder here.", folder(settings.runs(), open)),
        new Setting(
            "Recordings",
            "Set by data.location of settings.json, or MAKERBENCH_DATA.",
            folder(settings.recordings(), open)),
        new Setting(
            "The program's own folder",
            "Preferences, tapes, the log, and settings.json, which is read at the start.",
            folder(settings.home(), open)));
  }

  private static Node folder(Path folder, Consumer<Path> open) {
    Hyperlink link = new Hyperlink(folder.toAbsolutePath().normalize().toString());
    link.setGraphic(new FontIcon("mdoal-folder_open"));
    link.setAccessibleText("Open the folder " + link.getText());
    link.setTooltip(new Tooltip(link.getAccessibleText()));
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setWrapText(true);
    link.setOnAction(event -> open.accept(folder));
    return link;
  }
}
