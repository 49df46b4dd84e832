package io.makerbench.workbench.preferences;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One thing that can be set: its name, what it is for, and the control below them. */
final class Setting {
  private final String words;
  private final VBox root;

  Setting(String name, String help, Node control) {
    words = (name + " " + help).toLowerCase(Locale.ROOT);
    Label title = new Label(name);
    title.getStyleClass().add("section-title");
    title.setLabelFor(control);
    Label note = new Label(help);
    note.getStyleClass().add("page-subtitle");
    note.setWrapText(true);
    root = new VBox(title, note, control);
    root.getStyleClass().add("setting");
  }

  Node view() {
    return root;
  }

  /** Shows it where every wanted word, in lower case, stands in it. */
  boolean showIf(String[] wanted) {
    boolean fits = true;
    for (String word : wanted) {
      fits &= words.contains(word);
    }
    root.setVisible(fits);
    root.setManaged(fits);
    return fits;
  }
}
