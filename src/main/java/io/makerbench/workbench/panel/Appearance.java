package io.makerbench.workbench.panel;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/** The theme of the window, and the colours that canvases take from it. */
public final class Appearance implements AutoCloseable {
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private Subscription desktop = Subscription.EMPTY;

  /** Follows the theme, and the desktop's light and dark, from now on. */
  public void install() {
    theme.subscribe(chosen -> apply());
    desktop = Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
  }

  /** Follows the desktop no longer, which would keep the window's pages for ever. */
  @Override
  public void close() {
    desktop.unsubscribe();
  }

  /** The theme a user chose. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** From light to dark or back. */
  public void toggle() {
    theme.set(dark() ? Theme.LIGHT : Theme.DARK);
  }

  /** Colours of the present theme. */
  public ReadOnlyObjectProperty<Palette> palette() {
    return palette.getReadOnlyProperty();
  }

  private void apply() {
    boolean dark = dark();
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    palette.set(dark ? Palette.DARK : Palette.LIGHT);
  }

  private boolean dark() {
    return switch (theme.get()) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }
}
