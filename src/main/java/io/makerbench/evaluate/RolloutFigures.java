package io.makerbench.evaluate;

/**
 * What a policy's rollouts come to; money in quote currency.
 *
 * @param policy name of the policy
 * @param stdPnl standard deviation of the profit over episodes, with n − 1
 * @param killRate share of the episodes that ended by the kill switch
 * @param meanLength mean decisions of an episode
 * @param meanMaxDrawdown mean over episodes of the largest fall from the running peak
 * @param worstDrawdown the largest of them
 */
public record RolloutFigures(
    String policy,
    double meanPnl,
    double stdPnl,
    double minPnl,
    double maxPnl,
    double killRate,
    double meanLength,
    double meanMaxDrawdown,
    double worstDrawdown) {}
