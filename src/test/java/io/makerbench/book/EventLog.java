package io.makerbench.book;

import java.util.ArrayList;
import java.util.List;

/** What an engine told, as one line an event. */
final class EventLog implements MatchListener {
  private final List<String> events = new ArrayList<>();

  /** The events since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  @Override
  public void accepted(long id, int side, int price, long size) {
    events.add(
        "accepted " + id + " " + (side == Ladder.BID ? "buys " : "sells ") + size + "@" + price);
  }

  @Override
  public void rejected(long id, MatchOutcome reason) {
    events.add("rejected " + id + " " + reason);
  }

  @Override
  public void executed(long resting, long taking, int takingSide, int price, long size) {
    String verb = takingSide == Ladder.BID ? " buys " : " sells ";
    events.add("executed " + taking + verb + size + "@" + price + " with " + resting);
  }

  @Override
  public void cancelled(long id, long size, CancelReason reason) {
    events.add("cancelled " + id + " " + size + " " + reason);
  }

  @Override
  public void modified(long id, int price, long size) {
    events.add("modified " + id + " to " + size + "@" + price);
  }
}
