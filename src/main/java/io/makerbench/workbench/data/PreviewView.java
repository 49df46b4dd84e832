package io.makerbench.workbench.data;

import atlantafx.base.theme.Styles;
import io.makerbench.tape.TapePreview;
import io.makerbench.tape.TapeSummary;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Numbers;
import io.makerbench.workbench.plot.PlotView;
import io.makerbench.workbench.plot.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen tape at a glance: price, spread, rates, the book at the cross-hair, and findings. */
final class PreviewView {
  private static final double NOTES_WIDTH = 340;

  /** So many points a user can tell apart in a rate. */
  private static final int RATE_POINTS = 120;

  private final StackPane root = new StackPane();
  private final PlotView price;
  private final PlotView spread;
  private final PlotView rates;
  private final PlotView book;
  private final VBox notes = new VBox();
  private final BorderPane ready = new BorderPane();
  private final Runnable importNow;
  private @Nullable TapePreview shown;

  /**
   * Makes the view.
   *
   * @param importNow imports the recordings of the chosen line
   */
  PreviewView(ObservableValue<Palette> palette, PreviewModel model, Runnable importNow) {
    this.importNow = importNow;
    price = overTime(palette, "Mid price", "quote");
    spread = overTime(palette, "Spread", "quote");
    rates = overTime(palette, "Events", "1/s");
    rates.logarithmic().set(true);
    spread.link(price);
    rates.link(price);
    book = new ChartPlot(palette);
    book.axes(new PlotView.Axis("price", "quote"), new PlotView.Axis("", "base"));
    book.formatX(Numbers::precise);
    price.cursor().subscribe(this::showBook);
    ready.setCenter(plots());
    ready.setRight(notes());
    root.setId("tape-preview");
    model.state().subscribe(this::show);
  }

  private static PlotView overTime(ObservableValue<Palette> palette, String title, String unit) {
    PlotView plot = new ChartPlot(palette);
    plot.title(title);
    plot.axes(new PlotView.Axis("UTC", ""), new PlotView.Axis("", unit));
    plot.formatX(Moments::clock);
    return plot;
  }

  private Node plots() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("preview-plots");
    grid.add(price.node(), 0, 0);
    grid.add(spread.node(), 1, 0);
    grid.add(rates.node(), 0, 1);
    grid.add(book.node(), 1, 1);
    for (int half = 0; half < 2; half++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      grid.getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(50);
      grid.getRowConstraints().add(row);
    }
    return grid;
  }

  private Node notes() {
    notes.getStyleClass().add("tape-notes");
    notes.setId("tape-notes");
    ScrollPane scroll = new ScrollPane(notes);
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(NOTES_WIDTH);
    scroll.setMinWidth(NOTES_WIDTH);
    scroll.setAccessibleText("What is known of the tape");
    return scroll;
  }

  Node view() {
    return root;
  }

  private void show(PreviewModel.State state) {
    Node content =
        switch (state) {
          case PreviewModel.Nothing nothing ->
              Assets.placeholder(
                  "mdoal-insights",
                  "Choose a tape",
                  "Its prices, event rates, book and findings are shown here.");
          case PreviewModel.Reading reading -> reading(reading.row());
          case PreviewModel.Ready now -> ready(now.row(), now.preview());
          case PreviewModel.Without without -> without(without.row());
        };
    root.getChildren().setAll(content);
  }

  private static Node reading(TapeRow row) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setAccessibleText("Reading the tape");
    VBox box = new VBox(wheel, new Label("Reading " + row.path().getFileName()));
    box.getStyleClass().add("placeholder");
    return box;
  }

  private Node without(TapeRow row) {
    if (row.kind() != TapeRow.Kind.RECORDING) {
      return Assets.placeholder("mdoal-error_outline", "It cannot be shown", row.note());
    }
    VBox box =
        Assets.placeholder(
            "mdoal-get_app",
            "Not imported yet",
            "Import it to see prices, rates and findings: " + row.note() + ".");
    Button now = new Button("Import now");
    now.setId("import-now");
    now.getStyleClass().add(Styles.ACCENT);
    now.setOnAction(event -> importNow.run());
    box.getChildren().add(now);
    return box;
  }

  private Node ready(TapeRow row, TapePreview preview) {
    shown = preview;
    price.zoom().set(Range.EMPTY);
    price.show(
        List.of(new PartCurve("mid", 0, preview, preview.mid(), preview.low(), preview.high())));
    spread.show(
        List.of(
            new PartCurve(
                "spread", 1, preview, preview.spread(), preview.spread(), preview.widest())));
    rates.show(rates(preview));
    showBook(price.cursor().get());
    showNotes(row.summary());
    return ready;
  }

  /** Rates of what was recorded: states are made of levels where there are both. */
  private static List<Curve> rates(TapePreview preview) {
    List<Curve> curves = new ArrayList<>();
    for (Map.Entry<String, double[]> rate : preview.rates().entrySet()) {
      if (!rate.getKey().equals("states") || !preview.rates().containsKey("levels")) {
        double[] smooth = smoothed(rate.getValue());
        curves.add(PartCurve.line(rate.getKey(), curves.size(), preview, smooth));
      }
    }
    return curves;
  }

  /** Means over neighbouring parts: single events would hide how busy a market is. */
  private static double[] smoothed(double[] rate) {
    int reach = rate.length / RATE_POINTS / 2;
    double[] means = new double[rate.length];
    for (int part = 0; part < rate.length; part++) {
      means[part] =
          Arrays.stream(rate, Math.max(0, part - reach), Math.min(rate.length, part + reach + 1))
              .average()
              .orElse(Double.NaN);
    }
    return means;
  }

  /** The book at the cross-hair; in the middle of the tape where there is none. */
  private void showBook(double seconds) {
    TapePreview preview = shown;
    if (preview != null) {
      int part = Double.isNaN(seconds) ? preview.parts() / 2 : preview.partAt(seconds);
      List<Curve> curves = BookCurve.of(preview, part);
      book.title(
          curves.isEmpty()
              ? "No book at " + Moments.clock(preview.seconds(part + 1))
              : "Book at " + Moments.clock(preview.seconds(part + 1)));
      book.show(curves);
    }
  }

  private void showNotes(@Nullable TapeSummary tape) {
    notes.getChildren().clear();
    if (tape == null) {
      return;
    }
    for (FindingWords.Note note : FindingWords.of(tape)) {
      Label heading = new Label(note.heading());
      heading.getStyleClass().add("section-title");
      heading.setWrapText(true);
      Label text = new Label(note.text());
      text.getStyleClass().add("tape-note");
      text.setWrapText(true);
      notes.getChildren().add(new VBox(heading, text));
    }
  }
}
