package io.makerbench.workbench.data;

import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportSet;
import io.makerbench.tape.Importer;
import io.makerbench.tape.RecordingFormat;
import io.makerbench.tape.TapeCache;
import io.makerbench.workbench.panel.WorkTask;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recordings to be made into a tape.
 *
 * @param format what the files must be; null for whatever they are
 * @param options as the command line has them
 * @param target the tape to write; null for one in the program's own folder, which configurations
 *     that name the recordings find too
 * @param tapes the program's own folder of tapes
 */
record ImportJob(
    ImportSet set,
    @Nullable RecordingFormat format,
    ImportOptions options,
    @Nullable Path target,
    Path tapes) {
  /** The task that does it. */
  WorkTask task() {
    return new WorkTask("Import of " + set.label(), this::run);
  }

  private List<Path> run(WorkTask.Report report) {
    if (format != null) {
      format.require(set.files());
    }
    ImportMeter meter = new ImportMeter(set.files(), report, System::nanoTime);
    if (target == null) {
      return List.of(new TapeCache(tapes).imported(set.files(), options, meter));
    }
    Importer.run(set.files(), target, options, meter);
    return List.of(target);
  }
}
