package io.makerbench.tape;

import java.util.Arrays;

/**
 * One message of Binance's futures streams, or a REST depth snapshot among them. The same object is
 * filled for every line; fields keep Binance's meaning under our names.
 *
 * <p>{@code previous} is {@code pu}, the last update of the message before; {@code first} and
 * {@code last} are {@code U} and {@code u}; {@code event} is {@code E}, when the message was sent;
 * {@code transaction} is {@code T}, when the matching engine acted (of a mark price: the next
 * funding).
 */
final class BinanceMessage {
  /** Kinds of message. */
  enum Kind {
    DEPTH_UPDATE,
    DEPTH_SNAPSHOT,
    TRADE,
    BOOK_TICKER,
    MARK_PRICE,
    /** One that tapes do not hold. */
    OTHER
  }

  /** A whole number that is absent. */
  static final long ABSENT = -1;

  private static final int FIRST_LEVELS = 256;

  String stream = "";
  String eventType = "";
  String symbol = "";
  String executionType = "";
  long event;
  long transaction;
  long first;
  long last;
  long previous;
  long snapshotId;
  long tradeId;
  int buyerIsMaker;
  double price;
  double quantity;
  double bidPrice;
  double bidSize;
  double askPrice;
  double askSize;
  double indexPrice;
  double fundingRate;
  boolean bids;
  boolean asks;
  int levels;
  byte[] levelSides = new byte[FIRST_LEVELS];
  double[] levelPrices = new double[FIRST_LEVELS];
  double[] levelSizes = new double[FIRST_LEVELS];

  void clear() {
    stream = "";
    eventType = "";
    symbol = "";
    executionType = "";
    event = ABSENT;
    transaction = ABSENT;
    first = ABSENT;
    last = ABSENT;
    previous = ABSENT;
    snapshotId = ABSENT;
    tradeId = ABSENT;
    buyerIsMaker = (int) ABSENT;
    price = Double.NaN;
    quantity = Double.NaN;
    bidPrice = Double.NaN;
    bidSize = Double.NaN;
    askPrice = Double.NaN;
    askSize = Double.NaN;
    indexPrice = Double.NaN;
    fundingRate = Double.NaN;
    bids = false;
    asks = false;
    levels = 0;
  }

  void addLevel(byte side, double levelPrice, double levelSize) {
    if (levels == levelPrices.length) {
      levelSides = Arrays.copyOf(levelSides, 2 * levels);
      levelPrices = Arrays.copyOf(levelPrices, 2 * levels);
      levelSizes = Arrays.copyOf(levelSizes, 2 * levels);
    }
    levelSides[levels] = side;
    levelPrices[levels] = levelPrice;
    levelSizes[levels] = levelSize;
    levels++;
  }

  Kind kind() {
    return switch (eventType) {
      case "depthUpdate" -> Kind.DEPTH_UPDATE;
      case "trade" -> Kind.TRADE;
      case "bookTicker" -> Kind.BOOK_TICKER;
      case "markPriceUpdate" -> Kind.MARK_PRICE;
      case "" -> snapshotId == ABSENT ? Kind.OTHER : Kind.DEPTH_SNAPSHOT;
      default -> Kind.OTHER;
    };
  }
}
