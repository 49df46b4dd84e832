package io.makerbench.experiment.catalogue;

import java.util.Comparator;

/**
 * A value of a run in a table: a text, and its number where it is one.
 *
 * @param text as it is written in the file
 * @param number NaN for what is no number
 */
public record FieldValue(String text, double number) implements Comparable<FieldValue> {
  /** There is no value. */
  public static final FieldValue NONE = new FieldValue("", Double.NaN);

  private static final Comparator<FieldValue> ORDER =
      Comparator.<FieldValue>comparingInt(value -> value.isNumber() ? 0 : value.isThere() ? 1 : 2)
          .thenComparingDouble(FieldValue::number)
          .thenComparing(FieldValue::text, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(FieldValue::text);

  /** A text that is no number, whatever it looks like. */
  public static FieldValue text(String text) {
    return new FieldValue(text, Double.NaN);
  }

  /** A number; none for NaN. */
  public static FieldValue number(double number) {
    if (Double.isNaN(number)) {
      return NONE;
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return new FieldValue(whole ? Long.toString((long) number) : Double.toString(number), number);
  }

  public boolean isNumber() {
    return !Double.isNaN(number);
  }

  public boolean isThere() {
    return !text.isEmpty();
  }

  /** Numbers by size, then texts by the alphabet, then what is not there. */
  @Override
  public int compareTo(FieldValue other) {
    return ORDER.compare(this, other);
  }
}
