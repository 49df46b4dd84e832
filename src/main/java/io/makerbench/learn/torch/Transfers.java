package io.makerbench.learn.torch;

/**
 * What has gone between the heap and the device of a network.
 *
 * @param uploads arrays that went to the device
 * @param bytesUp bytes of them
 * @param downloads arrays that came back
 * @param bytesDown bytes of them
 */
public record Transfers(long uploads, long bytesUp, long downloads, long bytesDown) {
  /** None so far. */
  static final Transfers NONE = new Transfers(0, 0, 0, 0);

  /** What went since an earlier moment. */
  public Transfers since(Transfers before) {
    return new Transfers(
        uploads - before.uploads,
        bytesUp - before.bytesUp,
        downloads - before.downloads,
        bytesDown - before.bytesDown);
  }

  Transfers up(long bytes) {
    return new Transfers(uploads + 1, bytesUp + bytes, downloads, bytesDown);
  }

  Transfers down(long bytes) {
    return new Transfers(uploads, bytesUp, downloads + 1, bytesDown + bytes);
  }
}
