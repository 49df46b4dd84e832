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

  /** The same as pictures of pixels, by file name. */
  static SequencedMap<String, ChartPicture> pictures(ReportInput input) {
    Evaluated evaluated = new Evaluated(input);
    Page page = new Page(evaluated.fillRule());
    sections(page, evaluated);
    SequencedMap<String, ChartPicture> files = new LinkedHashMap<>();
    for (Chart chart : page.charts()) {
      String name = chart.fileName().replace(".svg", ".png");
      files.put(
          name,
          new ChartPicture(chart.standalone(ChartPicture.styleSheet()), 2 * chart.plot().width()));
    }
    return files;
  }

  private static void sections(Page page, Evaluated evaluated) {
    if (!evaluated.windows().isEmpty()) {
      judged(page, evaluated);
    } else if (evaluated.input().has(ReportPart.CLONE)) {
      new CloneSection(evaluated.input().cloneEvaluation()).write(page);
    }
    if (evaluated.input().has(ReportPart.TRAINING)) {
      new TrainingSection(evaluated.input().curves()).write(page);
      new FindingSection(evaluated.input().findings()).write(page);
    }
    if (evaluated.input().has(ReportPart.RUN)) {
      new RunSection(evaluated).write(page);
    }
  }

  private static void judged(Page page, Evaluated evaluated) {
    for (ReportPart part : ReportPart.values()) {
      if (!evaluated.input().has(part)) {
        continue;
      }
      switch (part) {
        case RESULT -> new ResultSection(evaluated).write(page);
        case CLONE -> new CloneSection(evaluated.input().cloneEvaluation()).write(page);
        case OVER_TIME -> new TimelineSection(evaluated).write(page);
        case PROFIT -> new ProfitSection(evaluated).write(page);
        case RISK -> new RiskSection(evaluated).write(page);
        case METRICS -> new MetricsSection(evaluated).write(page);
        case MARKETS -> new MarketsSection(evaluated).write(page);
        case MARKOUTS -> new MarkoutSection(evaluated).write(page);
        case QUOTING -> new QuotingSection(evaluated).write(page);
        case LUCK -> new LuckSection(evaluated).write(page);
        case WINDOWS -> new WindowSection(evaluated).write(page);
        case TRAINING, RUN -> {} // these need no evaluation
      }
    }
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
    m.open("span", "class", "chip").text(name + " ").element("b", value).close().line();
  }

  private static String styleSheet() {
    return resource("report.css");
  }

  /** A text that lies beside the reports' classes. */
  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " of reports cannot be read.", e);
    }
  }
}
