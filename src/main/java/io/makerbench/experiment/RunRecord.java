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
 * @param phase part of the work it is in: import, train, evaluate, report
 * @param created when the folder was made
 * @param ended when it ended, null before that
 * @param activeSeconds time it worked, pauses and stops left out
 * @param version version of the program
 * @param machine processor, cores and operating system
 * @param device device the networks ran on
 * @param engine engine and version the networks ran on
 * @param trials evaluations made on the same windows by runs of this folder's root, this included
 * @param clonedFrom name of the run it was copied from, null when none
 */
public record RunRecord(
    String label,
    String system,
    String agent,
    long seed,
    RunState state,
    String message,
    String phase,
    Instant created,
    @Nullable Instant ended,
    double activeSeconds,
    String version,
    String machine,
    String device,
    String engine,
    int trials,
    @Nullable String clonedFrom) {}
