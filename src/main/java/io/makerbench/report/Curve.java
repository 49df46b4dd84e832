package io.makerbench.report;

/**
 * A figure that was followed while a policy learned.
 *
 * @param name name of its column
 * @param label name for people, with its unit
 * @param step steps at which it was taken, ascending
 * @param value its value at each step; NaN where there was none
 */
public record Curve(String name, String label, double[] step, double[] value) {}
