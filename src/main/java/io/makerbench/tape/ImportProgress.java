package io.makerbench.tape;

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
}
