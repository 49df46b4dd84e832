package io.makerbench.tape;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Recorded files that make one tape: those of an instrument on days without a break.
 *
 * @param market venue, as the files' names say
 * @param symbol instrument, likewise
 * @param firstDay first day, UTC
 * @param lastDay last day, UTC
 * @param files what to import, in order
 * @param bytes their size
 */
public record RecordedSet(
    String market,
    String symbol,
    LocalDate firstDay,
    LocalDate lastDay,
    List<Path> files,
    long bytes) {}
