package io.makerbench.evaluate;

import io.makerbench.book.Contract;
import io.makerbench.env.Episode;
import io.makerbench.env.EpisodeSeries;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** An episode as two tables, its ticks and its fills, and back again without loss. */
final class EpisodeFiles {
  /** Stands between what a further series is of and its name. */
  private static final String FURTHER = "/";

  private EpisodeFiles() {}

  static ParquetTable series(Episode e) {
    ParquetTable table =
        new ParquetTable()
            .fact("policy", e.policy())
            .fact("window_name", e.window())
            .fact("fill_rule", e.fillRule())
            .fact("contract", e.contract().kind().name())
            .fact("contract_size", Double.toString(e.contract().size()))
            .fact("refusals", Integer.toString(e.refusals()))
            .fact("initial_cash", Double.toString(e.initialCash()))
            .column("time_ns", new ParquetColumn.Longs(e.timeNs()))
            .column("mid", new ParquetColumn.Doubles(e.mid()))
            .column("best_bid", new ParquetColumn.Doubles(e.bestBid()))
            .column("best_ask", new ParquetColumn.Doubles(e.bestAsk()))
            .column("own_bid", new ParquetColumn.Doubles(e.ownBid()))
            .column("own_ask", new ParquetColumn.Doubles(e.ownAsk()))
            .column("bid_ahead", new ParquetColumn.Doubles(e.bidAhead()))
            .column("ask_ahead", new ParquetColumn.Doubles(e.askAhead()))
            .column("inventory", new ParquetColumn.Doubles(e.inventory()))
            .column("cash", new ParquetColumn.Doubles(e.cash()))
            .column("equity", new ParquetColumn.Doubles(e.equity()))
            .column("drawdown", new ParquetColumn.Doubles(e.drawdown()))
            .column("reward", new ParquetColumn.Doubles(e.reward()))
            .column("action", new ParquetColumn.Ints(e.action()))
            .column("decided", new ParquetColumn.Booleans(e.decided()));
    for (EpisodeSeries further : e.series()) {
      table.column(
          further.of() + FURTHER + further.name(), new ParquetColumn.Doubles(further.values()));
    }
    return table;
  }

  /** Reads the series of an episode without the further ones. */
  static ParquetTable withoutFurther(Path file) {
    return ParquetTable.read(file, "COLUMNS(c -> NOT contains(c, '" + FURTHER + "'))");
  }

  /** The further series of a table, in their order. */
  private static List<EpisodeSeries> further(ParquetTable table) {
    return table.names().stream()
        .filter(column -> column.contains(FURTHER))
        .map(column -> {
          int cut = column.lastIndexOf(FURTHER);
          return new EpisodeSeries(
              column.substring(0, cut), column.substring(cut + 1), table.doubles(column));
        })
        .toList();
  }

  static ParquetTable fills(List<Fill> fills) {
    return new ParquetTable()
        .column("tick", new ParquetColumn.Ints(fills.stream().mapToInt(Fill::tick).toArray()))
        .column(
            "time_ns", new ParquetColumn.Longs(fills.stream().mapToLong(Fill::timeNs).toArray()))
        .column(
            "side", new ParquetColumn.Ints(fills.stream().mapToInt(f -> f.side().sign()).toArray()))
        .column("price", doubles(fills, Fill::price))
        .column("qty", doubles(fills, Fill::quantity))
        .column("maker", booleans(fills, Fill::maker))
        .column("cost", doubles(fills, Fill::cost))
        .column("mid", doubles(fills, Fill::mid))
        .column("best_bid", doubles(fills, Fill::bestBid))
        .column("best_ask", doubles(fills, Fill::bestAsk))
        .column("cash", doubles(fills, Fill::cash))
        .column("inventory", doubles(fills, Fill::inventory))
        .column("total_cost", doubles(fills, Fill::totalCost))
        .column("pnl", doubles(fills, Fill::pnl))
        .column("drawdown", doubles(fills, Fill::drawdown))
        .column("max_drawdown", doubles(fills, Fill::maxDrawdown))
        .column("square_off", booleans(fills, Fill::squareOff));
  }

  private static ParquetColumn doubles(List<Fill> fills, ToDoubleFunction<Fill> value) {
    return new ParquetColumn.Doubles(fills.stream().mapToDouble(value).toArray());
  }

  private static ParquetColumn booleans(List<Fill> fills, Predicate<Fill> value) {
    boolean[] values = new boolean[fills.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.test(fills.get(i));
    }
    return new ParquetColumn.Booleans(values);
  }

  static Episode episode(ParquetTable series, ParquetTable fills) {
    return new Episode(
        series.fact("policy"),
        series.fact("window_name"),
        series.fact("fill_rule"),
        contract(series),
        Double.parseDouble(series.fact("initial_cash")),
        series.longs("time_ns"),
        series.doubles("mid"),
        series.doubles("best_bid"),
        series.doubles("best_ask"),
        series.doubles("own_bid"),
        series.doubles("own_ask"),
        series.doubles("bid_ahead"),
        series.doubles("ask_ahead"),
        series.doubles("inventory"),
        series.doubles("cash"),
        series.doubles("equity"),
        series.doubles("drawdown"),
        series.doubles("reward"),
        series.ints("action"),
        series.booleans("decided"),
        IntStream.range(0, fills.rows()).mapToObj(row -> fill(fills, row)).toList(),
        series.hasFact("refusals") ? Integer.parseInt(series.fact("refusals")) : 0,
        further(series));
  }

  /** Episodes written before there were other contracts name none. */
  private static Contract contract(ParquetTable series) {
    return series.hasFact("contract")
        ? new Contract(
            Contract.Kind.valueOf(series.fact("contract")),
            Double.parseDouble(series.fact("contract_size")))
        : Contract.SPOT;
  }

  private static Fill fill(ParquetTable t, int row) {
    return new Fill(
        t.ints("tick")[row],
        t.longs("time_ns")[row],
        t.ints("side")[row] > 0 ? Side.BUY : Side.SELL,
        t.doubles("price")[row],
        t.doubles("qty")[row],
        t.booleans("maker")[row],
        t.doubles("cost")[row],
        t.doubles("mid")[row],
        t.doubles("best_bid")[row],
        t.doubles("best_ask")[row],
        t.doubles("cash")[row],
        t.doubles("inventory")[row],
        t.doubles("total_cost")[row],
        t.doubles("pnl")[row],
        t.doubles("drawdown")[row],
        t.doubles("max_drawdown")[row],
        t.booleans("square_off")[row]);
  }
}
