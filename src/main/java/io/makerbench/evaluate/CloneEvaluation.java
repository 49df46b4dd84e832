package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import io.makerbench.learn.cloning.ActionErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clone held against the expert it imitates: by its actions where it did not learn, by its
 * results where both play the same episodes, or by both.
 *
 * @param agent name of the clone
 * @param expert name of whom it imitates
 * @param conditions what the figures rest on, by name: mode, preset, seeds
 * @param actionNames names of the numbers of an action, in order
 * @param holdout how far its actions are from the expert's; null where it was not asked
 * @param rollout both in the same episodes; null where it was not asked
 * @param exitCriteria those that could be looked at
 */
public record CloneEvaluation(
    String agent,
    String expert,
    Map<String, String> conditions,
    List<String> actionNames,
    @Nullable ActionErrors holdout,
    @Nullable Rollout rollout,
    List<ExitCriterion> exitCriteria) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public CloneEvaluation {
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /**
   * Clone and expert in the same episodes.
   *
   * @param numEpisodes episodes each played
   * @param seed what they were drawn from
   */
  public record Rollout(
      int numEpisodes,
      long seed,
      RolloutFigures expert,
      RolloutFigures agent,
      Differences comparison) {}

  /**
   * The clone's figures beside the expert's.
   *
   * @param pnlRatio clone over expert; NaN where the expert's is not positive
   * @param killRateRatio clone over expert; NaN where the expert's is 0
   * @param pnlDiff clone − expert, quote currency
   * @param killRateDiff clone − expert
   */
  public record Differences(
      double pnlRatio, double killRateRatio, double pnlDiff, double killRateDiff) {
    static Differences of(RolloutFigures clone, RolloutFigures expert) {
      return new Differences(
          expert.meanPnl() > 0 ? clone.meanPnl() / expert.meanPnl() : Double.NaN,
          expert.killRate() > 0 ? clone.killRate() / expert.killRate() : Double.NaN,
          clone.meanPnl() - expert.meanPnl(),
          clone.killRate() - expert.killRate());
    }
  }

  /**
   * Judges a clone by what is given.
   *
   * @param holdout null where its actions were not looked at
   * @param cloneAndExpert the clone's episodes and the expert's; empty where none were played
   * @param seed what the episodes were drawn from
   */
  public static CloneEvaluation of(
      String agent,
      String expert,
      Map<String, String> conditions,
      List<String> actionNames,
      @Nullable ActionErrors holdout,
      List<Rollouts> cloneAndExpert,
      long seed) {
    List<ExitCriterion> criteria = new ArrayList<>();
    if (holdout != null) {
      criteria.add(ExitCriterion.ofActions(holdout));
    }
    Rollout rollout = null;
    if (!cloneAndExpert.isEmpty()) {
      Rollouts clone = cloneAndExpert.getFirst();
      Rollouts other = cloneAndExpert.getLast();
      criteria.add(ExitCriterion.ofKills(clone, other));
      criteria.add(ExitCriterion.ofProfit(clone, other));
      RolloutFigures ours = clone.figures();
      RolloutFigures theirs = other.figures();
      rollout = new Rollout(clone.episodes(), seed, theirs, ours, Differences.of(ours, theirs));
    }
    return new CloneEvaluation(
        agent, expert, conditions, actionNames, holdout, rollout, List.copyOf(criteria));
  }

  /** True where every criterion that was looked at is met. */
  public boolean passed() {
    return exitCriteria.stream().allMatch(ExitCriterion::passed);
  }

  /** As JSON; a value that is not defined is written {@code "NaN"}. */
  public String toJson() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param origin where the text is from, for the error message
   */
  public static CloneEvaluation fromJson(String text, String origin) {
    try {
      return JSON.readValue(text, CloneEvaluation.class);
    } catch (JacksonException e) {
      throw new InputException(
          "The evaluation " + origin + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
