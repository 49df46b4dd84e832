package io.makerbench.system.replay;

/**
 * Whether the simulation does what the published code does, or what it should do. They differ in
 * the default fill rule, the replay clock, the scaling, the decision rule in evaluation, the
 * indexing of rolling windows, when the drawdown is refreshed, and the order of scaling and
 * clipping; in nothing else.
 */
public enum Mode {
  PUBLISHED,
  CORRECTED
}
