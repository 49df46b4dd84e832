package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;

/**
 * A column beside the market as a user wants it. Immutable.
 *
 * @param column what it counts
 * @param form how it shows it
 * @param width pixels beside text of the usual size
 */
record ColumnLook(Column column, Form form, int width) {
  static final int FIRST_WIDTH = 72;
  static final int LEAST_WIDTH = 36;
  static final int MOST_WIDTH = 240;

  /** How a column shows what it counts. */
  enum Form {
    BARS("Bars"),
    NUMBERS("Numbers"),
    BOTH("Bars and numbers");

    private final String label;

    Form(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** A column as it is when it is new. */
  static ColumnLook of(Column column) {
    return new ColumnLook(column, Form.BARS, FIRST_WIDTH);
  }

  /** Pixels it takes beside these letters. */
  int pixels(Lettering letters) {
    return (int) letters.px(width);
  }

  ColumnLook in(Form wanted) {
    return new ColumnLook(column, wanted, width);
  }

  /** With another width, as near as is allowed. */
  ColumnLook wide(double pixels) {
    return new ColumnLook(column, form, Math.clamp(Math.round(pixels), LEAST_WIDTH, MOST_WIDTH));
  }
}
