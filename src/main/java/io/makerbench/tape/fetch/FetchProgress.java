package io.makerbench.tape.fetch;

/** Follows a fetch, from any thread, and may end it. */
public interface FetchProgress {
  /** Nobody looks. */
  FetchProgress NONE = (file, bytes, total) -> true;

  /**
   * Called several times a second.
   *
   * @param file name of the file being fetched
   * @param bytes bytes of it that are here
   * @param total its size; −1 while unknown
   * @return false to cancel: the fetch ends with {@link
   *     java.util.concurrent.CancellationException}, and what came is kept to go on from
   */
  boolean goOn(String file, long bytes, long total);

  /** Something a user may want to know: a connection that broke, a file that changed. */
  default void note(String words) {}
}
