package io.makerbench.tape;

import java.nio.file.Path;
import java.util.List;

/**
 * Files to import into one tape.
 *
 * @param label venue, instrument and days as far as the files' names tell, else the first file
 */
public record ImportSet(String label, List<Path> files) {}
