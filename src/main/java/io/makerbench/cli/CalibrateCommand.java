package io.makerbench.cli;

import io.makerbench.flow.Calibration;
import io.makerbench.flow.CalibrationFile;
import io.makerbench.flow.Calibrator;
import io.makerbench.flow.Estimate;
import io.makerbench.flow.FillIntensity;
import io.makerbench.flow.FlowModelName;
import io.makerbench.flow.GoodnessOfFit;
import io.makerbench.flow.HawkesFit;
import io.makerbench.flow.KolmogorovSmirnov;
import io.makerbench.flow.LogNormalSizes;
import io.makerbench.flow.MutualHawkesFit;
import io.makerbench.flow.Volatility;
import io.makerbench.report.GoodnessPage;
import io.makerbench.tape.Tape;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code makerbench calibrate}: parameters of order-flow models from a tape. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description =
        "Estimate the parameters of order-flow models from a tape, and hold the models against it.")
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TAPE", description = "Tape to calibrate on; made by import.")
  private Path tape = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      arity = "1..*",
      split = ",",
      converter = ModelNames.class,
      completionCandidates = ModelNames.class,
      description = "Models: ${COMPLETION-CANDIDATES}; all the tape allows by default.")
  private List<FlowModelName> models = List.of();

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder to write.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what is simulated; ${DEFAULT-VALUE} by default.")
  private long seed;

  @Override
  public Integer call() {
    Calibrator.Outcome outcome;
    try (Tape open = Tape.open(tape)) {
      outcome = Calibrator.calibrate(open, new TreeSet<>(models), seed);
    }
    Path figures = out.resolve("calibration.json");
    CalibrationFile.write(figures, outcome);
    Path page = out.resolve("goodness.html");
    GoodnessPage.write(page, outcome);
    PrintWriter text = spec.commandLine().getOut();
    print(text, outcome);
    text.println(figures);
    text.println(page);
    text.flush();
    return CommandLineProgram.DONE;
  }

  /** Names of the models as people write them. */
  private static final class ModelNames implements ITypeConverter<FlowModelName>, Iterable<String> {
    @Override
    public FlowModelName convert(String text) {
      for (FlowModelName name : FlowModelName.values()) {
        if (name.toString().equals(text)) {
          return name;
        }
      }
      throw new TypeConversionException(
          "There is no model %s; there are %s.".formatted(text, String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(FlowModelName.values()).map(FlowModelName::toString).iterator();
    }
  }

  private static void print(PrintWriter text, Calibrator.Outcome outcome) {
    Calibration c = outcome.calibration();
    Calibration.Subject tape = c.tape();
    text.printf(
        Locale.ROOT,
        "%s %s: %.1f s, %,d market orders; tick %s, lot %s, clock step %s s%n",
        tape.exchange(),
        tape.symbol(),
        tape.seconds(),
        tape.marketOrders(),
        tape.tickSize(),
        tape.lotSize(),
        tape.clockStepSeconds());
    prices(text, c);
    arrivals(text, c);
    sizes(text, "market order", c.marketSizes());
    sizes(text, "limit order", c.limitSizes());
    distances(text, outcome.goodness());
    c.notes().forEach(text::println);
  }

  private static void prices(PrintWriter text, Calibration c) {
    for (Volatility v : c.volatility()) {
      String name = "sigma at %s s (ticks/√s)".formatted(v.stepSeconds());
      line(text, name, v.sigmaTicksPerSqrtSecond());
    }
    FillIntensity reach = c.fillIntensity();
    if (reach != null) {
      line(text, "A (1/s)", reach.aPerSecond());
      line(text, "k (1/tick)", reach.kPerTick());
    }
  }

  private static void arrivals(PrintWriter text, Calibration c) {
    line(text, "buys (1/s)", c.buysPerSecond());
    line(text, "sells (1/s)", c.sellsPerSecond());
    residuals(text, "poisson residuals", c.poissonResiduals());
    HawkesFit hawkes = c.hawkes();
    if (hawkes != null) {
      line(text, "hawkes mu (1/s)", hawkes.mu());
      line(text, "hawkes alpha (1/s)", hawkes.alpha());
      line(text, "hawkes beta (1/s)", hawkes.beta());
    }
    residuals(text, "hawkes residuals", c.hawkesResiduals());
    MutualHawkesFit mutual = c.mutualHawkes();
    if (mutual != null) {
      line(text, "mutual mu buys (1/s)", mutual.buysPerSecond());
      line(text, "mutual mu sells (1/s)", mutual.sellsPerSecond());
      line(text, "mutual alpha self (1/s)", mutual.alphaSelfPerSecond());
      line(text, "mutual alpha cross (1/s)", mutual.alphaCrossPerSecond());
      line(text, "mutual beta (1/s)", mutual.betaPerSecond());
    }
  }

  private static void line(PrintWriter text, String name, Estimate estimate) {
    text.printf(
        Locale.ROOT,
        "%-28s %12.6g   95 %% [%.6g, %.6g]%n",
        name,
        estimate.value(),
        estimate.low(),
        estimate.high());
  }

  private static void residuals(PrintWriter text, String name, @Nullable KolmogorovSmirnov test) {
    if (test != null) {
      text.printf(Locale.ROOT, "%-28s KS %.4f, p %.2g%n", name, test.statistic(), test.p());
    }
  }

  private static void sizes(PrintWriter text, String name, @Nullable LogNormalSizes sizes) {
    if (sizes != null) {
      line(text, name + " median (lots)", sizes.medianLots());
      line(text, name + " sigma of log", sizes.sigmaOfLog());
    }
  }

  private static void distances(PrintWriter text, GoodnessOfFit goodness) {
    text.printf("%n%-18s %-15s %-28s %s%n", "against the tape", "fact", "KS", "Wasserstein");
    goodness
        .distances()
        .forEach((model, facts) ->
            facts.forEach((fact, distance) -> {
              Estimate ks = distance.kolmogorovSmirnov();
              Estimate w = distance.wasserstein();
              text.printf(
                  Locale.ROOT,
                  "%-18s %-15s %.3f [%.3f, %.3f]         %.4g [%.4g, %.4g]%n",
                  model,
                  fact,
                  ks.value(),
                  ks.low(),
                  ks.high(),
                  w.value(),
                  w.low(),
                  w.high());
            }));
  }
}
