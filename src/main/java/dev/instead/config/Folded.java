package dev.instead.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: without regard to case, to the ways of writing one character, and to how much space there is. */
final class Folded {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";

  /** Scripts that put no space between words, where a word's ends can't be seen. */
  private static final Pattern UNSPACED = Pattern.compile(
      "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

  static String of(String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFKC);
    // Up and down again: "Straße" and "STRASSE" are one word.
    String low = one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return SPACE.matcher(low).replaceAll(" ").strip();
  }

  /** Finds a term as whole words in folded text. */
  static Pattern wholeWords(String term) {
    String folded = of(term);
    String first = Character.toString(folded.codePointAt(0));
    String last = Character.toString(folded.codePointBefore(folded.length()));
    String before = UNSPACED.matcher(first).matches() ? "" : "(?<!" + LETTER + ")";
    String after = UNSPACED.matcher(last).matches() ? "" : "(?!" + LETTER + ")";
    return Pattern.compile(before + Pattern.quote(folded) + after);
  }

  private Folded() {}
}
