package io.makerbench.evaluate;

/**
 * Realised profit of the agent and a baseline in one window, quote currency.
 *
 * @param window name of the window
 * @param agentPnl realised profit of the agent
 * @param baselinePnl realised profit of the baseline
 * @param difference agent − baseline
 * @param agentFills executions of the agent
 * @param baselineFills executions of the baseline
 */
public record WindowDifference(
    String window,
    double agentPnl,
    double baselinePnl,
    double difference,
    int agentFills,
    int baselineFills) {}
