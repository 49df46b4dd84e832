package io.makerbench.cli;

import io.makerbench.evaluate.Table;
import io.makerbench.experiment.catalogue.FieldValue;
import io.makerbench.experiment.catalogue.RunCatalogue;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunOrder;
import io.makerbench.experiment.catalogue.RunQuery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code makerbench runs}: the table of runs. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "List runs with any of their figures, filtered and sorted.")
final class RunsCommand implements Callable<Integer> {
  private static final int WIDEST_CELL = 40;
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder whose children are runs; by default that of the settings.")
  private @Nullable Path folder;

  @Option(
      names = "--filter",
      paramLabel = "QUERY",
      description =
          "Words and conditions that must all hold, for example 'dqn tag:good state!=failed"
              + " dqn.lr>=1e-4'; a - before one turns it round.")
  private String filter = "";

  @Option(
      names = "--sort",
      paramLabel = "FIELD,…",
      description = "Fields to sort by; a - before one puts the largest first.")
  private String sort = "-created";

  @Option(
      names = "--columns",
      paramLabel = "FIELD,…",
      split = ",",
      description =
          "Fields to print: those of every run such as label, keys such as dqn.lr, training.reward,"
              + " result.realised_pnl.")
  private List<String> columns =
      List.of("name", "label", "state", "agent", "system", "seed", "duration", "gain", "tags");

  @Option(names = "--archived", description = "List archived runs too.")
  private boolean archived;

  @ArgGroup private Form form = new Form();

  /** How it is printed. */
  private static final class Form {
    @Option(names = "--json", description = "Print one JSON object a run, a line each.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV with a header.")
    private boolean csv;
  }

  @Override
  public Integer call() {
    List<RunFacts> all = RunCatalogue.readAll(folder == null ? program.settings().runs() : folder);
    List<RunField> known = RunField.of(all);
    RunQuery query = WrongConfig.reading(spec, () -> RunQuery.parse(filter, known));
    Comparator<RunFacts> order =
        WrongConfig.reading(spec, () -> RunOrder.by(RunOrder.parse(sort, known)));
    List<RunField> fields =
        WrongConfig.reading(
            spec, () -> columns.stream().map(name -> RunField.named(name, known)).toList());
    List<RunFacts> runs =
        all.stream()
            .filter(run -> archived || !run.notes().archived())
            .filter(query)
            .sorted(order)
            .toList();
    print(runs, fields);
    return CommandLineProgram.DONE;
  }

  private void print(List<RunFacts> runs, List<RunField> fields) {
    PrintWriter out = spec.commandLine().getOut();
    if (form.json) {
      runs.forEach(run -> out.println(object(run, fields)));
    } else if (form.csv) {
      out.print(table(runs, fields).toCsv());
    } else {
      printAligned(out, table(runs, fields));
    }
    out.flush();
  }

  private static ObjectNode object(RunFacts run, List<RunField> fields) {
    ObjectNode object = JSON.createObjectNode();
    for (RunField field : fields) {
      FieldValue value = run.value(field.id());
      if (value.isNumber() && !value.text().contains(":")) {
        object.put(field.id(), value.number());
      } else {
        object.put(field.id(), value.isThere() ? value.text() : null);
      }
    }
    return object;
  }

  private static Table table(List<RunFacts> runs, List<RunField> fields) {
    return new Table(
        fields.stream().map(RunField::id).toList(),
        runs.stream()
            .map(run -> fields.stream().map(field -> run.value(field.id()).text()).toList())
            .toList());
  }

  static void printAligned(PrintWriter out, Table table) {
    int[] widths = table.columns().stream().mapToInt(String::length).toArray();
    for (List<String> row : table.rows()) {
      Arrays.setAll(widths, c -> Math.max(widths[c], shortened(row.get(c)).length()));
    }
    out.println(line(table.columns(), widths));
    table.rows().forEach(row -> out.println(line(row, widths)));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> String.format("%-" + widths[c] + "s", shortened(cells.get(c))))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String shortened(String cell) {
    String line = cell.replaceAll("\\s+", " ");
    return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
  }
}
