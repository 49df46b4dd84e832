package io.makerbench.workbench.runs;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.workbench.monitor.LiveRun;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.plot.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param words phase, share done and time left
 * @param fraction share done, 0 … 1; below 0 where it is not known
 */
record RunProgress(String words, double fraction) {
  private static final int PERCENT = 100;

  /** Of a run of this window to the frame; of others by what their files say. */
  static RunProgress of(RunFacts run, RunDesk desk) {
    if (desk.carriesOut(run.folder())) {
      LiveRun live = desk.follow(run.folder());
      return of(live.state().get(), live.phase().get().words(), live.progress().get());
    }
    RunRecord record = run.record();
    if (record.state() == RunState.DONE) {
      return new RunProgress("Finished", -1);
    }
    double step = run.sketch().lastStep();
    String words = record.phase().words();
    return new RunProgress(
        Double.isNaN(step) ? words : words + ", step " + Numbers.brief(step), -1);
  }

  private static RunProgress of(
      RunState state, String phase, ProgressEvent.@Nullable Progress latest) {
    if (state == RunState.QUEUED) {
      return new RunProgress("Waits for its turn", -1);
    }
    if (latest == null || latest.fraction() < 0) {
      return new RunProgress(phase, -1);
    }
    String share = Math.round(PERCENT * latest.fraction()) + " %";
    double left = latest.secondsLeft();
    boolean known = state == RunState.RUNNING && Double.isFinite(left);
    return new RunProgress(
        known ? share + ", " + Numbers.clock(left) + " left" : share, latest.fraction());
  }
}
