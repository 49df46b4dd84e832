package io.makerbench.system;

/**
 * A named stretch of market time on which policies are compared.
 *
 * @param name unique within an evaluation; used in file names
 * @param tape name of the tape it lies on
 * @param startNs first instant, ns since 1970 UTC
 * @param endNs last instant, inclusive
 */
public record Window(String name, String tape, long startNs, long endNs) {}
