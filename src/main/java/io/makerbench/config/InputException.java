package io.makerbench.config;

/**
 * Something a user gave cannot be used. The message is a whole sentence that names the file, the
 * key or the row, and says what is allowed.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
