package io.makerbench.tape;

import java.util.List;
import java.util.Locale;

/**
 * What an import found amiss, summed up in a line. What is only worth knowing is in none of these.
 *
 * @param gaps times without a row, and updates that are missing in a sequence
 * @param late rows out of order by a clock, or received before they were sent
 * @param touching book states and quotes whose best prices cross or lock
 * @param mended rows dropped or changed for another reason
 */
public record Quality(long gaps, long late, long touching, long mended) {
  static Quality of(List<TapeHeader.Finding> findings) {
    long[] sums = new long[4];
    for (TapeHeader.Finding finding : findings) {
      int kind = kind(finding.kind());
      if (kind >= 0) {
        sums[kind] += finding.count();
      }
    }
    return new Quality(sums[0], sums[1], sums[2], sums[3]);
  }

  private static int kind(String name) {
    Defect defect;
    try {
      defect = Defect.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return -1; // a tape of another version may tell of what this one does not know
    }
    return switch (defect) {
      case PAUSE, GAP, SEQUENCE_GAP -> 0;
      case UNSORTED, CLOCK_SKEW, EXCHANGE_ORDER, TIME_WENT_BACK -> 1;
      case CROSSED, LOCKED -> 2;
      default -> defect.wrong() ? 3 : -1;
    };
  }

  /** Whether nothing was amiss. */
  public boolean clean() {
    return gaps + late + touching + mended == 0;
  }
}
