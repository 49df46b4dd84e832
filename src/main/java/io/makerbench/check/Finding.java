package io.makerbench.check;

/**
 * What a check found.
 *
 * @param measured the figures, in words
 * @param holds true when it is as expected
 */
public record Finding(String measured, boolean holds) {}
