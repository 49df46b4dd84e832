package io.makerbench.experiment;

import io.makerbench.config.Json;
import io.makerbench.storage.FolderTree;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The best policy a training had so far, in the folder {@value #FOLDER} of its run: a checkpoint
 * like the last one, which can be judged or gone on from, and {@value #MEAN} that says how good.
 */
final class BestPolicy {
  private static final String FOLDER = "best";
  private static final String MEAN = "best.json";

  private final Path place;
  private double best;

  BestPolicy(RunFolder run) {
    place = run.path().resolve(FOLDER);
    Path mean = place.resolve(MEAN);
    best = Files.exists(mean) ? Json.read(mean).path("mean").asDouble() : Double.NEGATIVE_INFINITY;
  }

  /**
   * Keeps a policy if it is better than the one before; the folder is exchanged as a whole.
   *
   * @param mean how good it is; NaN for a policy that is not to be kept
   * @param save writes it into a folder
   * @return whether it was kept
   */
  boolean offer(double mean, long step, Consumer<Path> save) {
    if (!(mean > best)) {
      return false;
    }
    try {
      Path hidden = place.resolveSibling("." + FOLDER + "-writing");
      FolderTree.delete(hidden);
      Files.createDirectory(hidden);
      save.accept(hidden);
      WholeFile.write(
          hidden.resolve(MEAN),
          Json.write(JsonNodeFactory.instance.objectNode().put("step", step).put("mean", mean)));
      FolderTree.delete(place);
      Files.move(hidden, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The best policy cannot be kept in " + place + ".", e);
    }
    best = mean;
    return true;
  }

  Path place() {
    return place;
  }
}
