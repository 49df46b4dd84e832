package io.makerbench.workbench.compare;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Comparison;
import io.makerbench.experiment.RunFolder;
import io.makerbench.report.Verdict;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Agent and baselines of the chosen runs on the same windows: curves, bars, table, verdict. */
public final class ComparePanel implements Panel {
  private static final double GAP = 8;
  private static final double PLOTS_SHARE = 0.6;

  private final Desk desk;
  private final CompareBar bar;
  private final Label verdict = new Label();
  private final PlotGrid plots;
  private final MetricTableView tableView = new MetricTableView();
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);

  private List<RunFolder> read = List.of();
  private @Nullable ComparedRuns runs;
  private @Nullable MetricTable table;

  public ComparePanel(Desk desk) {
    this.desk = desk;
    bar = new CompareBar(this::compare, this::draw, this::copyTable);
    plots = new PlotGrid(desk.appearance().palette());
    arrange();
    desk.workspace().selected().addListener((ListChangeListener<RunFolder>) change -> open());
    open();
  }

  private void arrange() {
    verdict.setId("compare-verdict");
    verdict.setWrapText(true);
    SplitPane split = new SplitPane(plots, tableView);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(PLOTS_SHARE);
    page.setTop(new VBox(GAP, bar, verdict));
    page.setCenter(split);
    page.setPadding(new Insets(GAP));
    BorderPane.setMargin(split, new Insets(GAP, 0, 0, 0));
    empty.setId("compare-empty");
    empty.setWrapText(true);
    empty.getStyleClass().addAll("title-4", "text-muted");
    root.setId("compare-panel");
  }

  private void open() {
    List<RunFolder> chosen = List.copyOf(desk.workspace().selected());
    read = chosen;
    if (chosen.isEmpty()) {
      say("Choose one run or several under Runs: their policies are compared here.");
      return;
    }
    Map<RunFolder, Integer> colours = new HashMap<>();
    chosen.forEach(run -> colours.put(run, desk.workspace().looks().colour(run.name())));
    say("Reading " + chosen.size() + (chosen.size() == 1 ? " evaluation …" : " evaluations …"));
    desk.background()
        .compute(
            "Reading the evaluations",
            () -> ComparedRuns.read(chosen, colours),
            found -> {
              if (read.equals(chosen)) {
                show(found);
              }
            });
  }

  private void show(ComparedRuns found) {
    if (found.rows().isEmpty()) {
      say("None of the chosen runs has an evaluation yet. Start one, and let it run to its end.");
      return;
    }
    runs = found;
    bar.offer(found);
    empty.setVisible(false);
    page.setVisible(true);
    compare();
    draw();
  }

  private void say(String words) {
    runs = null;
    table = null;
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  /** Reckons table and verdict for the chosen pair and windows. */
  private void compare() {
    ComparedRuns shown = runs;
    if (shown == null) {
      return;
    }
    Comparison comparison = null;
    try {
      if (bar.agent().equals(bar.baseline())) {
        verdict.setText("Choose a baseline other than " + bar.agent() + " to compare it with.");
      } else {
        comparison = shown.compare(bar.agent(), bar.baseline(), bar.windows());
        verdict.setText(words(comparison));
      }
    } catch (InputException e) {
      verdict.setText(e.getMessage());
    }
    MetricTable reckoned = MetricTable.of(shown.names(), shown.within(bar.windows()), comparison);
    table = reckoned;
    tableView.show(reckoned);
  }

  private static String words(Comparison comparison) {
    return Verdict.headline(comparison.agent(), comparison.pairings().getFirst())
        + "\n"
        + String.join(" ", Verdict.sentences(comparison.agent(), comparison.pairings().getFirst()));
  }

  /** Draws the plots of the chosen windows. */
  private void draw() {
    ComparedRuns shown = runs;
    if (shown == null) {
      return;
    }
    List<String> windows = bar.windows();
    desk.background()
        .compute(
            "Reading the episodes",
            () -> ComparedPictures.read(shown, windows),
            pictures -> {
              if (runs == shown && windows.equals(bar.windows())) {
                plots.show(pictures);
              }
            });
  }

  private void copyTable() {
    MetricTable shown = table;
    if (shown == null) {
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(shown.toTsv());
    Clipboard.getSystemClipboard().setContent(content);
    desk.notices().done("The table is on the clipboard; paste it into a spreadsheet.");
  }

  /** The table on screen; null while there is none. */
  @Nullable MetricTable table() {
    return table;
  }

  PlotGrid plots() {
    return plots;
  }

  @Override
  public String title() {
    return "Compare";
  }

  @Override
  public String icon() {
    return "mdal-compare_arrows";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    open();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("compare-copy-table", "Copy the table", "mdal-content_copy", this::copyTable));
  }
}
