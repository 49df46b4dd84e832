package io.makerbench.learn.watch;

/**
 * How far a policy does the same whatever it sees.
 *
 * @param share 0 where it does all there is to do, 1 where it does one thing
 * @param collapsed whether nothing else is left to speak of
 * @param words what it does
 */
record Concentration(double share, boolean collapsed, String words) {}
