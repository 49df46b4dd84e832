package io.makerbench.bench;

import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param name name of the benchmark
 * @param value median of the repetitions
 * @param unit unit of value and floor
 * @param floor what the hardware permits, in the same unit
 * @param config what was measured on, every repetition, memory, and how the floor was reckoned
 */
public record Measurement(
    String name, double value, String unit, double floor, Map<String, Object> config) {}
