package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.VenueSeries;
import io.makerbench.system.perp.VenueTrades;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.Risk;
import io.makerbench.system.perp.engine.Toxicity;
import io.makerbench.system.perp.engine.VenueConfig;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the board says of a venue at a tick.
 *
 * @param history what happened
 * @param tick when
 * @param venue its place in the configuration
 */
record VenueLine(DeskHistory history, int tick, int venue) {
  /** Distance to liquidation of a venue without a position, standard deviations. */
  static final double FAR = Copies.FAR_FROM_LIQUIDATION;

  double at(VenueSeries series) {
    return history.at(series, tick, venue);
  }

  private VenueConfig config() {
    return history.venues().get(venue);
  }

  String name() {
    return config().name();
  }

  int priceDecimals() {
    return Figures.decimals(config().tickSize());
  }

  private int sizeDecimals() {
    return Figures.decimals(config().lotSize());
  }

  boolean hasBook() {
    return !Double.isNaN(at(VenueSeries.MID));
  }

  Level level() {
    return switch (history.status(tick, venue)) {
      case VenueStates.HEALTHY -> isStale() ? Level.WARNING : Level.GOOD;
      case VenueStates.WARNING -> Level.WARNING;
      default -> Level.DANGER;
    };
  }

  boolean isStale() {
    return at(VenueSeries.STALENESS) > config().staleMillis();
  }

  String status() {
    return statusWord(history.status(tick, venue)) + (isStale() ? ", stale" : "");
  }

  /** A status as the window names it. */
  static String statusWord(int status) {
    return switch (status) {
      case VenueStates.HEALTHY -> "healthy";
      case VenueStates.WARNING -> "warning";
      default -> "disabled";
    };
  }

  String mid() {
    return hasBook() ? Figures.fixed(at(VenueSeries.MID), priceDecimals()) : "no book";
  }

  String spread() {
    return hasBook() ? Figures.fixed(at(VenueSeries.SPREAD), priceDecimals()) : "–";
  }

  /** Price and size of the own bid. */
  String bid() {
    return quote(VenueSeries.OWN_BID, VenueSeries.OWN_BID_SIZE);
  }

  /** Price and size of the own ask. */
  String ask() {
    return quote(VenueSeries.OWN_ASK, VenueSeries.OWN_ASK_SIZE);
  }

  private String quote(VenueSeries price, VenueSeries size) {
    return at(size) > 0 ? Figures.fixed(at(price), priceDecimals()) + " × " + size(at(size)) : "–";
  }

  private String size(double size) {
    return Figures.fixed(size, sizeDecimals());
  }

  String position() {
    return Figures.signed(at(VenueSeries.POSITION), sizeDecimals());
  }

  String entry() {
    double entry = at(VenueSeries.ENTRY);
    return entry > 0 ? "at " + Figures.fixed(entry, priceDecimals()) : "flat";
  }

  String toxicity() {
    return Figures.fixed(at(VenueSeries.TOXICITY), 2);
  }

  Level toxicityLevel() {
    double toxicity = at(VenueSeries.TOXICITY);
    return toxicity >= Toxicity.DISABLED
        ? Level.DANGER
        : toxicity >= Toxicity.WARNING ? Level.WARNING : Level.GOOD;
  }

  String margin() {
    return "$" + Figures.money(at(VenueSeries.MARGIN));
  }

  /** Distance to liquidation; far ones are not told apart. */
  String distance() {
    double distance = at(VenueSeries.LIQUIDATION_DISTANCE);
    return distance >= FAR ? "≥ 10 σ" : Figures.fixed(distance, 1) + " σ";
  }

  Level distanceLevel() {
    return distanceLevel(at(VenueSeries.LIQUIDATION_DISTANCE));
  }

  static Level distanceLevel(double distance) {
    return distance <= Risk.LIQUIDATION_CRITICAL
        ? Level.DANGER
        : distance <= Risk.LIQUIDATION_NEAR ? Level.WARNING : Level.GOOD;
  }

  String funding() {
    return Figures.bps(at(VenueSeries.FUNDING));
  }

  /** What the policy makes of the distance and size of quotes. */
  String scales() {
    return "spread ×%s  size ×%s"
        .formatted(
            Figures.fixed(at(VenueSeries.SPREAD_SCALE), 2),
            Figures.fixed(at(VenueSeries.SIZE_SCALE), 2));
  }

  /** What the policy adds to the middle of quotes, and the venue's share of hedges. */
  String shifts() {
    return "offset %s  hedge %s"
        .formatted(
            Figures.signed(at(VenueSeries.OFFSET), 2),
            Figures.percent(at(VenueSeries.HEDGE_WEIGHT)));
  }

  /**
   * Trades of one kind at a tick.
   *
   * @param size base currency, positive where bought
   */
  record Trade(VenueTrades kind, double size) {
    boolean bought() {
      return size > 0;
    }

    String cause() {
      return switch (kind) {
        case BID_MET, ASK_MET -> "quote";
        case EXIT -> "exit";
        case HEDGE -> "hedge";
      };
    }
  }

  /** What was traded at the tick. */
  List<Trade> trades() {
    return Arrays.stream(VenueTrades.values())
        .map(kind -> new Trade(kind, history.traded(kind, tick, venue)))
        .filter(trade -> trade.size() != 0)
        .toList();
  }

  /** A trade with its direction, size and cause. */
  String words(Trade trade) {
    return "%s %s %s"
        .formatted(trade.bought() ? "▲" : "▼", size(Math.abs(trade.size())), trade.cause());
  }

  /** What the venue gained since the start. */
  double profit() {
    return history.profitOf(tick, venue);
  }

  /** What the venue gained from a source since the start. */
  double profit(ProfitSource source) {
    return history.profit(source, tick, venue);
  }

  /** What the venue gained from each source, a line each. */
  String profits() {
    return Arrays.stream(ProfitSource.values())
        .map(source -> SourceView.word(source) + "  " + Figures.dollars(profit(source)))
        .collect(Collectors.joining("\n", name() + "  " + Figures.dollars(profit()) + "\n", ""));
  }

  /** All of it, as it is read aloud. */
  String words() {
    return "%s, %s. Mid %s, spread %s. Bid %s, ask %s. %s. Position %s %s. Toxicity %s. Margin %s, liquidation %s away. Funding %s in 8 hours. PnL %s. Policy: %s, %s."
        .formatted(
            name(),
            status(),
            mid(),
            spread(),
            bid().equals("–") ? "none" : bid(),
            ask().equals("–") ? "none" : ask(),
            tradesInWords(),
            position(),
            entry(),
            toxicity(),
            margin(),
            distance(),
            funding(),
            Figures.dollars(profit()),
            scales(),
            shifts());
  }

  private String tradesInWords() {
    return trades().isEmpty()
        ? "No fill"
        : trades().stream()
            .map(trade ->
                "%s %s by %s"
                    .formatted(
                        trade.bought() ? "bought" : "sold",
                        size(Math.abs(trade.size())),
                        trade.cause()))
            .collect(Collectors.joining(", "));
  }
}
