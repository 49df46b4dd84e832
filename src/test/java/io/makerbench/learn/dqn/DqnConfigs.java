package io.makerbench.learn.dqn;

import java.util.List;

/** Small settings for tests, as a builder over the record. */
final class DqnConfigs {
  double lr = 2e-3;
  double weightDecay;
  int minReplay = 1;
  int warmup;
  boolean huber = true;
  boolean doubleDqn = true;
  boolean dueling = true;
  int nStep = 1;
  double gamma = 0.4;
  boolean timeBased;
  double epsilonEnd = 0.05;
  long epsilonWarmupTicks;
  double epsilonShare = 1;
  int capacity = 10_000;
  int batchSize = 32;
  int syncInterval = 10;
  boolean hardSync;
  double tau = 0.05;
  int episodes = 12;
  double maxGradNorm = 10;
  int trainFreq = 1;
  List<Integer> hidden = List.of(32);
  boolean layerNorm = true;
  boolean prioritised;
  String loadPath;

  DqnConfig build() {
    return new DqnConfig(
        lr,
        weightDecay,
        minReplay,
        warmup,
        huber,
        doubleDqn,
        dueling,
        nStep,
        gamma,
        timeBased,
        5,
        1,
        epsilonEnd,
        epsilonWarmupTicks,
        epsilonShare,
        capacity,
        batchSize,
        syncInterval,
        hardSync,
        tau,
        episodes,
        maxGradNorm,
        trainFreq,
        hidden,
        layerNorm,
        prioritised,
        loadPath,
        null,
        true,
        false,
        true);
  }
}
