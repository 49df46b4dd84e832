package io.makerbench.learn;

import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that appears whole or not at all: filled beside its place, then renamed. */
public final class AtomicFolder {
  /** Fills a folder with files. */
  @FunctionalInterface
  public interface Content {
    void write(Path folder) throws IOException;
  }

  private AtomicFolder() {}

  /** Writes a folder; one that is already there is replaced. */
  public static void write(Path folder, Content content) throws IOException {
    Path target = folder.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    Path former = target.resolveSibling("." + target.getFileName() + ".former");
    FolderTree.delete(draft);
    FolderTree.delete(former);
    Files.createDirectories(draft);
    content.write(draft);
    if (Files.exists(target)) {
      Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    FolderTree.delete(former);
  }
}
