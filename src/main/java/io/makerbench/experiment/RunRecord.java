package io.makerbench.experiment;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The content of run.json.
 *
 * @param label name a user gave
 * @param system trading system
 * @param agent agent that was trained or evaluated
 * @param seed seed of every random stream
 * @param state where the run stands
 * @param message why it stands there, in words; empty when there is nothing to say
 * @param phase part of the work it is in
 * @param created when the folder was made
 * @param ended when it ended, null before that
 * @param activeSeconds time it worked; pauses and stops left out
 * @param version version of the program
 * @param machine processor, cores and operating system
 * @param device device the networks ran on; empty before that is known
 * @param engine engine and version the networks ran on; empty before that is known
 * @param windows name and digest of the evaluation windows; empty before that is known
 * @param trials evaluations made on the same windows by the runs beside this one, itself included
 * @param clonedFrom name of the run it was copied from, null when none
 * @param configDigest SHA-256 of config.json as it was made; null in runs of older versions
 */
public record RunRecord(
    String label,
    String system,
    String agent,
    long seed,
    RunState state,
    String message,
    Phase phase,
    Instant created,
    @Nullable Instant ended,
    double activeSeconds,
    String version,
    String machine,
    String device,
    String engine,
    String windows,
    int trials,
    @Nullable String clonedFrom,
    @Nullable String configDigest) {

  /** The record of a run that was just made. */
  static RunRecord fresh(ExperimentConfig config, @Nullable String clonedFrom) {
    return new RunRecord(
        config.label(),
        config.system(),
        config.agent().type(),
        config.seed(),
        RunState.QUEUED,
        "",
        Phase.IMPORT,
        Instant.now(),
        null,
        0,
        Machine.programVersion(),
        Machine.words(),
        "",
        "",
        "",
        0,
        clonedFrom,
        null);
  }

  RunRecord in(RunState newState, String newMessage) {
    return with(draft -> {
      draft.state = newState;
      draft.message = newMessage;
      draft.ended = newState.ended() ? Instant.now() : null;
    });
  }

  RunRecord at(Phase newPhase) {
    return with(draft -> draft.phase = newPhase);
  }

  RunRecord after(double moreSeconds) {
    return with(draft -> draft.activeSeconds += moreSeconds);
  }

  RunRecord on(String newDevice, String newEngine) {
    return with(draft -> {
      draft.device = newDevice;
      draft.engine = newEngine;
    });
  }

  RunRecord judgedOn(String newWindows, int newTrials) {
    return with(draft -> {
      draft.windows = newWindows;
      draft.trials = newTrials;
    });
  }

  RunRecord frozen(String newConfigDigest) {
    return with(draft -> draft.configDigest = newConfigDigest);
  }

  private RunRecord with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        draft.state,
        draft.message,
        draft.phase,
        created,
        draft.ended,
        draft.activeSeconds,
        version,
        machine,
        draft.device,
        draft.engine,
        draft.windows,
        draft.trials,
        clonedFrom,
        draft.configDigest);
  }

  /** What may change while a run goes on. */
  private static final class Draft {
    private RunState state;
    private String message;
    private Phase phase;
    private @Nullable Instant ended;
    private double activeSeconds;
    private String device;
    private String engine;
    private String windows;
    private int trials;
    private @Nullable String configDigest;

    Draft(RunRecord record) {
      state = record.state;
      message = record.message;
      phase = record.phase;
      ended = record.ended;
      activeSeconds = record.activeSeconds;
      device = record.device;
      engine = record.engine;
      windows = record.windows;
      trials = record.trials;
      configDigest = record.configDigest;
    }
  }
}
