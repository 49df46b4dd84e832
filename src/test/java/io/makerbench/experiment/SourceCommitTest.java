package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommitTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Optional<String> found(String inside) throws IOException {
    return SourceCommit.of(Files.createDirectories(folder.resolve(inside)));
  }

  @Test
  void isThatOfTheBranchThatIsCheckedOut() throws IOException {
    write("a/.git/HEAD", "ref: refs/heads/main\n");
    assertEquals(Optional.empty(), found("a/target/classes"), "nothing is committed yet");
    write("a/.git/packed-refs", "# pack-refs\n" + HASH + " refs/heads/main\n");
    assertEquals(Optional.of("0123456789ab"), found("a/target/classes"));
    write("a/.git/refs/heads/main", HASH.replace('0', 'f') + "\n");
    assertEquals(Optional.of("f123456789ab"), found("a/target/classes"));
  }

  @Test
  void worktreesAndDetachedHeadsHaveOneToo() throws IOException {
    write("a/.git/refs/heads/side", HASH + "\n");
    write("a/.git/worktrees/b/HEAD", "ref: refs/heads/side\n");
    write("a/.git/worktrees/b/commondir", "../..\n");
    write("b/.git", "gitdir: " + folder.resolve("a/.git/worktrees/b") + "\n");
    assertEquals(Optional.of("0123456789ab"), found("b/src"));
    write("c/.git/HEAD", HASH + "\n");
    assertEquals(Optional.of("0123456789ab"), found("c"));
  }
}
