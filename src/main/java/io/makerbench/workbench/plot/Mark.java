package io.makerbench.workbench.plot;

/**
 * A place on the x axis where something happened.
 *
 * @param at where
 * @param words what, read by resting the pointer on it
 * @param style class in the style sheet that colours it, beside {@code plot-mark}
 */
public record Mark(double at, String words, String style) {}
