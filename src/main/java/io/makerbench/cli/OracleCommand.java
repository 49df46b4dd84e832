package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.oracle.Finding;
import io.makerbench.oracle.Oracle;
import io.makerbench.oracle.Oracles;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code makerbench oracle NAME}: published numbers beside ours. */
@Command(
    name = "oracle",
    mixinStandardHelpOptions = true,
    description = {
      "Print published numbers beside ours; without a name, all of them.",
      "Fails when one is off by more than 1e-6 (closed forms) or three standard errors."
    })
final class OracleCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  private static final MathContext TEN_DIGITS = new MathContext(10);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Oracle to ask.")
  private @Nullable String name;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Another case than the published ones; may be repeated.")
  private List<String> settings = List.of();

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean agree = true;
    String header = "";
    for (Finding finding : (Iterable<Finding>) findings()::iterator) {
      if (json) {
        out.println(JsonMapper.shared().writeValueAsString(finding));
      } else {
        header = header(finding, header, out);
        out.println(words(finding));
      }
      out.flush();
      agree &= !Boolean.FALSE.equals(finding.agrees());
    }
    return agree ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
  }

  private Stream<Finding> findings() {
    return WrongConfig.reading(
        spec, () -> name == null ? all() : of(Oracles.named(name, program.settings())));
  }

  private Stream<Finding> all() {
    if (!settings.isEmpty()) {
      throw new InputException("--set needs the name of the oracle whose key it sets.");
    }
    return Oracles.all(program.settings()).stream()
        .filter(this::hasItsRecordings)
        .flatMap(Oracles::published);
  }

  private boolean hasItsRecordings(Oracle oracle) {
    boolean there = program.settings().data() != null || !oracle.needsRecordings();
    if (!there) {
      String left = "%s is left out: it needs recordings, whose folder %s names.%n";
      spec.commandLine().getErr().printf(left, oracle.name(), Settings.DATA_VARIABLE);
    }
    return there;
  }

  private Stream<Finding> of(Oracle oracle) {
    return settings.isEmpty() ? Oracles.published(oracle) : Oracles.set(oracle, settings);
  }

  /** Prints the case where it is another than the last. */
  private static String header(Finding finding, String last, PrintWriter out) {
    String header = finding.oracle() + ": " + finding.values();
    if (!header.equals(last)) {
      out.println(header);
    }
    return header;
  }

  private static String words(Finding f) {
    String ours = String.format(Locale.ROOT, "  %-34s %-14.10g", f.quantity(), f.ours());
    if (f.published() == null) {
      return ours + " no published number";
    }
    return String.format(
        Locale.ROOT,
        "%s %s %s, %+.2g %s (%s)",
        ours,
        Boolean.TRUE.equals(f.agrees()) ? "agrees with" : "DIFFERS FROM",
        BigDecimal.valueOf(f.published()).round(TEN_DIGITS).stripTrailingZeros().toPlainString(),
        f.difference(),
        f.unit(),
        f.source());
  }
}
