package io.makerbench.tape;

import java.nio.file.Path;

/** Follows an import from its own thread, and may end it. */
public interface ImportProgress {
  /** Nobody looks. */
  ImportProgress NONE = (phase, rows) -> true;

  /**
   * Called every few thousand rows.
   *
   * @param phase what is done, in words
   * @param rows rows done in this phase
   * @return false to cancel: the import ends with {@link
   *     java.util.concurrent.CancellationException} and leaves nothing
   */
  boolean goOn(String phase, long rows);

  /**
   * Called now and then while a text recording is read.
   *
   * @param bytes of the file as it lies on disk, packed or not, that were read so far
   */
  default void read(Path file, long bytes) {}
}
