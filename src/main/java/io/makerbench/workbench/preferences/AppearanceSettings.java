package io.makerbench.workbench.preferences;

import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.TextSize;
import io.makerbench.workbench.panel.Theme;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** How the window looks; what is chosen is seen at once. */
final class AppearanceSettings {
  private AppearanceSettings() {}

  static List<Setting> of(Appearance appearance) {
    return List.of(
        new Setting(
            "Theme",
            "Light or dark, as the desktop has it, or high contrast: white on black.",
            choice(
                "preferences-theme",
                "Theme",
                List.of(Theme.values()),
                AppearanceSettings::words,
                appearance.theme())),
        new Setting(
            "Size of text",
            "All text, icons and drawings grow and shrink with it.",
            choice(
                "preferences-text-size",
                "Size of text",
                TextSize.ALL,
                AppearanceSettings::words,
                appearance.textSize().asObject())));
  }

  private static <T> ComboBox<T> choice(
      String id, String name, List<T> values, Function<T, String> words, Property<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("Nothing is typed here.");
          }
        });
    box.valueProperty().bindBidirectional(chosen);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setUserData(chosen); // the bond is weak, and the property would go with it
    return box;
  }

  private static String words(Theme theme) {
    return switch (theme) {
      case SYSTEM -> "As the desktop";
      case LIGHT -> "Light";
      case DARK -> "Dark";
      case CONTRAST -> "High contrast";
    };
  }

  private static String words(int size) {
    return size + " px" + (size == TextSize.USUAL ? " (usual)" : "");
  }
}
