package io.makerbench.report;

/** What a report can be written as. */
public enum ReportFormat {
  /** One file with its charts and styles in it: {@code report.html}. */
  HTML,
  /** The same on pages of A4: {@code report.pdf}. */
  PDF,
  /** A folder {@code csv} with one file per table. */
  CSV,
  /** A folder {@code charts} with one SVG file per chart. */
  SVG,
  /** The same charts as pictures of pixels, twice their size on the page. */
  PNG,
  /** Facts, configuration and every table in one file: {@code report.json}. */
  JSON
}
