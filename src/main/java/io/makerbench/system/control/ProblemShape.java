package io.makerbench.system.control;

/**
 * What is known of a problem before it is played.
 *
 * @param stateWidth numbers in the state of a copy
 * @param observationWidth numbers a copy shows
 * @param observationBound largest absolute value of a number that is shown; may be infinite
 * @param choices actions to choose from
 * @param longestEpisode steps after which an episode is cut off
 * @param stepSeconds time of a step in seconds
 * @param bestReturn the largest sum of rewards that can be expected in an episode; NaN where it is
 *     not known
 */
record ProblemShape(
    int stateWidth,
    int observationWidth,
    double observationBound,
    int choices,
    int longestEpisode,
    double stepSeconds,
    double bestReturn) {}
