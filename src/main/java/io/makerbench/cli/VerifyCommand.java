package io.makerbench.cli;

import io.makerbench.tape.Verdict;
import io.makerbench.tape.Verdict.Figure;
import io.makerbench.tape.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench verify}: rebuilds books and compares them with what was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Rebuild the books of recordings and compare them with what the venue published: LOBSTER"
            + " archives with their rows of the book, level updates of Tardis with quotes, raw"
            + " recordings of Binance with both. The exit code is 1 when there is a mismatch.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILES", arity = "1..*", description = "Recordings to compare.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long mismatches = 0;
    for (Verification check : Verification.of(files)) {
      out.println(check.subject());
      Verdict verdict = check.run();
      verdict.figures().forEach(figure -> out.println("  " + words(figure)));
      if (verdict.first() != null) {
        out.println("  first mismatch: " + verdict.first());
      }
      out.flush();
      mismatches += verdict.mismatches();
    }
    return mismatches == 0 ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
  }

  private static String words(Figure figure) {
    String format =
        switch (figure.unit()) {
          case COUNT -> "%-58s %,14.0f";
          case SHARE -> "%-58s %14.6f";
        };
    return String.format(Locale.ROOT, format, figure.name(), figure.value());
  }
}
