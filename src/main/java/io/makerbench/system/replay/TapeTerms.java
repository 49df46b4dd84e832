package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.Tape;
import java.util.List;

/** Finds the terms that hold for all tapes of a market. */
final class TapeTerms {
  private TapeTerms() {}

  static Terms of(ReplayConfig config, List<Tape> tapes) {
    Instrument first = tapes.getFirst().instrument();
    for (Tape tape : tapes) {
      Instrument other = tape.instrument();
      if (other.priceStep() != first.priceStep() || other.sizeStep() != first.sizeStep()) {
        throw new InputException(
            "The tapes "
                + tapes.getFirst().path()
                + " and "
                + tape.path()
                + " differ in price step or lot ("
                + first
                + ", "
                + other
                + "); replay them in separate runs.");
      }
    }
    return Terms.of(config.simulator(), first, fillRule(config, tapes), config.mode());
  }

  private static FillRule fillRule(ReplayConfig config, List<Tape> tapes) {
    boolean traded = tapes.stream().allMatch(tape -> tape.trades().rows() > 0);
    FillRule rule = config.simulator().fillRule();
    if (rule == FillRule.AUTO) {
      if (config.mode() == Mode.PUBLISHED) {
        return FillRule.TOUCH;
      }
      return traded ? FillRule.RISK_AVERSE : FillRule.CROSS;
    }
    if (rule == FillRule.L3_FIFO) {
      tapes.forEach(TapeTerms::requireOrders);
    }
    if (rule.estimatesQueues() && !traded) {
      throw new InputException(
          "simulator.fill_rule "
              + rule
              + " needs trades, and a tape has none; use cross, or bring"
              + " the trades file of the recording.");
    }
    return rule;
  }

  private static void requireOrders(Tape tape) {
    if (tape.orders().rows() == 0) {
      throw new InputException(
          "simulator.fill_rule l3-fifo needs single orders, and the tape "
              + tape.path()
              + " has none; use risk-averse or probability, or bring a recording of orders, such as"
              + " LOBSTER's.");
    }
  }
}
