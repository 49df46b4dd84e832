package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.VectorEnv;
import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.Rollouts;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.cloning.ActionErrors;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.cloning.Lesson;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.report.Curve;
import io.makerbench.report.LossPicture;
import io.makerbench.storage.WholeFile;
import io.makerbench.system.Market;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the run of a clone leaves beside what every run does. */
final class CloneFiles {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private final CloningConfig cloning;
  private final Market market;
  private final Cloning algorithm;
  private @Nullable Lesson lesson;

  CloneFiles(RunFolder folder, ExperimentConfig config, Market market) {
    this.folder = folder;
    this.config = config;
    this.market = market;
    cloning = config.cloning();
    algorithm = new Cloning(cloning, market);
  }

  /** What was learnt from; read when first needed. */
  private Lesson lesson() {
    if (lesson == null) {
      try (VectorEnv env = market.training(config.execution().copies(), config.seed())) {
        lesson = algorithm.lesson(folder.finalCheckpoint(), env);
      }
    }
    return lesson;
  }

  /** Writes {@code training_metadata.json} and {@code training_curves.png}. */
  void writeTraining() {
    MetricsTable metrics = MetricsTable.read(folder.metrics());
    Curve learnt = curve(metrics, "loss", "training");
    Curve held = curve(metrics, "holdout_loss", "holdout");
    Curve mae = curve(metrics, "mae", "mean absolute error");
    WholeFile.write(folder.trainingMetadata(), Json.write(metadata(learnt, held, mae)));
    LossPicture.write(folder.trainingCurves(), List.of(learnt, held), mae);
  }

  private static Curve curve(MetricsTable metrics, String column, String label) {
    MetricsTable.Series series = metrics.column(column);
    return new Curve(column, label, series.steps(), series.values());
  }

  private ObjectNode metadata(Curve learnt, Curve held, Curve mae) {
    ObjectNode facts = JsonMapper.shared().createObjectNode();
    facts.put("data_dir", cloning.dataset());
    facts.set("data_metadata", dataMetadata());
    facts.put("expert", cloning.expert());
    market.conditions().forEach(facts::put);
    facts.put("obs_dim", market.observationWidth());
    facts.put("action_dim", market.actionSpace().width());
    ArrayNode hidden = facts.putArray("hidden_dims");
    cloning.hidden().forEach(hidden::add);
    facts.put("activation", cloning.activation().toString().toLowerCase(Locale.ROOT));
    facts.put("lr", cloning.lr());
    facts.put("batch_size", cloning.batchSize());
    facts.put("drop_last", cloning.dropLast());
    facts.put("epochs", cloning.epochs());
    facts.put("val_split", cloning.holdoutShare());
    facts.put("test_split", cloning.testShare());
    facts.put("seed", config.seed());
    facts.put("device", folder.stored().device());
    facts.put("n_params", parameters());
    facts.put("train_samples", lesson().trainingRows());
    facts.put("val_samples", lesson().holdoutRows());
    facts.put("test_samples", lesson().testRows());
    putLosses(facts, learnt, held, mae);
    return facts;
  }

  /** The dataset's own description, where there is one. */
  private JsonNode dataMetadata() {
    Path file = Path.of(cloning.dataset() == null ? "" : cloning.dataset(), "metadata.json");
    return cloning.dataset() != null && Files.exists(file)
        ? Json.read(file)
        : JsonNodeFactory.instance.nullNode();
  }

  private int parameters() {
    return TrainedPolicy.read(folder.finalCheckpoint()).policy().parameters().length;
  }

  private static void putLosses(ObjectNode facts, Curve learnt, Curve held, Curve mae) {
    int last = learnt.value().length - 1;
    int best = 0;
    for (int i = 1; i <= last; i++) {
      best = held.value()[i] < held.value()[best] ? i : best;
    }
    if (last >= 0) {
      facts.put("final_train_loss", learnt.value()[last]);
      facts.put("final_val_loss", held.value()[last]);
      facts.put("best_val_loss", held.value()[best]);
      facts.put("best_epoch", (int) held.step()[best]);
    }
    if (mae.value().length > 0) {
      facts.put("final_val_mae", mae.value()[mae.value().length - 1]);
    }
    put(facts.putArray("train_losses"), learnt);
    put(facts.putArray("val_losses"), held);
    put(facts.putArray("val_maes"), mae);
  }

  private static void put(ArrayNode into, Curve curve) {
    for (double value : curve.value()) {
      into.add(value);
    }
  }

  /** True where the configuration asks for the finished clone to be held against its expert. */
  boolean judges() {
    return cloning.testShare() > 0 || cloning.rollouts() > 0;
  }

  /** Judges the clone as its configuration says and writes {@code eval_results.json}. */
  CloneEvaluation judge(Policy clone) {
    return judge(clone, CloneExam.asConfigured(cloning));
  }

  /** Judges the clone and writes {@code eval_results.json}. */
  CloneEvaluation judge(Policy clone, CloneExam exam) {
    Map<String, String> conditions = new LinkedHashMap<>(market.conditions());
    conditions.put("training_seed", Long.toString(config.seed()));
    ActionErrors holdout = exam.onHoldout() ? holdout(clone, exam.dataset(), conditions) : null;
    Policy expert = algorithm.expert();
    List<Rollouts> rollouts = List.of();
    if (exam.episodes() > 0) {
      conditions.put("rollout_seed", Long.toString(exam.seed()));
      conditions.put("rollout_episodes", Integer.toString(exam.episodes()));
      rollouts = List.of(played(clone, exam), played(expert, exam));
    }
    CloneEvaluation evaluation =
        CloneEvaluation.of(
            clone.name(),
            expert.name(),
            conditions,
            market.actionNames(),
            holdout,
            rollouts,
            exam.seed());
    WholeFile.write(folder.cloneEvaluation(), evaluation.toJson());
    return evaluation;
  }

  /** The seed is of a stream of its own, so that no training meets these episodes. */
  private Rollouts played(Policy policy, CloneExam exam) {
    long seed = RandomStream.named(exam.seed(), "rollouts", 0).nextLong();
    try (VectorEnv env = market.training(exam.episodes(), seed)) {
      return Rollouts.of(policy, env);
    }
  }

  private ActionErrors holdout(
      Policy clone, @Nullable Path dataset, Map<String, String> conditions) {
    if (dataset != null) {
      conditions.put("holdout", last(CloneExam.LAST_OF_DATASET, "the dataset " + dataset));
      return algorithm.examine(clone, dataset, CloneExam.LAST_OF_DATASET);
    }
    if (cloning.testShare() == 0) {
      throw new InputException(
          "The run %s kept no demonstrations back from training (cloning.test_share is 0). Name a"
                  .formatted(folder.path())
              + " dataset with --data.");
    }
    String source =
        cloning.dataset() == null
            ? "the demonstrations recorded with seed " + config.seed()
            : "the dataset " + cloning.dataset();
    conditions.put("holdout", last(cloning.testShare(), source));
    return lesson().examine(clone);
  }

  private static String last(double share, String source) {
    String percent =
        BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    return "last %s %% of %s".formatted(percent, source);
  }
}
