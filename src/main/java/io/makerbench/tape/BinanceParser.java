package io.makerbench.tape;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a message's JSON token by token into a {@link BinanceMessage}. A combined stream's envelope
 * ({@code stream}, {@code data}) may be there or not; unknown properties are passed over.
 */
final class BinanceParser {
  /** A property that is not what it must be, in words. */
  private static final class WrongType extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongType(String expected) {
      super(expected, null, false, false);
    }
  }

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final BinanceMessage message = new BinanceMessage();

  /**
   * Reads the message of the current line. What is returned is valid until the next call.
   *
   * @throws io.makerbench.config.InputException when it is no JSON object or a property is of a
   *     wrong type
   */
  BinanceMessage parse(BinanceLines lines) {
    message.clear();
    try (JsonParser json =
        JSON.createParser(
            ObjectReadContext.empty(),
            lines.bytes(),
            lines.messageStart(),
            lines.messageLength())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw lines.wrong("the message is no JSON object");
      }
      readObject(json, lines);
      if (json.nextToken() != null) {
        throw lines.wrong("something follows the message");
      }
    } catch (JacksonException e) {
      throw lines.wrong("the message is no whole JSON (" + e.getOriginalMessage() + ")");
    }
    return message;
  }

  private void readObject(JsonParser json, BinanceLines lines) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (name.equals("data") && token == JsonToken.START_OBJECT) {
        readObject(json, lines);
      } else {
        try {
          readProperty(name, token, json);
        } catch (WrongType e) {
          throw lines.wrong("the property " + name + " is no " + e.getMessage());
        }
      }
    }
  }

  private void readProperty(String name, JsonToken token, JsonParser json) {
    switch (name) {
      case "stream" -> message.stream = text(token, json);
      case "e" -> message.eventType = text(token, json);
      case "s" -> message.symbol = text(token, json);
      case "X" -> message.executionType = text(token, json);
      case "E" -> message.event = whole(token, json);
      case "T" -> message.transaction = whole(token, json);
      case "U" -> message.first = whole(token, json);
      case "u" -> message.last = whole(token, json);
      case "pu" -> message.previous = whole(token, json);
      case "lastUpdateId" -> message.snapshotId = whole(token, json);
      case "t" -> message.tradeId = whole(token, json);
      case "m" -> message.buyerIsMaker = truth(token);
      case "p" -> message.price = number(token, json);
      case "q" -> message.quantity = number(token, json);
      case "B" -> message.bidSize = number(token, json);
      case "A" -> message.askSize = number(token, json);
      case "i" -> message.indexPrice = number(token, json);
      case "r" -> message.fundingRate = number(token, json);
      case "b", "bids" -> readBids(token, json);
      case "a", "asks" -> readAsks(token, json);
      default -> json.skipChildren();
    }
  }

  private void readBids(JsonToken token, JsonParser json) {
    if (token == JsonToken.START_ARRAY) {
      message.bids = true;
      readLevels(Levels.BID, json);
    } else {
      message.bidPrice = number(token, json);
    }
  }

  private void readAsks(JsonToken token, JsonParser json) {
    if (token == JsonToken.START_ARRAY) {
      message.asks = true;
      readLevels(Levels.ASK, json);
    } else {
      message.askPrice = number(token, json);
    }
  }

  private void readLevels(byte side, JsonParser json) {
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        throw new WrongType("list of levels [price, size]");
      }
      double price = number(json.nextToken(), json);
      double size = number(json.nextToken(), json);
      if (json.nextToken() != JsonToken.END_ARRAY) {
        throw new WrongType("list of levels [price, size]");
      }
      message.addLevel(side, price, size);
    }
  }

  private static String text(JsonToken token, JsonParser json) {
    if (token != JsonToken.VALUE_STRING) {
      throw new WrongType("text");
    }
    return json.getString();
  }

  private static long whole(JsonToken token, JsonParser json) {
    if (token != JsonToken.VALUE_NUMBER_INT || json.getLongValue() < 0) {
      throw new WrongType("whole number, 0 or more");
    }
    return json.getLongValue();
  }

  private static int truth(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> 1;
      case VALUE_FALSE -> 0;
      default -> throw new WrongType("true or false");
    };
  }

  private static double number(JsonToken token, JsonParser json) {
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw new WrongType("number");
    }
    if (json.getStringLength() == 0) {
      return Double.NaN; // Such as the funding rate of a delivery contract.
    }
    try {
      return DecimalText.parse(
          json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } catch (NumberFormatException e) {
      throw new WrongType("number");
    }
  }
}
