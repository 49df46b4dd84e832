package io.makerbench.book;

/**
 * How long requests and answers travel between a trader and the exchange, in ns: the same at any
 * time.
 *
 * @param place a new order, to the exchange
 * @param modify the replacement of an order, to the exchange
 * @param cancel a cancel, to the exchange
 * @param response the exchange's answer, back
 */
public record OrderLatency(long place, long modify, long cancel, long response)
    implements LatencyModel {
  @Override
  public long place(long sent) {
    return place;
  }

  @Override
  public long modify(long sent) {
    return modify;
  }

  @Override
  public long cancel(long sent) {
    return cancel;
  }

  @Override
  public long response(long left) {
    return response;
  }
}
