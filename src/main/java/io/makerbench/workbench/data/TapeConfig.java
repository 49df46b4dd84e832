package io.makerbench.workbench.data;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.TapeSummary;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** A configuration that trains on a tape: every default, and what the tape decides. */
final class TapeConfig {
  private static final int MOST_LEVELS = 5;

  /** Value of an order, about that of the published market maker's. */
  private static final double ORDER_VALUE = 60;

  private TapeConfig() {}

  /**
   * Makes it.
   *
   * @param mid a price of the recording, for the size of orders; NaN where it is not known
   */
  static ObjectNode of(TapeSummary tape, double mid) {
    ObjectNode tree = ConfigFiles.defaults();
    tree.put("label", tape.instrument().symbol().toLowerCase(java.util.Locale.ROOT));
    tree.put("system", "lob-replay");
    ObjectNode market = tree.putObject("market");
    ObjectNode recording = market.putObject("recording");
    recording.put("dataset", "tape");
    recording.put("market", tape.instrument().exchange());
    recording.put("product", tape.instrument().symbol());
    recording.putArray("tapes").add(tape.path().toAbsolutePath().toString());
    ObjectNode simulator = market.putObject("simulator");
    double size = orderSize(tape.instrument(), mid);
    simulator.put("tick_size", tape.instrument().priceStep());
    simulator.put("depth", Math.clamp(tape.header().depth(), 1, MOST_LEVELS));
    simulator.put("min_order_size", size);
    simulator.put("max_inventory", size);
    return ConfigFiles.reader().complete(tree);
  }

  /** Whole lots worth about {@link #ORDER_VALUE}, at least one. */
  static double orderSize(Instrument instrument, double mid) {
    double lots =
        Double.isNaN(mid) ? 1 : Math.max(1, Math.round(ORDER_VALUE / mid / instrument.sizeStep()));
    return BigDecimal.valueOf(instrument.sizeStep())
        .multiply(BigDecimal.valueOf(lots))
        .doubleValue();
  }
}
