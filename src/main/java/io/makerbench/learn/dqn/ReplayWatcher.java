package io.makerbench.learn.dqn;

/** Hears what changes in a replay buffer. */
interface ReplayWatcher {
  /** An entry has another observation, and leads nowhere yet. */
  void appended(int entry);

  /** An entry has become a transition. */
  void connected(int entry);
}
