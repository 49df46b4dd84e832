package io.makerbench.workbench.panel;

/** Tells a user something without taking the focus. May be called from any thread. */
public interface Notices {
  /** Something was done. */
  void done(String message);

  /**
   * Something was done that leads on.
   *
   * @param verb what the notice's button says, for example {@code Show}
   * @param action what it does, on the JavaFX thread
   */
  void done(String message, String verb, Runnable action);

  /** Something was done that can be taken back for a while. */
  void undoable(String message, Runnable undo);

  /** Something did not work; the message says what and what to do. The cause goes to the log. */
  void failed(String message, Throwable cause);
}
