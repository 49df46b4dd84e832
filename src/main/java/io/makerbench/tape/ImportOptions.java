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
 */
public record ImportOptions(
    boolean strict, int depth, @Nullable Double priceStep, @Nullable Double sizeStep) {
  private static final int USUAL_DEPTH = 25;

  /** Largest {@link #depth}. */
  public static final int DEEPEST = 100;

  public ImportOptions {
    if (depth < 1 || depth > DEEPEST) {
      throw new InputException("depth is " + depth + "; allowed is 1 to " + DEEPEST + ".");
    }
    check("price_step", priceStep);
    check("size_step", sizeStep);
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
    return new ImportOptions(true, depth, priceStep, sizeStep);
  }
}
