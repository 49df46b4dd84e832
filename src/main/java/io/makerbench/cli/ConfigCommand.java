package io.makerbench.cli;

import io.makerbench.config.ConfigReference;
import io.makerbench.experiment.ConfigFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench config}: explains and checks configurations. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "doc|schema|check",
    description = "Explain configurations (doc, schema) or check one.")
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: config doc, config schema, or config check CONFIG.");
  }

  @Command(
      name = "doc",
      mixinStandardHelpOptions = true,
      description = "Print the reference of every key as Markdown.")
  void doc() {
    print(ConfigReference.markdown(ConfigFiles.reader().schema()));
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Print the JSON Schema of a configuration.")
  void schema() {
    print(ConfigReference.jsonSchema(ConfigFiles.reader().schema()));
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Check a configuration and name everything that is wrong with it.")
  void check(@Parameters(paramLabel = "CONFIG", description = "Configuration.") Path config) {
    WrongConfig.reading(spec, () -> ConfigFiles.load(config, List.of()));
    print(config + " is a valid configuration.\n");
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
