package io.makerbench.experiment;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, in a process of its own: the same Java machine and class path. */
public final class OwnProgram {
  private static final String MAIN_CLASS = "io.makerbench.Launcher";

  /** Debuggers and recordings belong to one process. */
  private static final List<String> OF_ONE_PROCESS =
      List.of(
          "-agent",
          "-javaagent",
          "-Xrun",
          "-XX:AOTCacheOutput",
          "-XX:AOTMode",
          "-XX:ArchiveClassesAtExit");

  private OwnProgram() {}

  /** The options of this process's machine that another one can have as well. */
  public static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OF_ONE_PROCESS.stream().noneMatch(option::startsWith))
        .toList();
  }

  /** The command that starts it with these options and arguments. */
  public static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN_CLASS));
    command.addAll(arguments);
    return command;
  }
}
