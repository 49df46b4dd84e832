package io.makerbench.tape;

import io.makerbench.config.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How recordings are imported.
 *
 * @param strict defects of a recording are errors; otherwise they are repaired and listed
 * @param depth levels a side of book states that are built from level updates
 * @param priceStep price of one tick; null for the coarsest power of ten that holds every price
 * @param sizeStep size of one lot; null likewise
 * @param clockOffsetNs added to every local time, for a receiver's clock that was wrong, ns
 */
public record ImportOptions(
    boolean strict,
    int depth,
    @Nullable Double priceStep,
    @Nullable Double sizeStep,
    long clockOffsetNs) {
  private static final int USUAL_DEPTH = 25;

  /** Largest {@link #depth}. */
  public static final int DEEPEST = 100;

  /** Largest {@link #clockOffsetNs} either way, ns: a day. */
  public static final long LARGEST_CLOCK_OFFSET_NS = 86_400_000_000_000L;

  public ImportOptions {
    if (depth < 1 || depth > DEEPEST) {
      throw new InputException("depth is " + depth + "; allowed is 1 to " + DEEPEST + ".");
    }
    check("price_step", priceStep);
    check("size_step", sizeStep);
    if (Math.abs(clockOffsetNs) > LARGEST_CLOCK_OFFSET_NS) {
      throw new InputException(
          "The clock offset is " + clockOffsetNs + " ns; at most a day either way is allowed.");
    }
  }

  /** The steps and depth given, local times as they are. */
  public ImportOptions(
      boolean strict, int depth, @Nullable Double priceStep, @Nullable Double sizeStep) {
    this(strict, depth, priceStep, sizeStep, 0);
  }

  private static void check(String name, @Nullable Double step) {
    if (step != null && !(step > 0 && Double.isFinite(step))) {
      throw new InputException(name + " is " + step + "; it must be above 0.");
    }
  }

  /** Repair, 25 levels, steps found in the recording. */
  public static ImportOptions usual() {
    return new ImportOptions(false, USUAL_DEPTH, null, null);
  }

  /** The same, with defects as errors. */
  public ImportOptions strictly() {
    return new ImportOptions(true, depth, priceStep, sizeStep, clockOffsetNs);
  }

  /** The same, with an offset that corrects the receiver's clock. */
  public ImportOptions withClockOffset(long offsetNs) {
    return new ImportOptions(strict, depth, priceStep, sizeStep, offsetNs);
  }
}
