package io.makerbench.workbench.data;

import io.makerbench.tape.Instrument;
import io.makerbench.tape.TapeHeader;
import io.makerbench.tape.TapeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is known of a tape, in words. */
final class FindingWords {
  private FindingWords() {}

  /** A heading and what there is to say under it. */
  record Note(String heading, String text) {}

  /** What the tape holds, then each finding of its import. */
  static List<Note> of(TapeSummary tape) {
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("What it holds", contents(tape)));
    List<TapeHeader.Finding> findings = tape.header().findings();
    if (findings.isEmpty()) {
      notes.add(new Note("No defects", "The import found nothing amiss."));
    }
    findings.forEach(finding -> notes.add(of(finding)));
    notes.add(new Note("Made of", sources(tape)));
    return notes;
  }

  private static String contents(TapeSummary tape) {
    Instrument instrument = tape.instrument();
    String tables =
        tape.header().tables().stream()
            .filter(table -> table.rows() > 0 && !table.name().equals("events"))
            .map(table -> Moments.count(table.rows()) + " " + table.name())
            .collect(Collectors.joining(", "));
    return "%s to %s UTC; %s. Price step %s, size step %s%s. %s"
        .formatted(
            Moments.second(tape.startNs()),
            Moments.second(tape.endNs()),
            tables,
            plain(instrument.priceStep()),
            plain(instrument.sizeStep()),
            tape.header().depth() == 0 ? "" : ", " + tape.header().depth() + " levels a side",
            tape.twoClocks()
                ? "Exchange and receipt have clocks of their own."
                : "One clock: the time of receipt stands for the exchange's too.");
  }

  private static String plain(double step) {
    return new java.math.BigDecimal(Double.toString(step)).stripTrailingZeros().toPlainString();
  }

  private static String sources(TapeSummary tape) {
    return tape.header().sources().isEmpty()
        ? "Generated: no recording."
        : tape.header().sources().stream()
            .map(source ->
                "%s (%s, %s rows)"
                    .formatted(source.file(), source.type(), Moments.count(source.rows())))
            .collect(Collectors.joining("\n"));
  }

  private static Note of(TapeHeader.Finding finding) {
    return new Note(
        "%s in %s: %s"
            .formatted(name(finding.kind()), finding.table(), Moments.count(finding.count())),
        "First: %s. What was done: %s.".formatted(finding.first(), finding.action()));
  }

  private static String name(String kind) {
    return switch (kind) {
      case "gap" -> "More than 30 s without a row";
      case "pause" -> "More than 5 s without a row";
      case "sequence_gap" -> "Updates missing";
      case "crossed" -> "Bid above ask";
      case "locked" -> "Bid equal to ask";
      case "unsorted" -> "Rows out of order";
      case "exchange_order" -> "Exchange times out of order";
      case "clock_skew" -> "Received before it was sent";
      case "duplicate" -> "Repeated rows";
      case "unchanged_book" -> "Books that did not change";
      default -> {
        String words = kind.replace('_', ' ');
        yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
      }
    };
  }
}
