package io.makerbench.oracle;

/** The two strategies that Avellaneda and Stoikov compare. */
enum Strategy {
  INVENTORY("inventory", "avellaneda_stoikov"),
  SYMMETRIC("symmetric", "symmetric");

  private final String published;

  /** Name among the baselines of the system analytic. */
  final String baseline;

  Strategy(String published, String baseline) {
    this.published = published;
    this.baseline = baseline;
  }

  String quantity(String what) {
    return published + ": " + what;
  }
}
