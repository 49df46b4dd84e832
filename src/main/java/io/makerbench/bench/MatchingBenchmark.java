package io.makerbench.bench;

import io.makerbench.book.CancelReason;
import io.makerbench.book.MatchListener;
import io.makerbench.book.MatchOutcome;
import io.makerbench.experiment.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages worked off by the matching engine on one thread, in two mixes. Balanced: a book in a
 * steady state, 95 of 100 placed orders end cancelled and five trade. Emptying: 95 of 100 messages
 * are cancels and five orders that take, on a book filled beforehand.
 */
final class MatchingBenchmark implements Benchmark {
  private static final int ORDERS = 10_000;
  private static final int RECORDS = Integer.highestOneBit(ORDERS) << 1;
  private static final int BALANCED_MESSAGES = 4_000_000;
  private static final int ROUNDS = 250;

  /** As many orders are taken as take, so that one placed order in twenty trades. */
  private static final double TAKING_SHARE = 0.025;

  private static final double CANCEL_SHARE = 0.95;

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public String help() {
    return "messages/s through the matching engine, the slower of two mixes: 95 % of the placed"
        + " orders end cancelled; 95 % of the messages are cancels";
  }

  @Override
  public Measurement measure(Settings settings) {
    OrderMessages steady = OrderMessageDraw.balanced(ORDERS, BALANCED_MESSAGES, TAKING_SHARE);
    Repetitions balanced = rate(steady);
    OrderMessages falling = OrderMessageDraw.emptying(ORDERS, ROUNDS, CANCEL_SHARE);
    Repetitions emptying = rate(falling);
    Repetitions floor = Repetitions.of(() -> falling.timed() * 1e9 / falling.touch(RECORDS));
    Repetitions slower = balanced.median() < emptying.median() ? balanced : emptying;
    Map<String, Object> facts = slower.config();
    facts.put("threads", 1);
    facts.put("orders_in_book", ORDERS);
    facts.put("balanced", mix("95 % of placed orders end cancelled", steady, balanced));
    facts.put("emptying", mix("95 % of messages are cancels", falling, emptying));
    facts.put(
        "floor_is",
        "the messages read and, for each, one record as large as an order's changed where a hash of"
            + " its id falls");
    return new Measurement(name(), slower.median(), "messages/s", floor.median(), facts);
  }

  private static Repetitions rate(OrderMessages messages) {
    Digest digest = new Digest();
    return Repetitions.of(
        () -> messages.timed() * 1e9 / messages.send(OrderMessages.engine(digest)));
  }

  private static Map<String, Object> mix(
      String meaning, OrderMessages messages, Repetitions found) {
    int taking = messages.timed(OrderMessages.TAKE_BUY) + messages.timed(OrderMessages.TAKE_SELL);
    int cancels = messages.timed(OrderMessages.CANCEL);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("mix", meaning);
    facts.put("messages_per_second", found.median());
    facts.put("messages", messages.timed());
    facts.put("cancels", cancels);
    facts.put("orders_that_take", taking);
    facts.put("orders_that_rest", messages.timed() - cancels - taking);
    return facts;
  }

  /** A listener as cheap as one can be that still takes in what happened. */
  private static final class Digest implements MatchListener {
    private long digest;

    @Override
    public void accepted(long id, int side, int price, long size) {
      digest ^= id;
    }

    @Override
    public void rejected(long id, MatchOutcome reason) {
      throw new IllegalStateException("A drawn message was rejected: " + id + ", " + reason);
    }

    @Override
    public void executed(long resting, long taking, int takingSide, int price, long size) {
      digest += size;
    }

    @Override
    public void cancelled(long id, long size, CancelReason reason) {
      digest ^= size;
    }

    @Override
    public void modified(long id, int price, long size) {
      digest ^= size;
    }
  }
}
