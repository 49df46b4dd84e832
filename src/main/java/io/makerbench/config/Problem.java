package io.makerbench.config;

/**
 * Something wrong with a value of a configuration.
 *
 * @param path keys from the root, joined by dots; list elements as {@code [0]}
 * @param message a sentence that says what is allowed
 */
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
