package io.makerbench.experiment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run worked on, for its record. */
public final class Machine {
  private static final Path LINUX_PROCESSOR = Path.of("/proc/cpuinfo");

  private Machine() {}

  /**
   * Version of the program, "development" outside its jar; with the commit, where it lies in a
   * checkout.
   */
  public static String programVersion() {
    String version = Machine.class.getPackage().getImplementationVersion();
    return (version == null ? "development" : version)
        + home().flatMap(SourceCommit::of).map(commit -> " (commit " + commit + ")").orElse("");
  }

  /** Where the program's classes lie. */
  private static Optional<Path> home() {
    CodeSource source = Machine.class.getProtectionDomain().getCodeSource();
    return source == null
        ? Optional.empty()
        : Optional.of(Path.of(URI.create(source.getLocation().toString())));
  }

  /** Processor, cores, memory, operating system and Java in one line. */
  public static String words() {
    return "%s, %d cores, %s %s, Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  private static String processor() {
    if (!Files.isReadable(LINUX_PROCESSOR)) {
      return "unknown processor";
    }
    try (Stream<String> lines = Files.lines(LINUX_PROCESSOR)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor (" + e.getMessage() + ")";
    }
  }
}
