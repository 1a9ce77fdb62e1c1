package dev.instead.report;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What people call a case, e.g. {@code S-7KQ2}: short, easy to say on the phone, and no count, because a sequence would tell how many
 * cases there are, restricted ones included.
 */
public record CaseNumber(String value) {
  /** Without vowels (no words by accident) and without what is misheard or misread: 0, 1, I, L, O. */
  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";

  private static final Pattern SHAPE = Pattern.compile("[SQ]-[" + ALPHABET + "]{4,12}");

  public CaseNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a case number");
    }
  }

  /** A number from outside, e.g. a button's value or what someone typed; empty when it can't be one. */
  public static Optional<CaseNumber> parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(upper).matches() ? Optional.of(new CaseNumber(upper)) : Optional.empty();
  }

  /** A fresh number of {@code length} letters and digits; the store says whether it is taken. */
  public static CaseNumber random(Case.Kind kind, int length, RandomGenerator random) {
    StringBuilder number = new StringBuilder(kind == Case.Kind.QUESTION ? "Q-" : "S-");
    // One draw is enough for twelve: 27¹² is less than 2⁵⁸.
    long drawn = random.nextLong() >>> 1;
    for (int i = 0; i < length; i++) {
      number.append(ALPHABET.charAt((int) (drawn % ALPHABET.length())));
      drawn /= ALPHABET.length();
    }
    return new CaseNumber(number.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
