package io.makerbench.cli;

import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.ExitCriterion;
import io.makerbench.evaluate.RolloutFigures;
import io.makerbench.experiment.CloneExam;
import io.makerbench.experiment.Clones;
import io.makerbench.experiment.RunFolder;
import io.makerbench.learn.cloning.ActionErrors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench evaluate RUN}: a clone held against its expert. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Hold the clone that a run trained against its expert: by its actions on the holdout, by"
          + " rollouts, or by both where neither is named. Writes eval_results.json into the run's"
          + " folder and its report again; the exit code is 1 where an exit criterion is not met."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_EPISODES = 10_000;

  @Spec private CommandSpec spec;

  @ParentCommand private CommandLineProgram program;

  @Parameters(paramLabel = "RUN", description = "Folder of a run whose agent is a clone.")
  private Path run;

  @Option(names = "--holdout", description = "Errors of the actions where it did not learn.")
  private boolean holdout;

  @Option(names = "--rollout", description = "PnL, kill rate and drawdown in the same episodes.")
  private boolean rollout;

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      description =
          "Dataset whose last tenth is the holdout; by default what the training kept back.")
  private @Nullable Path data;

  @Option(
      names = "--episodes",
      defaultValue = "100",
      description = "Episodes of the rollouts; ${DEFAULT-VALUE} by default.")
  private int episodes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the rollouts; ${DEFAULT-VALUE} by default.")
  private long seed;

  @Option(names = "--json", description = "Print eval_results.json instead of its figures.")
  private boolean json;

  @Override
  public Integer call() {
    if (episodes < 2 || episodes > MOST_EPISODES) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--episodes must be from 2 to %d; it is %d.".formatted(MOST_EPISODES, episodes));
    }
    boolean both = holdout == rollout;
    CloneExam exam = new CloneExam(both || holdout, data, both || rollout ? episodes : 0, seed);
    CloneEvaluation evaluation = Clones.judge(RunFolder.open(run), program.settings(), exam);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(evaluation.toJson());
    } else {
      print(out, evaluation);
    }
    out.flush();
    return evaluation.passed() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
  }

  private static void print(PrintWriter out, CloneEvaluation evaluation) {
    out.printf("%s held against %s%n", evaluation.agent(), evaluation.expert());
    evaluation.conditions().forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
    if (evaluation.holdout() != null) {
      print(out, evaluation.holdout(), evaluation.actionNames());
    }
    CloneEvaluation.Rollout played = evaluation.rollout();
    if (played != null) {
      out.printf("%nThe same %d episodes%n", played.numEpisodes());
      print(out, played.agent());
      print(out, played.expert());
    }
    out.printf("%nExit criteria (differences are clone − expert, paired by episode)%n");
    evaluation.exitCriteria().forEach(criterion -> print(out, criterion));
  }

  private static void print(PrintWriter out, ActionErrors errors, List<String> names) {
    out.printf(
        Locale.ROOT,
        "%nActions on the holdout, %d decisions%n  mse %.6g, mae %.6g, rmse %.6g, max %.6g%n",
        errors.nSamples(),
        errors.mse(),
        errors.mae(),
        errors.rmse(),
        errors.maxError());
    for (int i = 0; i < names.size(); i++) {
      out.printf(
          Locale.ROOT,
          "  %-28s mae %.6g, max %.6g%n",
          names.get(i),
          errors.perDimMae().get(i),
          errors.perDimMaxError().get(i));
    }
  }

  private static void print(PrintWriter out, RolloutFigures figures) {
    out.printf(
        Locale.ROOT,
        "  %-16s mean PnL %.6g (sd %.6g), kill rate %.4g, mean max drawdown %.6g, worst %.6g%n",
        figures.policy(),
        figures.meanPnl(),
        figures.stdPnl(),
        figures.killRate(),
        figures.meanMaxDrawdown(),
        figures.worstDrawdown());
  }

  private static void print(PrintWriter out, ExitCriterion criterion) {
    out.printf(
        Locale.ROOT,
        "  [%s] %s: %.6g against %.6g; difference %.6g, 95 %% interval [%.6g, %.6g]; margin %.6g%n"
            + "         %s%n",
        criterion.passed() ? "PASS" : "FAIL",
        criterion.name(),
        criterion.agent(),
        criterion.expert(),
        criterion.difference(),
        criterion.low(),
        criterion.high(),
        criterion.margin(),
        criterion.rule());
  }
}
