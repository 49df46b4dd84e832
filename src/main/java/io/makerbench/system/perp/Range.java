package io.makerbench.system.perp;

/** Numbers from {@code low} to {@code high}, each as likely. */
record Range(double low, double high) {
  static Range only(double number) {
    return new Range(number, number);
  }

  static Range around(double half) {
    return new Range(-half, half);
  }

  /**
   * The number at a share of the way.
   *
   * @param share from 0 to 1
   */
  double at(double share) {
    return low + share * (high - low);
  }
}
