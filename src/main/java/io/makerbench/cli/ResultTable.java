package io.makerbench.cli;

import io.makerbench.evaluate.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** What a command that judges in many markets ends with: its table, and the file that holds it. */
final class ResultTable {
  private ResultTable() {}

  /** Prints both. */
  static void print(CommandSpec spec, Table table, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.toCsv());
    out.println(file);
    out.flush();
  }
}
