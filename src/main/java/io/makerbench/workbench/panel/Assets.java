package io.makerbench.workbench.panel;

import java.net.URL;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The program's own style sheet, and what an empty page shows. */
public final class Assets {
  private Assets() {}

  /** Address of the style sheet that every window and dialog adds. */
  public static String styleSheet() {
    URL sheet = Assets.class.getResource("/io/makerbench/assets/workbench.css");
    return Objects.requireNonNull(sheet, "workbench.css is not packaged").toExternalForm();
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
