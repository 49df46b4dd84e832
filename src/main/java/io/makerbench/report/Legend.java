package io.makerbench.report;

import java.util.ArrayList;
import java.util.List;

/** The keys of a figure. */
final class Legend {
  private record Entry(String style, String label) {}

  private final List<Entry> entries = new ArrayList<>();

  /** One key per policy. */
  static Legend of(Evaluated evaluated) {
    Legend legend = new Legend();
    evaluated.policies().forEach(policy -> legend.add(evaluated.style(policy), policy));
    return legend;
  }

  Legend add(String style, String label) {
    entries.add(new Entry(style, label));
    return this;
  }

  void write(Markup page) {
    if (entries.isEmpty()) {
      return;
    }
    page.open("ul", "class", "legend");
    for (Entry entry : entries) {
      page.open("li").open("i", "class", "key " + entry.style()).close();
      page.text(entry.label()).close();
    }
    page.close();
  }
}
