package io.makerbench.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which policies are compared, and on which windows. */
final class CompareBar extends HBox {
  private static final double GAP = 8;

  private final Runnable pairChanged;
  private final Runnable windowsChanged;
  private final ComboBox<String> agent = new ComboBox<>();
  private final ComboBox<String> baseline = new ComboBox<>();
  private final MenuButton windowMenu = new MenuButton("Windows");
  private final List<CheckMenuItem> windowItems = new ArrayList<>();
  private final Label fillRule = new Label();
  private boolean filling;

  CompareBar(Runnable pairChanged, Runnable windowsChanged, Runnable copy) {
    super(GAP);
    this.pairChanged = pairChanged;
    this.windowsChanged = windowsChanged;
    setAlignment(Pos.CENTER_LEFT);
    describe(agent, "compare-agent", "Policy whose difference is shown");
    describe(baseline, "compare-baseline", "Policy it is compared with");
    describe(windowMenu, "compare-windows", "Windows that count");
    agent.setOnAction(event -> changed(pairChanged));
    baseline.setOnAction(event -> changed(pairChanged));
    fillRule.setId("compare-fill-rule");
    fillRule.getStyleClass().add("text-muted");
    Button copyButton = new Button("Copy table", new FontIcon("mdal-content_copy"));
    describe(copyButton, "compare-copy", "Copy the table for a spreadsheet (TSV)");
    copyButton.setOnAction(event -> copy.run());
    HBox spacer = new HBox();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren()
        .addAll(
            caption("Compare"),
            agent,
            caption("with"),
            baseline,
            caption("on"),
            windowMenu,
            fillRule,
            spacer,
            copyButton);
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    return label;
  }

  private static void describe(Control control, String id, String words) {
    control.setId(id);
    control.setTooltip(new Tooltip(words));
    control.setAccessibleText(words);
  }

  private void changed(Runnable what) {
    if (!filling && agent.getValue() != null && baseline.getValue() != null) {
      what.run();
    }
  }

  /** Offers what the runs have: the first policy against the next one, on all windows. */
  void offer(ComparedRuns runs) {
    filling = true;
    List<String> names = runs.names();
    keepOrChoose(agent, names, 0);
    keepOrChoose(baseline, names, 1);
    fillRule.setText(
        (runs.fillRules().size() == 1 ? "Fill rule " : "Fill rules ")
            + String.join(", ", runs.fillRules()));
    offerWindows(runs.windows());
    filling = false;
  }

  private static void keepOrChoose(ComboBox<String> box, List<String> names, int place) {
    String before = box.getValue();
    box.getItems().setAll(names);
    box.setValue(names.contains(before) ? before : names.get(Math.min(place, names.size() - 1)));
  }

  private void offerWindows(List<String> windows) {
    windowItems.clear();
    MenuItem all = new MenuItem("All windows");
    all.setOnAction(event -> chooseAll());
    windowMenu.getItems().setAll(all, new SeparatorMenuItem());
    for (int i = 0; i < windows.size(); i++) {
      CheckMenuItem item = new CheckMenuItem((i + 1) + "  " + windows.get(i));
      item.setUserData(windows.get(i));
      item.setSelected(true);
      item.setMnemonicParsing(false);
      item.selectedProperty().addListener((property, old, now) -> windowChanged(item));
      windowItems.add(item);
      windowMenu.getItems().add(item);
    }
    nameMenu();
  }

  private void chooseAll() {
    filling = true;
    windowItems.forEach(item -> item.setSelected(true));
    filling = false;
    windowChanged(windowItems.getFirst());
  }

  private void windowChanged(CheckMenuItem item) {
    if (filling) {
      return;
    }
    if (windows().isEmpty()) {
      item.setSelected(true); // a comparison needs one window at least
      return;
    }
    nameMenu();
    changed(pairChanged);
    changed(windowsChanged);
  }

  private void nameMenu() {
    int chosen = windows().size();
    windowMenu.setText(
        chosen == windowItems.size()
            ? "all " + chosen + " windows"
            : chosen + " of " + windowItems.size() + " windows");
  }

  String agent() {
    return agent.getValue();
  }

  String baseline() {
    return baseline.getValue();
  }

  /** The windows that count, in their order. */
  List<String> windows() {
    return windowItems.stream()
        .filter(CheckMenuItem::isSelected)
        .map(item -> (String) item.getUserData())
        .toList();
  }
}
