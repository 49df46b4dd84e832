package io.makerbench.workbench.runs;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of all runs again and again, and of each run only what changed since. One scan
 * at a time, off the JavaFX thread.
 */
final class RunScan {
  private static final Logger LOG = LoggerFactory.getLogger(RunScan.class);

  private record Stamp(long recordMillis, long metricsBytes) {}

  private record Known(Stamp stamp, RunRow row) {}

  private Map<Path, Known> known = new HashMap<>();

  /** All runs below a folder. One that cannot be read is left out and named in the log. */
  synchronized List<RunRow> scan(Path root) throws IOException {
    Map<Path, Known> found = new HashMap<>();
    List<RunRow> rows = new ArrayList<>();
    for (RunFolder folder : Files.isDirectory(root) ? RunFolder.list(root) : List.<RunFolder>of()) {
      try {
        Known run = read(folder);
        found.put(folder.path(), run);
        rows.add(run.row());
      } catch (InputException | IOException e) {
        LOG.warn("The run {} cannot be read.", folder.path(), e);
      }
    }
    known = found;
    return rows;
  }

  private Known read(RunFolder folder) throws IOException {
    Stamp stamp =
        new Stamp(
            Files.getLastModifiedTime(folder.run()).toMillis(),
            Files.exists(folder.metrics()) ? Files.size(folder.metrics()) : 0);
    Known before = known.get(folder.path());
    boolean same =
        before != null
            && before.stamp().equals(stamp)
            && before.row().record().state().ended(); // others change when their process dies
    return same ? before : new Known(stamp, RunRow.read(folder));
  }
}
