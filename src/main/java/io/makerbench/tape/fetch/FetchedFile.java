package io.makerbench.tape.fetch;

import java.nio.file.Path;

/**
 * A file that is here.
 *
 * @param bytes its size
 * @param checked what it was held against, in words: {@code gzip, length, ETag}; empty for a file
 *     that was here before
 */
public record FetchedFile(Path path, long bytes, String checked) {}
