package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.learn.watch.Finding;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Warnings and log of a run. */
final class RunMessages {
  private final ListView<String> log = list("training-log", "Nothing yet.");
  private final ListView<Finding> warnings = list("training-warnings", "No warnings.");
  private final Tab warningsTab = new Tab("Warnings", warnings);
  private final TabPane tabs = new TabPane(new Tab("Log", log), warningsTab);

  /**
   * @param chosen hears the finding that is chosen in the list
   */
  RunMessages(Consumer<Finding> chosen) {
    warnings.setCellFactory(list -> new FindingCell());
    warnings
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(finding -> Optional.ofNullable(finding).ifPresent(chosen));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinHeight(0);
  }

  private static <T> ListView<T> list(String id, String empty) {
    ListView<T> list = new ListView<>();
    list.setId(id);
    list.setAccessibleText(id.endsWith("log") ? "Log" : "Warnings");
    list.getStyleClass().addAll("log", Styles.DENSE);
    Label placeholder = new Label(empty);
    placeholder.getStyleClass().add("muted");
    list.setPlaceholder(placeholder);
    return list;
  }

  Node view() {
    return tabs;
  }

  void show(LiveRun run) {
    log.setItems(run.log());
    warnings.setItems(run.warnings());
    run.warnings().subscribe(() -> count(run));
    run.log().subscribe(() -> log.scrollTo(run.log().size() - 1));
    count(run);
  }

  private void count(LiveRun run) {
    int size = run.warnings().size();
    warningsTab.setText(size == 0 ? "Warnings" : "Warnings (" + size + ")");
  }
}
