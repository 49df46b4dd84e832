package io.makerbench.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit of the Git checkout that a file lies in, read without Git. */
final class SourceCommit {
  private static final int BRIEF = 12;
  private static final String REFERENCE = "ref: ";
  private static final String ELSEWHERE = "gitdir: ";

  private SourceCommit() {}

  /** The first {@value #BRIEF} digits; empty outside a checkout, or where it cannot be read. */
  static Optional<String> of(Path inside) {
    try {
      for (Path at = inside.toAbsolutePath(); at != null; at = at.getParent()) {
        if (Files.exists(at.resolve(".git"))) {
          return commit(folder(at.resolve(".git"))).map(hash -> hash.substring(0, BRIEF));
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** A worktree has a file that names its folder. */
  private static Path folder(Path git) throws IOException {
    return Files.isDirectory(git)
        ? git
        : git.resolveSibling(Files.readString(git).strip().substring(ELSEWHERE.length()));
  }

  private static Optional<String> commit(Path folder) throws IOException {
    String head = Files.readString(folder.resolve("HEAD")).strip();
    if (!head.startsWith(REFERENCE)) {
      return hash(head);
    }
    String name = head.substring(REFERENCE.length());
    Path common = folder.resolve("commondir");
    Path shared =
        Files.exists(common)
            ? folder.resolve(Files.readString(common).strip()).normalize()
            : folder;
    if (Files.exists(shared.resolve(name))) {
      return hash(Files.readString(shared.resolve(name)).strip());
    }
    Path packed = shared.resolve("packed-refs");
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(packed)) {
      return lines
          .filter(line -> line.endsWith(" " + name))
          .findFirst()
          .flatMap(line -> hash(line.substring(0, line.indexOf(' '))));
    }
  }

  private static Optional<String> hash(String text) {
    return Optional.of(text).filter(hash -> hash.matches("[0-9a-f]{40,}"));
  }
}
