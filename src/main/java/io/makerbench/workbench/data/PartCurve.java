package io.makerbench.workbench.data;

import io.makerbench.tape.TapePreview;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Points;
import io.makerbench.workbench.plot.Range;
import java.util.Arrays;

/**
 * A value over the parts of a preview: a line, and a band about it. A preview has no more parts
 * than a screen has columns.
 */
record PartCurve(
    String name, int colour, TapePreview preview, double[] line, double[] low, double[] high)
    implements Curve {
  /** A line without a band. */
  static PartCurve line(String name, int colour, TapePreview preview, double[] line) {
    return new PartCurve(name, colour, preview, line, line, line);
  }

  @Override
  public Range domain() {
    return new Range(preview.seconds(0), preview.seconds(preview.parts()));
  }

  @Override
  public Points points(Range x, int most) {
    int first = preview.partAt(x.min());
    int end = preview.partAt(x.max()) + 1;
    double[] seconds = new double[end - first];
    for (int part = first; part < end; part++) {
      seconds[part - first] = (preview.seconds(part) + preview.seconds(part + 1)) / 2;
    }
    return new Points(
        end - first,
        seconds,
        Arrays.copyOfRange(line, first, end),
        Arrays.copyOfRange(low, first, end),
        Arrays.copyOfRange(high, first, end));
  }
}
