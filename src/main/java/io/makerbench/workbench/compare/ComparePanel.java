package io.makerbench.workbench.compare;

import atlantafx.base.theme.Styles;
import io.makerbench.config.InputException;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.report.Verdict;
import io.makerbench.storage.WholeFile;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.TableClipboard;
import io.makerbench.workbench.report.FileChoice;
import io.makerbench.workbench.report.FolderDialog;
import io.makerbench.workbench.runs.ConfigDifferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Agent and baselines of the chosen runs on the same windows: curves, bars, table, verdict. */
public final class ComparePanel implements Panel {
  private static final double GAP = 8;
  private static final double KEYS = 360;
  private static final double PLOTS_SHARE = 0.6;
  private static final String TABLE_FILE = "comparison.csv";

  private final Desk desk;
  private final CompareBar bar;
  private final Label verdict = new Label();
  private final PolicyLegend policies;
  private final PlotGrid plots;
  private final MetricTableView tableView = new MetricTableView();
  private final LatePage<FeeGridPage> fees;
  private final LatePage<OptimumPage> optimum;
  private final LatePage<DistributionPage> distributions;
  private final LatePage<ParallelPage> parallel;
  private final LatePage<ConfigDifferences> configurations;
  private final TabPane tabs = new TabPane();
  private final Label legend = new Label();
  private final TextField search = new TextField();
  private final FileChoice folders;
  private final Command save;
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);

  private List<RunFolder> read = List.of();
  private @Nullable Shown shown;
  private @Nullable EvaluatedRuns runs;
  private List<Contestant> contestants = List.of();
  private long comparisons;
  private long drawings;
  private @Nullable MetricTable table;

  /**
   * Makes the page.
   *
   * @param settings where runs and recordings are
   * @param folders answers where a sweep lies; null asks by the desktop's dialog
   */
  public ComparePanel(Desk desk, Settings settings, @Nullable FileChoice folders) {
    this.desk = desk;
    this.folders = folders == null ? new FolderDialog(root) : folders;
    save =
        Command.of("compare-save-table", "Save the table as CSV …", "mdmz-save", this::saveTable);
    fees =
        new LatePage<>(
            "Latency and fees",
            () -> new FeeGridPage(desk, settings, folders),
            FeeGridPage::view,
            this::fill);
    optimum =
        new LatePage<>(
            "Distance to the optimum",
            () -> new OptimumPage(desk, settings),
            OptimumPage::view,
            page -> comparedNow(found -> page.open(found, contestants)));
    distributions =
        new LatePage<>(
            "Distributions",
            () -> new DistributionPage(desk),
            DistributionPage::view,
            page -> comparedNow(found -> page.open(found, contestants)));
    parallel =
        new LatePage<>(
            "Parallel coordinates",
            () -> new ParallelPage(desk),
            ParallelPage::view,
            page -> comparedNow(found -> page.open(found, contestants)));
    configurations =
        new LatePage<>(
            "Configurations",
            () -> new ConfigDifferences(desk, KEYS, Optional::empty),
            ConfigDifferences::view,
            page -> page.showFolders(read));
    bar = new CompareBar(this::compare, this::countOthers, this::copyTable);
    policies = new PolicyLegend(desk.appearance().palette());
    plots = new PlotGrid(desk.appearance().palette());
    arrange();
    desk.workspace().selected().addListener((ListChangeListener<RunFolder>) change -> open());
    open();
  }

  private void arrange() {
    verdict.setId("compare-verdict");
    verdict.setWrapText(true);
    SplitPane split =
        new SplitPane(
            new BorderPane(plots, policies, null, null, null),
            new BorderPane(tableView, null, null, foot(), null));
    split.setId("compare-split");
    legend.setId("compare-legend");
    legend.getStyleClass().addAll("text-muted", "text-small");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(PLOTS_SHARE);
    page.setTop(new VBox(GAP, bar, verdict));
    page.setCenter(tabs(split));
    page.setPadding(new Insets(GAP));
    empty.setId("compare-empty");
    empty.setWrapText(true);
    empty.getStyleClass().addAll("title-4", "text-muted");
    root.setId("compare-panel");
  }

  private Node foot() {
    search.setId("compare-search");
    search.setPromptText("Find a metric");
    search.setAccessibleText("Find a metric");
    search.getStyleClass().add(Styles.SMALL);
    search.setMinWidth(Region.USE_PREF_SIZE);
    search.textProperty().subscribe(tableView::find);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(GAP, legend, space, search);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private TabPane tabs(SplitPane split) {
    tabs.getTabs().add(new Tab("Curves and metrics", split));
    pages().forEach(page -> tabs.getTabs().add(page.in(tabs)));
    tabs.setId("compare-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    return tabs;
  }

  private List<LatePage<?>> pages() {
    return List.of(fees, optimum, distributions, parallel, configurations);
  }

  private void comparedNow(Consumer<EvaluatedRuns> use) {
    if (runs != null) {
      use.accept(bar.within(runs));
    }
  }

  /** The grid is that of the policy that is compared. */
  private void fill(FeeGridPage grid) {
    if (runs != null) {
      runs.policies().stream()
          .filter(policy -> policy.name().equals(bar.agent()))
          .findFirst()
          .ifPresent(policy -> grid.open(policy.runs().getFirst()));
    }
  }

  /** What the page shows is read again when runs, their records or their colours are others. */
  private record Shown(Map<RunFolder, Integer> colours, long newestRecord) {}

  private void open() {
    List<RunFolder> chosen = List.copyOf(desk.workspace().selected());
    Map<RunFolder, Integer> colours = new HashMap<>();
    chosen.forEach(run -> colours.put(run, desk.workspace().looks().colour(run.name())));
    Shown wanted = new Shown(colours, desk.workspace().newestRecord());
    if (chosen.equals(read) && wanted.equals(shown) && page.isVisible()) {
      return;
    }
    read = chosen;
    shown = wanted;
    configurations.refresh();
    if (chosen.isEmpty()) {
      say("Choose one run or several under Runs: their policies are compared here.");
      return;
    }
    say("Reading " + chosen.size() + (chosen.size() == 1 ? " evaluation …" : " evaluations …"));
    desk.background()
        .compute(
            "Reading the evaluations",
            () -> EvaluatedRuns.read(chosen),
            found -> {
              if (read.equals(chosen)) {
                show(found, Contestant.of(found, colours));
              }
            });
  }

  private void show(EvaluatedRuns found, List<Contestant> coloured) {
    if (found.passages().isEmpty()) {
      say("None of the chosen runs has an evaluation yet. Start one, and let it run to its end.");
      return;
    }
    runs = found;
    contestants = coloured;
    bar.offer(found);
    empty.setVisible(false);
    page.setVisible(true);
    countOthers();
  }

  private void say(String words) {
    runs = null;
    table = null;
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  /** Other windows or seeds count. */
  private void countOthers() {
    compare();
    draw();
  }

  /** Reckons table and verdict for the chosen pair. */
  private void compare() {
    if (runs == null) {
      return;
    }
    List.of(fees, optimum, distributions, parallel).forEach(LatePage::refresh);
    EvaluatedRuns shown = bar.within(runs);
    String agent = bar.agent();
    String baseline = bar.baseline();
    long asked = ++comparisons;
    desk.background()
        .compute(
            "Comparing",
            () ->
                new Reckoned(words(shown, agent, baseline), MetricTable.of(shown, agent, baseline)),
            reckoned -> {
              if (runs != null && asked == comparisons) {
                show(reckoned, baseline);
              }
            });
  }

  /** What a comparison came to. */
  private record Reckoned(String verdict, MetricTable table) {}

  private void show(Reckoned reckoned, String baseline) {
    verdict.setText(reckoned.verdict());
    table = reckoned.table();
    tableView.show(reckoned.table());
    legend.setText(
        "★ best   * apart from %s beyond chance: p < 0.05 after Holm's correction over the %d tests of this table"
            .formatted(baseline, reckoned.table().tests()));
  }

  private static String words(EvaluatedRuns shown, String agent, String baseline) {
    if (agent.equals(baseline)) {
      return "Choose a baseline other than " + agent + " to compare it with.";
    }
    try {
      Pairing pairing = shown.compare(agent, List.of(baseline)).pairings().getFirst();
      int unpaired = shown.unpaired(agent, baseline);
      String leftOut =
          unpaired == 0 ? "" : " " + unpaired + " passages without a partner are left out.";
      return Verdict.headline(agent, pairing)
          + "\n"
          + String.join(" ", Verdict.sentences(agent, pairing))
          + leftOut;
    } catch (InputException notComparable) {
      return String.valueOf(notComparable.getMessage());
    }
  }

  /** Draws the plots of what is compared. */
  private void draw() {
    if (runs == null) {
      return;
    }
    EvaluatedRuns shown = bar.within(runs);
    List<Contestant> coloured = contestants;
    long asked = ++drawings;
    desk.background()
        .compute(
            "Reading the episodes",
            () -> ComparedPictures.read(shown, coloured),
            pictures -> {
              if (runs != null && asked == drawings) {
                policies.show(
                    pictures.contestants().stream()
                        .map(c -> new PolicyLegend.Entry(c.name(), c.colour()))
                        .toList());
                plots.show(pictures);
              }
            });
  }

  private void copyTable() {
    MetricTable shown = table;
    if (shown == null) {
      return;
    }
    TableClipboard.put(shown.table());
    desk.notices().done("The table is on the clipboard; paste it into a spreadsheet.");
  }

  private void saveTable() {
    MetricTable shown = table;
    if (shown == null) {
      desk.notices().done("There is no table yet that could be saved.");
      return;
    }
    folders
        .folder("Folder for the table", read.getFirst().path())
        .map(folder -> folder.resolve(TABLE_FILE))
        .ifPresent(file ->
            desk.background()
                .compute(
                    "Saving the table",
                    () -> {
                      WholeFile.write(file, shown.table().toCsv());
                      return file;
                    },
                    written -> desk.notices().done("Saved " + written)));
  }

  /** The table on screen; null while there is none. */
  @Nullable MetricTable table() {
    return table;
  }

  DistributionPage distributions() {
    return distributions.page();
  }

  ParallelPage parallel() {
    return parallel.page();
  }

  OptimumPage optimum() {
    return optimum.page();
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
  public Command saver() {
    return save;
  }

  /** Of what the tab in front lists. */
  @Override
  public @Nullable Node finder() {
    Tab front = tabs.getSelectionModel().getSelectedItem();
    if (!page.isVisible()) {
      return null;
    }
    return switch (tabs.getTabs().indexOf(front)) {
      case 0 -> search;
      default -> front.getContent() == null ? null : front.getContent().lookup("#diff-search");
    };
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("compare-copy-table", "Copy the table", "mdal-content_copy", this::copyTable),
        save);
  }
}
