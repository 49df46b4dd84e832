package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.Gradual;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.Numbers;
import io.makerbench.workbench.plot.PlotView;
import io.makerbench.workbench.plot.Range;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** The plots of a comparison. Those over time zoom and point together. */
final class PlotGrid extends GridPane {
  private static final double GAP = 8;
  private static final int COLUMNS = 4;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Map<AccountCurves.Value, PlotView> accounts =
      new EnumMap<>(AccountCurves.Value.class);
  private final PlotView markouts;
  private final WindowBars bars;
  private final Gradual plots = new Gradual(this);
  private boolean oneWindow;

  PlotGrid(ObservableValue<Palette> palette) {
    setHgap(GAP);
    setVgap(GAP);
    for (AccountCurves.Value value : AccountCurves.Value.values()) {
      accounts.put(value, account(palette, value));
    }
    markouts = new ChartPlot(palette);
    markouts.title("Kept of the spread");
    markouts.axes(new PlotView.Axis("after the fill", ""), new PlotView.Axis("", "quote/base"));
    markouts.formatX(MarkoutCurve::horizon);
    markouts.readInCard();
    bars = new WindowBars(palette);
    accounts.values().forEach(plot -> put(plots.place(plot.node())));
    put(bars.view());
    Node last = plots.place(markouts.node());
    put(last);
    setColumnSpan(last, 2); // the place beside it is free
    share();
  }

  private PlotView account(ObservableValue<Palette> palette, AccountCurves.Value value) {
    PlotView plot = new ChartPlot(palette);
    plot.title(
        switch (value) {
          case PNL -> "PnL";
          case PNL_BEFORE_FEES -> "PnL before fees";
          case INVENTORY -> "Inventory";
          case DRAWDOWN -> "Drawdown";
          case FILLS -> "Fills so far";
        });
    plot.axes(new PlotView.Axis("market time", ""), new PlotView.Axis("", unit(value)));
    plot.formatX(this::time);
    plot.readInCard(); // names stand once above all plots
    if (!accounts.isEmpty()) {
      plot.link(accounts.values().iterator().next());
    }
    return plot;
  }

  private static String unit(AccountCurves.Value value) {
    return switch (value) {
      case PNL, PNL_BEFORE_FEES, DRAWDOWN -> "quote";
      case INVENTORY -> "base";
      case FILLS -> "";
    };
  }

  private String time(double seconds) {
    return oneWindow ? TIME.format(Instant.ofEpochSecond((long) seconds)) : Numbers.clock(seconds);
  }

  private void put(Node node) {
    int place = getChildren().size();
    add(node, place % COLUMNS, place / COLUMNS);
  }

  private void share() {
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(constraints);
    }
    for (int row = 0; row < 2; row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setPercentHeight(50);
      getRowConstraints().add(constraints);
    }
  }

  void show(ComparedPictures pictures) {
    oneWindow = pictures.windows().size() == 1;
    accounts.values().iterator().next().zoom().set(Range.EMPTY);
    accounts.forEach(
        (value, plot) -> plot.show(pictures.accounts().getOrDefault(value, List.of())));
    markouts.show(pictures.markouts());
    bars.show(pictures);
  }

  PlotView account(AccountCurves.Value value) {
    return accounts.get(value);
  }
}
