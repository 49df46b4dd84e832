package io.makerbench.flow;

/** Every event as a line of text. */
final class EventLog implements FlowObserver {
  final StringBuilder lines = new StringBuilder();

  @Override
  public void limit(double seconds, int side, int price, long lots, BookView before) {
    line("limit", seconds, side, price, lots);
  }

  @Override
  public void cancel(double seconds, int side, int price, long lots, BookView before) {
    line("cancel", seconds, side, price, lots);
  }

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    line("trade", seconds, sign, farthest, lots);
  }

  @Override
  public void fill(double seconds, int side, double price, long lots) {
    line("fill", seconds, side, price, lots);
  }

  private void line(String kind, double seconds, int side, double price, long lots) {
    lines.append("%s %s %d %s %d%n".formatted(kind, seconds, side, price, lots));
  }
}
