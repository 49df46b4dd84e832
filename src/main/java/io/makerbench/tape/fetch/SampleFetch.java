package io.makerbench.tape.fetch;

import io.makerbench.config.InputException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches days of recordings from a vendor into a folder, under the names by which recordings are
 * found. A file appears under its name only when it is whole and checked; until then it is a {@code
 * .part}, which the next fetch goes on with.
 *
 * @param vendor address below which the files lie
 * @param folder where to put them
 */
public record SampleFetch(URI vendor, Path folder, Retry retry) {
  /**
   * Fetches files one after another; those that are here already are left alone.
   *
   * @throws InputException naming the first file that could not be fetched, and why; those before
   *     it stay
   * @throws java.util.concurrent.CancellationException when it was cancelled
   */
  public List<FetchedFile> run(List<Sample> samples, FetchProgress progress) {
    List<FetchedFile> files = new ArrayList<>();
    for (Sample sample : samples) {
      Path target = folder.resolve(sample.fileName());
      files.add(
          Files.exists(target)
              ? new FetchedFile(target, target.toFile().length(), "")
              : new Download(sample, vendor, folder, retry, progress).run());
    }
    return List.copyOf(files);
  }
}
