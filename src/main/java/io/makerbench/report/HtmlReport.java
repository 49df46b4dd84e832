package io.makerbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/** The report as one HTML file that needs nothing beside it: styles and charts are in it. */
final class HtmlReport {
  private static final String STYLE_SHEET = "report.css";

  private HtmlReport() {}

  /** The page, well-formed as XML too. */
  static String render(ReportInput input) {
    Evaluated evaluated = new Evaluated(input);
    Page page = new Page(evaluated.fillRule());
    Markup m = page.markup();
    m.open("html", "lang", "en").line();
    head(m, input.title());
    m.open("body").open("main");
    header(m, evaluated);
    sections(page, evaluated);
    m.element("footer", "Made by Makerbench.");
    m.close().close().line().close();
    return "<!DOCTYPE html>\n" + m + "\n";
  }

  /** Every chart of the page as a file of its own, by file name. */
  static SequencedMap<String, String> charts(ReportInput input) {
    Evaluated evaluated = new Evaluated(input);
    Page page = new Page(evaluated.fillRule());
    sections(page, evaluated);
    SequencedMap<String, String> files = new LinkedHashMap<>();
    page.charts().forEach(chart -> files.put(chart.fileName(), chart.standalone(styleSheet())));
    return files;
  }

  private static void sections(Page page, Evaluated evaluated) {
    if (!evaluated.windows().isEmpty()) {
      new ResultSection(evaluated).write(page);
      new TimelineSection(evaluated).write(page);
      new ProfitSection(evaluated).write(page);
      new MetricsSection(evaluated).write(page);
      new MarketsSection(evaluated).write(page);
      new MarkoutSection(evaluated).write(page);
      new LuckSection(evaluated).write(page);
      new WindowSection(evaluated).write(page);
    }
    new TrainingSection(evaluated.input().curves()).write(page);
    new FindingSection(evaluated.input().findings()).write(page);
    new RunSection(evaluated).write(page);
  }

  /** Head of a page that needs nothing beside it. */
  static void head(Markup m, String title) {
    m.open("head").empty("meta", "charset", "utf-8");
    m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    m.element("title", title).line().style(styleSheet()).close().line();
  }

  private static void header(Markup m, Evaluated evaluated) {
    m.open("header").element("p", "Evaluation report", "class", "kicker");
    m.element("h1", evaluated.input().title());
    m.open("p", "class", "facts");
    chip(m, "agent", evaluated.input().agent());
    chip(m, "windows", Integer.toString(evaluated.windows().size()));
    if (!evaluated.windows().isEmpty()) {
      chip(m, "fill rule", evaluated.fillRule());
    }
    evaluated.policies().stream()
        .filter(policy -> !policy.equals(evaluated.input().agent()))
        .forEach(policy -> chip(m, "against", policy));
    m.close().close();
  }

  static void chip(Markup m, String name, String value) {
    m.open("span", "class", "chip").text(name + " ").element("b", value).close();
  }

  private static String styleSheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE_SHEET)) {
      return new String(
          Objects.requireNonNull(in, STYLE_SHEET).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The style sheet of reports cannot be read.", e);
    }
  }
}
