package io.makerbench.workbench.panel;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The theme of the window, the size of its text, and the colours that canvases take from it. */
public final class Appearance implements AutoCloseable {
  /** How JavaFX names Windows' own setting. */
  private static final String WINDOWS_CONTRAST = "Windows.SPI.HighContrast";

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final IntegerProperty textSize = new SimpleIntegerProperty(TextSize.USUAL);
  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private final ReadOnlyStringWrapper sheet = new ReadOnlyStringWrapper(Assets.styleSheet());
  private final InvalidationListener desktop = changed -> apply();

  /** Follows the theme, and the desktop's light and dark, from now on. */
  public void install() {
    theme.subscribe(chosen -> apply());
    textSize.subscribe(size -> {
      sheet.set(Assets.styleSheet(size.intValue()));
      palette.set(palette.get().sized(size.intValue()));
    });
    Platform.getPreferences().addListener(desktop);
  }

  /** Follows the desktop no longer, which would keep the window's pages for ever. */
  @Override
  public void close() {
    Platform.getPreferences().removeListener(desktop);
  }

  /** The theme a user chose. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** Size of ordinary text, px, one of {@link TextSize#ALL}. */
  public IntegerProperty textSize() {
    return textSize;
  }

  /** From light to dark or back. */
  public void toggle() {
    theme.set(shown() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
  }

  /** Colours of the present theme, and letters of the present size. */
  public ReadOnlyObjectProperty<Palette> palette() {
    return palette.getReadOnlyProperty();
  }

  /** Address of the program's own style sheet with text of the present size. */
  public ReadOnlyStringProperty sheet() {
    return sheet.getReadOnlyProperty();
  }

  private void apply() {
    Theme shown = shown();
    String address =
        switch (shown) {
          case CONTRAST -> Assets.contrast();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
          case LIGHT, SYSTEM -> new PrimerLight().getUserAgentStylesheet();
        };
    Palette colours =
        switch (shown) {
          case CONTRAST -> Palette.CONTRAST;
          case DARK -> Palette.DARK;
          case LIGHT, SYSTEM -> Palette.LIGHT;
        };
    // The colours first: with them the pages behind leave the window, which is styled at once.
    palette.set(colours.sized(textSize.get()));
    if (!address.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(address);
    }
  }

  /** The theme on screen, which is never that of the system. */
  private Theme shown() {
    if (theme.get() != Theme.SYSTEM) {
      return theme.get();
    }
    Platform.Preferences wishes = Platform.getPreferences();
    if (wishes.getBoolean(WINDOWS_CONTRAST).orElse(false)) {
      return Theme.CONTRAST;
    }
    return wishes.getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
  }
}
