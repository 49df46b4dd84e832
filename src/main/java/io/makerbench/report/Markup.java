package io.makerbench.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed XML, and so HTML and SVG, element by element. All texts and attribute values
 * are escaped.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are given as name, value, name, value … */
  Markup open(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    start(element, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds a text. */
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Inserts finished markup as it is. */
  Markup add(Markup finished) {
    out.append(finished);
    return this;
  }

  /** Inserts a style sheet, whose text must not be escaped. */
  Markup style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(allowed(c) ? c : '\uFFFD');
      }
    }
  }

  /** Control characters cannot stand in XML, not even escaped. */
  private static boolean allowed(char c) {
    return c >= ' ' || c == '\n' || c == '\t';
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
