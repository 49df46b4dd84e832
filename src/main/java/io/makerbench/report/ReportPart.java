package io.makerbench.report;

/** A part of a report that can be left out. They stand in this order. */
public enum ReportPart {
  RESULT("Result", "Key figures, what the paired tests say, and remarks."),
  CLONE("Clone and expert", "Whether a clone may stand for its expert: the exit criteria."),
  OVER_TIME("Over time", "Equity, drawdown and inventory, the windows laid end to end."),
  PROFIT("Profit", "Where the profit comes from, and how it is spread over the windows."),
  RISK(
      "Drawdowns and calendar",
      "The deepest falls of equity, rolling Sharpe ratio and volatility, and profit by month, hour or minute."),
  METRICS("Metrics", "Every metric of every policy, with differences and intervals."),
  MARKETS("Market by market", "The metrics by market, where there are several."),
  MARKOUTS("Markouts", "What resting orders kept after the fill."),
  QUOTING(
      "Inventory and quotes",
      "How long which position was held, how wide the quotes were, and places in queues at fills."),
  LUCK("Luck", "Sharpe ratios deflated by the number of trials."),
  WINDOWS("Window by window", "Price with fills, and profit, a panel a window."),
  TRAINING("Training", "Curves of the training, and what was found in it."),
  RUN("The run", "Facts, command to repeat it, windows, definitions, configuration.");

  private final String label;
  private final String help;

  ReportPart(String label, String help) {
    this.label = label;
    this.help = help;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** One line that says what is in it. */
  public String help() {
    return help;
  }
}
