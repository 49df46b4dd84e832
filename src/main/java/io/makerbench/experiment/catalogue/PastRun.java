package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.Recipe;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a finished training took.
 *
 * @param name of its folder
 * @param config its complete configuration
 * @param steps it learned from
 * @param trainingSeconds of work on the training
 * @param otherSeconds of work before and after it
 * @param mib most memory its process took; NaN where that is not known
 */
public record PastRun(
    String name,
    ObjectNode config,
    double steps,
    double trainingSeconds,
    double otherSeconds,
    double mib) {
  /** Of more, the older ones tell nothing new. */
  private static final int MOST = 60;

  /** The newest finished trainings below a folder; damaged folders are passed over. */
  public static List<PastRun> below(Path root) {
    List<PastRun> found = new ArrayList<>();
    for (RunFolder run : RunFolder.list(root)) {
      if (found.size() == MOST) {
        break;
      }
      try {
        add(run, found);
      } catch (InputException damaged) {
        continue; // the list of runs says so
      }
    }
    return found;
  }

  private static void add(RunFolder run, List<PastRun> to) {
    RunRecord record = run.record();
    MetricsTable timing = MetricsTable.read(run.timing());
    MetricsTable.Series seconds = timing.column("seconds");
    ObjectNode config = (ObjectNode) run.readConfig();
    boolean usable =
        record.state() == RunState.DONE && seconds.size() > 1 && Recipe.of(config).learns();
    if (usable) {
      int last = seconds.size() - 1;
      double training = seconds.values()[last];
      double other = Math.max(0, record.activeSeconds() - training);
      double mib = Arrays.stream(timing.column("rss_mib").values()).max().orElse(Double.NaN);
      to.add(new PastRun(run.name(), config, seconds.steps()[last], training, other, mib));
    }
  }
}
