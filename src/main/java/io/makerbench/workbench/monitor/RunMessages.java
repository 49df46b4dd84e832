package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.learn.watch.Finding;
import io.makerbench.workbench.panel.Steps;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** Warnings and log of a run. */
final class RunMessages {
  private final ListView<String> log = list("training-log", "Nothing yet.");
  private final ListView<Finding> warnings = list("training-warnings", "No warnings.");
  private final Tab warningsTab = new Tab("Warnings", warnings);
  private final TabPane tabs = new TabPane(new Tab("Log", log), warningsTab);
  private final TextField filter = new TextField();
  private final StackPane root = new StackPane(tabs, filter);
  private Subscription following = Subscription.EMPTY;

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
    root.setMinHeight(0);
    filter.setId("training-log-filter");
    filter.setPromptText("Find in log and warnings");
    filter.setAccessibleText("Find in log and warnings");
    filter.getStyleClass().addAll(Styles.SMALL, "log-filter");
    filter.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(filter, Pos.TOP_RIGHT);
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
    return root;
  }

  /** The field whose words are to stand in every line that is shown. */
  Node finder() {
    return filter;
  }

  void show(LiveRun run) {
    following.unsubscribe();
    FilteredList<String> lines = new FilteredList<>(run.log());
    FilteredList<Finding> findings = new FilteredList<>(run.warnings());
    log.setItems(lines);
    warnings.setItems(findings);
    following =
        Subscription.combine(
            run.warnings().subscribe(() -> count(run)),
            run.log().subscribe(this::toLastLine),
            filter
                .textProperty()
                .subscribe(words -> {
                  lines.setPredicate(line -> holds(line, words));
                  findings.setPredicate(
                      finding -> holds(finding.kind().title() + " " + finding.message(), words));
                  toLastLine();
                }));
    count(run);
    Steps.afterPainting(this::toLastLine); // a list without a size cannot be scrolled
  }

  private void toLastLine() {
    log.scrollTo(log.getItems().size() - 1);
  }

  private static boolean holds(String line, String words) {
    String lower = line.toLowerCase(Locale.ROOT);
    return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(lower::contains);
  }

  private void count(LiveRun run) {
    int size = run.warnings().size();
    warningsTab.setText(size == 0 ? "Warnings" : "Warnings (" + size + ")");
  }
}
