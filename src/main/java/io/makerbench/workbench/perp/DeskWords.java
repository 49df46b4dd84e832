package io.makerbench.workbench.perp;

import io.makerbench.system.perp.Correction;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.DeskSeries;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.KillReason;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What is said of a desk as a whole. */
final class DeskWords {
  private DeskWords() {}

  static Level level(DeskHistory history, int tick) {
    return level(history.regime(tick));
  }

  static Level level(int regime) {
    return switch (regime) {
      case DeskStates.NORMAL -> Level.GOOD;
      case DeskStates.WARNING -> Level.WARNING;
      default -> Level.DANGER;
    };
  }

  /** The regime in a word or two. */
  static String regime(DeskHistory history, int tick) {
    return switch (level(history, tick)) {
      case GOOD -> "Normal";
      case WARNING -> "Near a limit";
      case DANGER -> "Stopped";
    };
  }

  /** Why the desk was stopped, as a sentence without its full stop. */
  static String kill(KillReason reason) {
    return switch (reason) {
      case NONE -> "The kill switch is not set";
      case LOSS -> "Kill switch: the loss reached its limit";
      case DELTA -> "Kill switch: net delta reached its limit";
      case BASIS -> "Kill switch: basis reached its limit";
      case LIQUIDATION -> "Kill switch: a venue was about to liquidate";
    };
  }

  /** A reason for a correction. */
  static String reason(Correction correction) {
    return switch (correction) {
      case WRONG_LENGTH -> "wrong length";
      case NOT_FINITE -> "not a number";
      case OUT_OF_RANGE -> "out of range";
      case NO_WEIGHT -> "no hedge weight";
      case WEIGHTS_SCALED -> "weights scaled";
    };
  }

  /** What was corrected in the action of a tick, by reason; empty when nothing was. */
  static String corrections(DeskHistory history, int tick) {
    return told(reason -> history.corrections(tick, reason));
  }

  /** What was corrected up to a tick; empty when nothing was. */
  static String correctionsSoFar(DeskHistory history, int tick) {
    return told(reason -> history.correctedSoFar(tick, reason));
  }

  private static String told(ToIntFunction<Correction> count) {
    List<Correction> made =
        Arrays.stream(Correction.values()).filter(c -> count.applyAsInt(c) > 0).toList();
    return made.stream()
        .map(c -> count.applyAsInt(c) + " " + reason(c))
        .collect(Collectors.joining(", "));
  }

  /** What the policy makes of hedges, and what of its action was corrected. */
  static String action(DeskHistory history, int tick) {
    String now = corrections(history, tick);
    String all = correctionsSoFar(history, tick);
    return "Hedges ×%s  ·  %s"
        .formatted(
            Figures.fixed(history.at(DeskSeries.HEDGE_SCALE, tick), 2),
            all.isEmpty()
                ? "action never corrected"
                : "corrected at this step: %s; so far: %s"
                    .formatted(now.isEmpty() ? "nothing" : now, all));
  }
}
