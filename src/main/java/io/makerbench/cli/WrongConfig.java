package io.makerbench.cli;

import io.makerbench.config.InputException;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Turns what is wrong with a configuration into wrong use of the command line, exit code 2. */
final class WrongConfig {
  private WrongConfig() {}

  static <T> T reading(CommandSpec spec, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (InputException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
