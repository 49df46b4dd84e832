package io.makerbench.report;

import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.List;

/** The parts all sections of a report are written with. */
final class Page {
  private final Markup markup = new Markup();
  private final String fillRule;
  private final List<Chart> charts = new ArrayList<>();

  /**
   * @param fillRule fill rule all figures rest on; empty where none matters
   */
  Page(String fillRule) {
    this.fillRule = fillRule;
  }

  Markup markup() {
    return markup;
  }

  void section(String id, String heading, String lead) {
    markup.line().open("section", "id", id).element("h2", heading);
    if (!lead.isEmpty()) {
      markup.element("p", lead, "class", "lead");
    }
  }

  void end() {
    markup.close();
  }

  /** A numbered figure; its caption names the fill rule it rests on, if any. */
  void figure(String title, String caption, Legend legend, Plot plot) {
    charts.add(new Chart(charts.size() + 1, title, fillRule, legend, plot));
    markup.line().open("figure");
    markup.open("div", "class", "figure-head").element("h3", title);
    legend.write(markup);
    markup.close().add(plot.svg(title));
    markup.open("figcaption").element("b", "Figure " + charts.size() + ". ").text(caption + " ");
    if (!fillRule.isEmpty()) {
      markup.element("span", "Fill rule: " + fillRule, "class", "rule");
    }
    markup.close().close();
  }

  /** A figure under its title alone, which rests on no fill rule. */
  void curve(String title, Plot plot) {
    charts.add(new Chart(charts.size() + 1, title, "", new Legend(), plot));
    markup.line().open("figure").element("h3", title).add(plot.svg(title)).close();
  }

  /** The charts so far, in order. */
  List<Chart> charts() {
    return charts;
  }

  /** A table of texts; the first column holds names, the others numbers. */
  void table(List<String> heads, Table table) {
    markup.line().open("div", "class", "scroll").open("table").open("thead").open("tr");
    heads.forEach(head -> markup.element("th", head, "scope", "col"));
    markup.close().close().open("tbody");
    for (List<String> row : table.rows()) {
      markup.open("tr").element("th", row.getFirst(), "scope", "row");
      row.stream().skip(1).forEach(cell -> markup.element("td", cell));
      markup.close();
    }
    markup.close().close().close();
  }
}
