package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.learn.DivergedException;
import io.makerbench.report.ReportFormat;
import io.makerbench.storage.ProcessLock;
import io.makerbench.storage.WholeFile;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one run does from its beginning, or from where it was left, on the calling thread: open the
 * data, train, evaluate, report. Each part is done again only when it was not finished.
 */
final class RunWork {
  private static final double NANOS_A_SECOND = 1e9;

  private final RunFolder folder;
  private final Settings settings;
  private final Gate gate;
  private final Consumer<ProgressEvent> progress;
  private long notedNanos = System.nanoTime();
  private RunRecord record;

  RunWork(RunFolder folder, Settings settings, Gate gate, Consumer<ProgressEvent> progress) {
    this.folder = folder;
    this.settings = settings;
    this.gate = gate;
    RunLog log = new RunLog(folder);
    this.progress =
        event -> {
          log.note(event);
          progress.accept(event);
        };
    this.record = folder.stored();
  }

  /** Works until the run is done, failed or stopped, and says which. */
  RunState carryOut() {
    if (record.state() == RunState.DONE) {
      return end(RunState.DONE, "The run was done already.");
    }
    try (ProcessLock _ = RunLock.take(folder)) {
      enter(RunState.RUNNING, "");
      Optional<String> stopped = parts();
      return stopped.isEmpty()
          ? end(RunState.DONE, CheckpointStore.remark(folder))
          : end(RunState.STOPPED, stopped.get());
    } catch (InputException | DivergedException e) {
      return end(RunState.FAILED, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      WholeFile.write(folder.path().resolve("error.txt"), trace(e));
      return end(
          RunState.FAILED,
          "Something went wrong that should not: " + e + ". The trace is in error.txt.");
    }
  }

  /** Why it stopped, empty where the user asked for it; absent when all is done. */
  private Optional<String> parts() {
    ExperimentConfig config = ConfigFiles.read(folder.readConfig(), folder.config().toString());
    begin(Phase.IMPORT);
    try (AgentSource agents = new AgentSource(folder, config);
        Market market = open(config, agents.facts())) {
      note(market.remarks());
      if (config.evaluation().enabled()) {
        market.evaluationWindows(); // what is wrong with them is said before a long training
      }
      if (config.agent().learns() && !Files.exists(folder.finalCheckpoint())) {
        begin(Phase.TRAIN);
        agents.requireFittingStart(market);
        TrainingWork training = new TrainingWork(folder, config, market, gate, this::tell);
        Optional<String> stopped = training.carryOut();
        if (stopped.isPresent()) {
          return stopped;
        }
      }
      if (config.agent().learns()) {
        tidyAfterTraining(config, market);
      }
      if (config.evaluation().enabled()) {
        begin(Phase.EVALUATE);
        EvaluationWork evaluation =
            new EvaluationWork(folder, config, market, agents.policy(market), gate, this::tell);
        if (!evaluation.carryOut()) {
          return Optional.of("");
        }
        judgeClone(config, market, agents);
        record = record.judgedOn(evaluation.windows(), Trials.on(evaluation.windows(), folder));
        folder.write(record);
      }
    }
    begin(Phase.REPORT);
    record = record.after(secondsSinceNoted());
    folder.write(record);
    Reports.write(folder, EnumSet.complementOf(EnumSet.of(ReportFormat.PDF, ReportFormat.PNG)));
    return Optional.empty();
  }

  /** Says what is to be known of the data, and keeps it for the report. */
  private void note(List<String> remarks) {
    if (!remarks.isEmpty()) {
      WholeFile.write(folder.remarks(), String.join("\n", remarks) + "\n");
      remarks.forEach(remark -> progress.accept(new ProgressEvent.State(RunState.RUNNING, remark)));
    }
  }

  private void judgeClone(ExperimentConfig config, Market market, AgentSource agents) {
    if (config.clones()) {
      CloneFiles files = new CloneFiles(folder, config, market);
      if (files.judges()) {
        files.judge(agents.policy(market));
      }
    }
  }

  /** Done whenever the run comes by, so that a kill right after the training changes nothing. */
  private void tidyAfterTraining(ExperimentConfig config, Market market) {
    new CheckpointStore(folder).leaveOnlyFinal();
    String copy = config.algorithm(market).savePath();
    if (copy != null) {
      PolicyCopy.make(folder.finalCheckpoint(), Path.of(copy));
    }
    if (config.clones() && !Files.exists(folder.trainingCurves())) {
      new CloneFiles(folder, config, market).writeTraining();
    }
  }

  private Market open(ExperimentConfig config, @Nullable String facts) {
    TradingSystem system = ConfigFiles.system(config.system());
    return system.open(config.market(), settings.place(), config.seed(), facts);
  }

  private void begin(Phase phase) {
    record = record.at(phase);
    folder.write(record);
    progress.accept(new ProgressEvent.PhaseChange(phase));
  }

  private void tell(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.State changed -> enter(changed.state(), changed.message());
      case ProgressEvent.Device device -> {
        record = record.on(device.name(), device.engine());
        folder.write(record);
        progress.accept(event);
      }
      default -> progress.accept(event);
    }
  }

  private void enter(RunState state, String message) {
    record = record.in(state, message);
    folder.write(record);
    progress.accept(new ProgressEvent.State(state, message));
  }

  private RunState end(RunState state, String message) {
    record = record.after(secondsSinceNoted()).in(state, message);
    folder.write(record);
    progress.accept(new ProgressEvent.State(state, message));
    return state;
  }

  /** Seconds of work that the record does not hold yet. */
  private double secondsSinceNoted() {
    long now = System.nanoTime();
    double seconds = (now - notedNanos) / NANOS_A_SECOND;
    notedNanos = now;
    return seconds;
  }

  private static String trace(Exception e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
