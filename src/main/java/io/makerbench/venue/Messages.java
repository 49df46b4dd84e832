package io.makerbench.venue;

/** What requests and responses say; see {@link MessageQueue#kind}. */
final class Messages {
  // Requests.
  static final int PLACE = 0;
  static final int PLACE_POST_ONLY = 1;
  static final int CANCEL = 2;
  static final int MODIFY = 3;

  // Responses.
  static final int ACCEPTED = 4;
  static final int REJECTED = 5;
  static final int CANCELLED = 6;
  static final int MODIFIED = 7;

  /** A cancel or modification of an order that is not there. */
  static final int TOO_LATE = 8;

  /** A cancel or modification that the exchange did not take; its order is as it was. */
  static final int REFUSED = 11;

  /** Executed as the order that rested. */
  static final int MADE = 9;

  /** Executed as the order that came. */
  static final int TOOK = 10;

  private Messages() {}
}
