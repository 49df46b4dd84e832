package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.oracle.QuoteDistance;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Gradual;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Numbers;
import io.makerbench.workbench.plot.PlotView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the optimum is known: the quotes of each policy by position beside the best ones. */
final class OptimumPage {
  private static final double PLOTS_SHARE = 0.7;
  private static final double WIDE = 300;
  private static final String OPTIMUM = "optimum";

  /**
   * How far one policy is from the optimum.
   *
   * @param name its name
   * @param colour number of its colour
   * @param distance its quotes beside the best
   * @param share share of the largest expected reward that it earned; NaN where unknown
   */
  record Distance(String name, int colour, QuoteDistance distance, double share) {}

  private final Desk desk;
  private final Settings settings;
  private final PlotView bids;
  private final PlotView asks;
  private final PolicyLegend policies;
  private final TableView<Distance> table = new TableView<>();
  private final Label empty = new Label();
  private final SplitPane page;
  private final StackPane root;
  private long asked;

  OptimumPage(Desk desk, Settings settings) {
    this.desk = desk;
    this.settings = settings;
    bids = plot("Bid: distance below the mid");
    asks = plot("Ask: distance above the mid");
    asks.link(bids);
    HBox plots = new HBox();
    Gradual gradual = new Gradual(plots);
    plots.getChildren().setAll(gradual.place(bids.node()), gradual.place(asks.node()));
    VBox.setVgrow(plots, Priority.ALWAYS);
    policies = new PolicyLegend(desk.appearance().palette());
    policies.setId("optimum-policies");
    plots.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    table.setId("optimum-table");
    table.setAccessibleText("Distance of each policy from the optimum");
    table.getStyleClass().addAll("dense", "striped");
    table
        .getColumns()
        .setAll(
            List.of(
                column("Policy", Distance::name, Pos.CENTER_LEFT),
                column(
                    "Root mean square distance of quotes",
                    d -> Numbers.precise(d.distance().rootMeanSquare()) + " quote",
                    Pos.CENTER_RIGHT),
                column(
                    "Share of the optimal reward",
                    d -> Numbers.precise(d.share()),
                    Pos.CENTER_RIGHT)));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    page = new SplitPane(new VBox(policies, plots), table);
    page.setId("optimum-split");
    page.setOrientation(Orientation.VERTICAL);
    page.setDividerPositions(PLOTS_SHARE);
    empty.setId("optimum-empty");
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    root = new StackPane(page, empty);
    show(List.of());
  }

  private PlotView plot(String title) {
    PlotView plot = new ChartPlot(desk.appearance().palette());
    plot.title(title);
    plot.readInCard(); // names stand once above both plots
    plot.axes(new PlotView.Axis("position", "orders"), new PlotView.Axis("", "quote"));
    return plot;
  }

  private static TableColumn<Distance, String> column(
      String name, java.util.function.Function<Distance, String> words, Pos side) {
    TableColumn<Distance, String> column = new TableColumn<>(name);
    column.setPrefWidth(WIDE);
    if (side == Pos.CENTER_RIGHT) {
      column.getStyleClass().add("figure-column");
    }
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    column.setCellFactory(ignored -> new WordsCell(side));
    return column;
  }

  private static final class WordsCell extends TableCell<Distance, String> {
    WordsCell(Pos side) {
      setAlignment(side);
    }

    @Override
    protected void updateItem(String words, boolean none) {
      super.updateItem(words, none);
      setText(none ? null : words);
    }
  }

  Node view() {
    return root;
  }

  /** What is shown now. */
  List<Distance> shown() {
    return List.copyOf(table.getItems());
  }

  /** Measures what is compared, and shows it. */
  void open(EvaluatedRuns runs, List<Contestant> contestants) {
    long mine = ++asked;
    desk.background()
        .compute(
            "Measuring the distance to the optimum",
            () -> measure(runs, contestants),
            found -> {
              if (mine == asked) {
                show(found);
              }
            });
  }

  private List<Distance> measure(EvaluatedRuns runs, List<Contestant> contestants) {
    List<Distance> distances = new ArrayList<>();
    for (Contestant contestant : contestants) {
      List<EvaluatedRuns.Passage> passages = runs.of(contestant.name());
      if (!passages.isEmpty()) {
        RunFolder run = passages.getFirst().run();
        List<Episode> episodes =
            passages.stream()
                .map(p ->
                    new EvaluationStore(p.run().evaluation())
                        .episode(contestant.policy().policy(), p.metrics().window()))
                .toList();
        double share =
            passages.stream()
                .mapToDouble(p -> p.metrics().value(Metric.SHARE_OF_OPTIMUM))
                .average()
                .orElse(Double.NaN);
        Optional<QuoteDistance> found =
            QuoteDistance.of(run.readConfig(), settings.place(), episodes);
        found.ifPresent(distance ->
            distances.add(new Distance(contestant.name(), contestant.colour(), distance, share)));
      }
    }
    return distances;
  }

  private void show(List<Distance> found) {
    table.getItems().setAll(found);
    page.setVisible(!found.isEmpty());
    empty.setVisible(found.isEmpty());
    empty.setText(
        "The optimum is known in closed form only in the system analytic, where fills come at the"
            + " rates A·exp(−kδ). The preset analytic/avellaneda-stoikov learns there.");
    List<PolicyLegend.Entry> entries = new ArrayList<>();
    found.forEach(d -> entries.add(new PolicyLegend.Entry(d.name(), d.colour())));
    if (!found.isEmpty()) {
      entries.add(new PolicyLegend.Entry(OPTIMUM, free(found)));
    }
    policies.show(entries);
    bids.show(curves(found, QuoteDistance.Row::bid, QuoteDistance.Row::bestBid));
    asks.show(curves(found, QuoteDistance.Row::ask, QuoteDistance.Row::bestAsk));
  }

  /** The policies' quotes, and the optimum as the first of them met it. */
  private static List<Curve> curves(
      List<Distance> found,
      ToDoubleFunction<QuoteDistance.Row> own,
      ToDoubleFunction<QuoteDistance.Row> best) {
    List<Curve> curves = new ArrayList<>();
    for (Distance distance : found) {
      curves.add(curve(distance.name(), distance.colour(), distance.distance(), own));
    }
    if (!found.isEmpty()) {
      curves.add(curve(OPTIMUM, free(found), found.getFirst().distance(), best));
    }
    return curves;
  }

  /** A colour that no policy has. */
  private static int free(List<Distance> found) {
    return found.stream().mapToInt(Distance::colour).max().orElse(0) + 1;
  }

  private static Curve curve(
      String name, int colour, QuoteDistance distance, ToDoubleFunction<QuoteDistance.Row> value) {
    List<QuoteDistance.Row> rows =
        distance.rows().stream().filter(r -> !Double.isNaN(value.applyAsDouble(r))).toList();
    return Curve.of(
        name,
        colour,
        rows.stream().mapToDouble(QuoteDistance.Row::position).toArray(),
        rows.stream().mapToDouble(value).toArray());
  }
}
