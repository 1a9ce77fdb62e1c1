package dev.instead.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text, and where it stands there.
 *
 * @param start of its first character in the text
 * @param end behind its last
 * @param folded without accents and case, so that "Café" and "cafe" are one word
 */
record Spot(int start, int end, String folded) {
  /** All words in the order of the text. Scripts that put no space between words have one for each character. */
  static List<Spot> in(String text) {
    List<Spot> spots = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean alone = Character.isIdeographic(c);
      if (start >= 0 && (alone || !continues(c))) {
        add(text, start, at, spots);
        start = -1;
      }
      if (alone) {
        add(text, at, next, spots);
      } else if (start < 0 && Character.isLetterOrDigit(c)) {
        start = at;
      }
      at = next;
    }
    if (start >= 0) {
      add(text, start, text.length(), spots);
    }
    return spots;
  }

  private static boolean continues(int c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static void add(String text, int start, int end, List<Spot> spots) {
    int last = end;
    while (last > start && isApostrophe(text.charAt(last - 1))) {
      last--;
    }
    spots.add(new Spot(start, last, folded(text.substring(start, last))));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '’')
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
