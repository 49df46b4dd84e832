package io.makerbench.experiment;

import io.makerbench.system.RewardTerm;
import java.util.List;

/** What a trained policy saw and thought at each decision of one episode. Immutable. */
public final class Recollection {
  /** What a policy's numbers are. */
  public enum Preference {
    /** Expected discounted reward of each choice. */
    VALUES,
    /** Probability of each choice. */
    PROBABILITIES,
    /** Numbers an action is made of. */
    NUMBERS
  }

  private final List<String> observationNames;
  private final List<String> actionNames;
  private final Preference preference;
  private final int kept;
  private final long[] times;
  private final float[] observations;
  private final int[] ranked;
  private final float[] preferences;
  private final int[] chosen;
  private final List<RewardTerm> rewardTerms;

  /**
   * @param kept preferences kept for a decision
   * @param times instants of the decisions, ns since 1970 UTC, ascending
   * @param observations decision × observation
   * @param ranked decision × kept: which choices they are of, the most preferred first
   * @param preferences decision × kept
   * @param chosen what each decision chose; −1 where actions are numbers
   * @param rewardTerms parts of the rewards; empty when not known
   */
  Recollection(
      List<String> observationNames,
      List<String> actionNames,
      Preference preference,
      int kept,
      long[] times,
      float[] observations,
      int[] ranked,
      float[] preferences,
      int[] chosen,
      List<RewardTerm> rewardTerms) {
    this.observationNames = List.copyOf(observationNames);
    this.actionNames = List.copyOf(actionNames);
    this.preference = preference;
    this.kept = kept;
    this.times = times;
    this.observations = observations;
    this.ranked = ranked;
    this.preferences = preferences;
    this.chosen = chosen;
    this.rewardTerms = List.copyOf(rewardTerms);
  }

  /** Names of the numbers in an observation. */
  public List<String> observationNames() {
    return observationNames;
  }

  /** Names of the choices, or of an action's numbers. */
  public List<String> actionNames() {
    return actionNames;
  }

  /** What the preferences are. */
  public Preference preference() {
    return preference;
  }

  /** The parts the rewards add up from, an entry a tick of the episode; empty when not known. */
  public List<RewardTerm> rewardTerms() {
    return rewardTerms;
  }

  /** Number of decisions. */
  public int decisions() {
    return times.length;
  }

  /** Number of preferences kept of each decision: of many choices, the most preferred. */
  public int kept() {
    return kept;
  }

  /** When a decision was taken, ns since 1970 UTC. */
  public long time(int decision) {
    return times[decision];
  }

  /** The last decision not after an instant; −1 when there is none. */
  public int at(long instantNs) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= instantNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** One number of what a decision saw. */
  public float observed(int decision, int feature) {
    return observations[decision * observationNames.size() + feature];
  }

  /** The choice that was preferred at a rank, 0 being the most preferred. */
  public int ranked(int decision, int rank) {
    return ranked[decision * kept + rank];
  }

  /** The value, probability or number at a rank. */
  public float preference(int decision, int rank) {
    return preferences[decision * kept + rank];
  }

  /** What was chosen; −1 where actions are numbers. */
  public int chosen(int decision) {
    return chosen[decision];
  }
}
