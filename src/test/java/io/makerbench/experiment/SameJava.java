package io.makerbench.experiment;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other processes of this Java, with the options and the class path of this one; for tests. */
public final class SameJava {
  private SameJava() {}

  /** The command that starts a main class on a folder. */
  public static List<String> command(Class<?> main, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), main.getName(), folder.toString()));
    return command;
  }
}
