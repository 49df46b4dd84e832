package io.makerbench.system.analytic;

import io.makerbench.env.Side;

/**
 * An own order filled within a step.
 *
 * @param side side of the order
 * @param price its price
 * @param mid mid at that instant
 * @param seconds time since the step began
 */
record StepFill(Side side, double price, double mid, double seconds) {}
