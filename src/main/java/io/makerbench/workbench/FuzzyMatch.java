package io.makerbench.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How well letters fit a text in which they stand in this order, with anything between them: the
 * best of all ways to place them. Letters at the begin of a word and side by side count more, those
 * that come late less.
 *
 * @param score the higher the better; only for comparing texts under the same letters
 * @param places of the letters in the text, ascending
 */
record FuzzyMatch(double score, int[] places) {
  private static final double WORD_BEGINS = 8;
  private static final double SIDE_BY_SIDE = 6;
  private static final double A_LETTER = 1;
  private static final double LATE = 0.05;

  /** The best match of letters in a text, whatever their case; empty where they do not fit. */
  static Optional<FuzzyMatch> of(String letters, String text) {
    String wanted = letters.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    String within = text.toLowerCase(Locale.ROOT);
    if (wanted.length() > within.length()) {
      return Optional.empty();
    }
    double[][] best = new double[wanted.length() + 1][within.length()];
    int[][] before = new int[wanted.length() + 1][within.length()];
    for (int letter = 1; letter <= wanted.length(); letter++) {
      place(wanted.charAt(letter - 1), letter, text, best, before);
    }
    return trace(best, before, wanted.length());
  }

  /** Best sums of the first letters, the last of them standing at each place. */
  private static void place(char wanted, int letter, String text, double[][] best, int[][] before) {
    int from = -1; // the best place so far of the letter before
    for (int at = 0; at < text.length(); at++) {
      best[letter][at] = Double.NEGATIVE_INFINITY;
      boolean fits = Character.toLowerCase(text.charAt(at)) == wanted;
      if (fits && (letter == 1 || from >= 0)) {
        double own = A_LETTER + (beginsAWord(text, at) ? WORD_BEGINS : 0) - LATE * at;
        double apart = letter == 1 ? 0 : best[letter - 1][from];
        double beside = letter == 1 || at == 0 ? 0 : best[letter - 1][at - 1] + SIDE_BY_SIDE;
        best[letter][at] = own + Math.max(apart, letter == 1 ? 0 : beside);
        before[letter][at] = beside > apart ? at - 1 : from;
      }
      if (letter > 1
          && best[letter - 1][at] > Double.NEGATIVE_INFINITY
          && (from < 0 || best[letter - 1][at] > best[letter - 1][from])) {
        from = at;
      }
    }
  }

  private static boolean beginsAWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
  }

  private static Optional<FuzzyMatch> trace(double[][] best, int[][] before, int letters) {
    if (letters == 0) {
      return Optional.of(new FuzzyMatch(0, new int[0]));
    }
    int last = 0;
    for (int at = 1; at < best[letters].length; at++) {
      last = best[letters][at] > best[letters][last] ? at : last;
    }
    double score = best[letters][last];
    if (score == Double.NEGATIVE_INFINITY) {
      return Optional.empty();
    }
    int[] places = new int[letters];
    for (int letter = letters; letter >= 1; letter--) {
      places[letter - 1] = last;
      last = before[letter][last];
    }
    return Optional.of(new FuzzyMatch(score, places));
  }

  /** Whether a place of the text is one of the letters'. */
  boolean marks(int place) {
    return Arrays.binarySearch(places, place) >= 0;
  }
}
