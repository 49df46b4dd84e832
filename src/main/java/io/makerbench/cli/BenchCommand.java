package io.makerbench.cli;

import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Measurement;
import io.makerbench.experiment.OwnProgram;
import io.makerbench.experiment.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code makerbench bench NAME…}: measures and prints beside the floor. Of several each has a
 * process of its own: what was compiled for one would change the figure of the next.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure speed; without a name, list what can be measured.")
final class BenchCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to measure.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of recordings.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      program.benchmarks().forEach(b -> out.printf("%-16s %s%n", b.name(), b.help()));
      return CommandLineProgram.DONE;
    }
    List<Benchmark> chosen = names.stream().map(this::named).toList();
    return chosen.size() == 1 ? measure(chosen.getFirst()) : measureApart(chosen);
  }

  private int measure(Benchmark benchmark) {
    Settings settings = data == null ? program.settings() : program.settings().withData(data);
    Measurement found = benchmark.measure(settings);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? JsonMapper.shared().writeValueAsString(found) : words(found));
    out.flush();
    return CommandLineProgram.DONE;
  }

  private int measureApart(List<Benchmark> benchmarks) {
    for (Benchmark benchmark : benchmarks) {
      int code = measureApart(benchmark);
      if (code != CommandLineProgram.DONE) {
        return code;
      }
    }
    return CommandLineProgram.DONE;
  }

  private int measureApart(Benchmark benchmark) {
    PrintWriter out = spec.commandLine().getOut();
    Process process = start(benchmark);
    try (BufferedReader lines = process.inputReader()) {
      lines
          .lines()
          .forEach(line -> {
            out.println(line);
            out.flush();
          });
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("What a benchmark found cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    } finally {
      process.destroy();
    }
  }

  private Process start(Benchmark benchmark) {
    List<String> arguments = new ArrayList<>(List.of("bench", benchmark.name()));
    if (json) {
      arguments.add("--json");
    }
    if (data != null) {
      arguments.addAll(List.of("--data", data.toString()));
    }
    List<String> command = OwnProgram.command(OwnProgram.options(), arguments);
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot be started", e);
    }
  }

  private Benchmark named(String name) {
    return program.benchmarks().stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                spec.commandLine(),
                "There is no benchmark "
                    + name
                    + "; known are "
                    + String.join(", ", program.benchmarks().stream().map(Benchmark::name).toList())
                    + "."));
  }

  private static String words(Measurement found) {
    return String.format(
        Locale.ROOT,
        "%-16s %,.4g %s   floor %,.4g %s",
        found.name(),
        found.value(),
        found.unit(),
        found.floor(),
        found.unit());
  }
}
