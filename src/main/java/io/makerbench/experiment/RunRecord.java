package io.makerbench.experiment;

import java.time.Instant;
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
    @Nullable String clonedFrom) {

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
        clonedFrom);
  }

  RunRecord in(RunState newState, String newMessage) {
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        newState,
        newMessage,
        phase,
        created,
        newState.ended() ? Instant.now() : null,
        activeSeconds,
        version,
        machine,
        device,
        engine,
        windows,
        trials,
        clonedFrom);
  }

  RunRecord at(Phase newPhase) {
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        state,
        message,
        newPhase,
        created,
        ended,
        activeSeconds,
        version,
        machine,
        device,
        engine,
        windows,
        trials,
        clonedFrom);
  }

  RunRecord after(double moreSeconds) {
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        state,
        message,
        phase,
        created,
        ended,
        activeSeconds + moreSeconds,
        version,
        machine,
        device,
        engine,
        windows,
        trials,
        clonedFrom);
  }

  RunRecord on(String newDevice, String newEngine) {
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        state,
        message,
        phase,
        created,
        ended,
        activeSeconds,
        version,
        machine,
        newDevice,
        newEngine,
        windows,
        trials,
        clonedFrom);
  }

  RunRecord judgedOn(String newWindows, int newTrials) {
    return new RunRecord(
        label,
        system,
        agent,
        seed,
        state,
        message,
        phase,
        created,
        ended,
        activeSeconds,
        version,
        machine,
        device,
        engine,
        newWindows,
        newTrials,
        clonedFrom);
  }
}
