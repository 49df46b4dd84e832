package io.makerbench.workbench.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The program's own style sheet, and what an empty page shows. */
public final class Assets {
  private Assets() {}

  /** Address of the style sheet that every window and dialog adds, with text of the usual size. */
  public static String styleSheet() {
    return address("workbench.css").toExternalForm();
  }

  /** The same with ordinary text of a size, px, and all other text in proportion. */
  static String styleSheet(int textSize) {
    if (textSize == TextSize.USUAL) {
      return styleSheet();
    }
    try (InputStream in = address("workbench.css").openStream()) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      byte[] scaled = TextSize.scaled(sheet, textSize).getBytes(StandardCharsets.UTF_8);
      return "data:text/css;base64," + Base64.getEncoder().encodeToString(scaled);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own style sheet cannot be read.", e);
    }
  }

  /** Address of the theme of high contrast: the dark one with other colours. */
  static String contrast() {
    return address("contrast.css").toExternalForm();
  }

  private static URL address(String sheet) {
    URL address = Assets.class.getResource("/io/makerbench/assets/" + sheet);
    return Objects.requireNonNull(address, sheet + " is not packaged");
  }

  /** What stands where nothing is yet: an icon, a title, and what to do. */
  public static VBox placeholder(String icon, String title, String whatToDo) {
    Label heading = new Label(title);
    heading.getStyleClass().add("placeholder-title");
    Label text = new Label(whatToDo);
    text.getStyleClass().add("placeholder-text");
    text.setWrapText(true);
    VBox box = new VBox(new FontIcon(icon), heading, text);
    box.getStyleClass().add("placeholder");
    return box;
  }
}
