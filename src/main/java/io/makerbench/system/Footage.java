package io.makerbench.system;

import java.nio.file.Path;

/**
 * The part of a tape a window shows: what a picture of the market beside an episode is drawn from.
 *
 * @param tape file of the tape
 * @param firstRow first row of its book states within the window
 * @param lastRow last one, inclusive
 * @param byExchangeTime true where the times of the window and its episodes are exchange times;
 *     false where they are the receiver's
 */
public record Footage(Path tape, long firstRow, long lastRow, boolean byExchangeTime) {}
