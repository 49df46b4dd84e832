package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Space;
import io.makerbench.experiment.Recollection.Preference;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.ReadablePolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Lets a policy act, and writes down what it saw and thought. */
final class ThoughtRecorder implements Policy {
  /** Of more choices than this only the most preferred are kept. */
  private static final int MOST_KEPT = 16;

  private static final int FIRST_DECISIONS = 1024;

  private final ReadablePolicy policy;
  private final Space space;
  private final int width;
  private final int kept;
  private final float[] all;
  private int decisions;
  private float[] observations;
  private int[] ranked;
  private float[] preferences;
  private int[] chosen = new int[FIRST_DECISIONS];

  ThoughtRecorder(ReadablePolicy policy, int observationWidth) {
    this.policy = policy;
    space = policy.rule().space();
    width = observationWidth;
    all = new float[preferences(space)];
    kept = Math.min(MOST_KEPT, all.length);
    observations = new float[FIRST_DECISIONS * width];
    ranked = new int[FIRST_DECISIONS * kept];
    preferences = new float[FIRST_DECISIONS * kept];
  }

  private static int preferences(Space space) {
    return switch (space) {
      case Space.Discrete discrete -> discrete.choices();
      case Space.MultiDiscrete several ->
          several.choices().stream().mapToInt(Integer::intValue).sum();
      case Space.Box box -> box.width();
      case Space.Simplex simplex -> simplex.width();
    };
  }

  @Override
  public String name() {
    return policy.name();
  }

  @Override
  public boolean everyTick() {
    return policy.everyTick();
  }

  @Override
  public void begin(int copy) {
    policy.begin(copy);
  }

  /** Takes one observation at a time, as evaluations do. */
  @Override
  public void act(float[] seen, int count, Actions actions) {
    float[] outputs = policy.outputs(seen, 1);
    policy.rule().decide(outputs, 0, actions, 0);
    policy.rule().preferences(outputs, 0, all);
    reserve();
    System.arraycopy(seen, 0, observations, decisions * width, width);
    chosen[decisions] = space instanceof Space.Discrete ? actions.discrete[0] : -1;
    rank(decisions * kept);
    decisions++;
  }

  private void reserve() {
    if (decisions < chosen.length) {
      return;
    }
    int capacity = decisions + (decisions >> 1);
    chosen = Arrays.copyOf(chosen, capacity);
    observations = Arrays.copyOf(observations, Math.multiplyExact(capacity, width));
    ranked = Arrays.copyOf(ranked, Math.multiplyExact(capacity, kept));
    preferences = Arrays.copyOf(preferences, Math.multiplyExact(capacity, kept));
  }

  /** Keeps the most preferred choices in order; numbers stay in the order they have. */
  private void rank(int from) {
    boolean choices = space instanceof Space.Discrete;
    int count = 0;
    for (int choice = 0; choice < all.length; choice++) {
      int place = Math.min(count, kept);
      while (choices && place > 0 && preferences[from + place - 1] < all[choice]) {
        place--;
      }
      if (place < kept) {
        int moved = Math.min(count, kept - 1) - place;
        System.arraycopy(ranked, from + place, ranked, from + place + 1, moved);
        System.arraycopy(preferences, from + place, preferences, from + place + 1, moved);
        ranked[from + place] = choice;
        preferences[from + place] = all[choice];
        count = Math.min(kept, count + 1);
      }
    }
  }

  /**
   * All of it.
   *
   * @param market where it was thought
   * @param episode what it led to
   * @throws InputException when these were not the decisions of that episode
   */
  Recollection recollection(Market market, Episode episode) {
    long[] times =
        IntStream.range(0, episode.ticks())
            .filter(tick -> episode.decided()[tick])
            .mapToLong(tick -> episode.timeNs()[tick])
            .toArray();
    if (times.length != decisions) {
      throw new InputException(
          "The policy decided %d times, and %d times when it was evaluated."
              .formatted(decisions, times.length));
    }
    return new Recollection(
        market.observationNames(),
        market.actionNames(),
        preference(),
        kept,
        times,
        Arrays.copyOf(observations, decisions * width),
        Arrays.copyOf(ranked, decisions * kept),
        Arrays.copyOf(preferences, decisions * kept),
        Arrays.copyOf(chosen, decisions),
        market.rewardTerms(episode));
  }

  private Preference preference() {
    if (!(space instanceof Space.Discrete)) {
      return Preference.NUMBERS;
    }
    return policy.rule() instanceof QNetwork ? Preference.VALUES : Preference.PROBABILITIES;
  }
}
