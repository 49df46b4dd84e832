package io.makerbench.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The help of a page, from {@code assets/help}: paragraphs between empty lines, headings after
 * {@code #}, points after {@code -}; words between stars are bold.
 */
final class HelpText {
  /** A piece of a page, and what it is. */
  record Block(Kind kind, String words) {}

  /** What a piece is. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    POINT
  }

  /** Words that are bold or not. */
  record Words(String text, boolean bold) {}

  private HelpText() {}

  /** The help of the page with this title; empty where it has none. */
  static List<Block> of(String title) {
    String name = "/io/makerbench/assets/help/" + title.toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = HelpText.class.getResourceAsStream(name)) {
      return in == null ? List.of() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own " + name + " cannot be read", e);
    }
  }

  static List<Block> parse(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String piece : text.strip().split("\\n\\s*\\n|\\n(?=[#-] )|(?<=\\n# [^\\n]{1,80})\\n")) {
      String words = piece.strip().replaceAll("\\s+", " ");
      if (words.startsWith("# ")) {
        blocks.add(new Block(Kind.HEADING, words.substring(2)));
      } else if (words.startsWith("- ")) {
        blocks.add(new Block(Kind.POINT, words.substring(2)));
      } else if (!words.isEmpty()) {
        blocks.add(new Block(Kind.PARAGRAPH, words));
      }
    }
    return blocks;
  }

  /** The words of a block, in parts: every second stands between stars. */
  static List<Words> words(String text) {
    List<Words> parts = new ArrayList<>();
    boolean bold = false;
    for (String part : text.split("\\*")) {
      if (!part.isEmpty()) {
        parts.add(new Words(part, bold));
      }
      bold = !bold;
    }
    return parts;
  }
}
