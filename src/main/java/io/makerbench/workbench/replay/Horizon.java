package io.makerbench.workbench.replay;

/** Times after a fill at which its markout is told. */
enum Horizon {
  MS_100("100 ms", 100_000_000L),
  S_1("1 s", 1_000_000_000L),
  S_10("10 s", 10_000_000_000L),
  S_60("60 s", 60_000_000_000L);

  private final String label;
  private final long ns;

  Horizon(String label, long ns) {
    this.label = label;
    this.ns = ns;
  }

  long ns() {
    return ns;
  }

  @Override
  public String toString() {
    return label;
  }
}
