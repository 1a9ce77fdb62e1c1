package dev.instead.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether somebody asks, or shows what they are about to post. A question stays a question; a draft is what says so itself, what stands
 * in quotation marks as a whole, and what is long and asks nothing. The languages are those that the product speaks.
 */
final class Wording {
  /** Questions are shorter, nearly always. */
  private static final int LONG = 15;

  private static final int SHORTEST_QUOTED = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
  private static final Pattern SAYS_SO = Pattern.compile(
      "^\\s*(?:my |this is my |ini )?(?:draft|draf)(?:ku| saya)?\\s*[:：]\\s*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED =
      Pattern.compile("^\\s*[\"“”„«»'‘’]([^\"“”„«»]+)[\"“”„«»'‘’]\\s*[.!]?\\s*$");
  private static final Pattern PERMISSION = Pattern.compile(
      "\\b(?:(?:can|may|could|should|must|shall|do|did) (?:i|we)|(?:am|are) (?:i|we) allowed|"
          + "(?:whether|if) (?:i|we) (?:can|may|could|should)|is it (?:ok|okay|fine|allowed|alright)|(?:ok|okay|allowed|fine) to|(?:what|how) (?:do|should|can) (?:i|we)|"
          + "boleh|bolehkah|bisakah|apakah|gimana|bagaimana|gmn|perlukah|haruskah|jawab apa|harus bagaimana)\\b");
  private static final Set<String> OPENERS = Set.copyOf(List.of(
      "may",
      "can",
      "could",
      "should",
      "shall",
      "must",
      "do",
      "does",
      "did",
      "is",
      "isn't",
      "are",
      "aren't",
      "am",
      "was",
      "were",
      "will",
      "would",
      "has",
      "have",
      "what",
      "what's",
      "whats",
      "how",
      "how's",
      "who",
      "who's",
      "whose",
      "why",
      "when",
      "where",
      "which",
      "ok",
      "okay",
      "any",
      "anyone",
      "apa",
      "apakah",
      "boleh",
      "bolehkah",
      "bisa",
      "bisakah",
      "gimana",
      "bagaimana",
      "gmn",
      "siapa",
      "kenapa",
      "mengapa",
      "kapan",
      "dimana",
      "mana",
      "berapa",
      "perlu",
      "perlukah",
      "harus",
      "haruskah",
      "kalau",
      "kalo",
      "ada"));

  private Wording() {}

  /** The words of a draft, without what says that it is one; empty when it may be a question. */
  static Optional<String> draft(String text) {
    Matcher says = SAYS_SO.matcher(text);
    if (says.lookingAt() && says.end() < text.length()) {
      return Optional.of(text.substring(says.end()));
    }
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches() && count(quoted.group(1)) >= SHORTEST_QUOTED && !asks(quoted.group(1))) {
      return Optional.of(quoted.group(1));
    }
    return isLong(text) && !asks(text) ? Optional.of(text) : Optional.empty();
  }

  /** A text that {@link #draft} doesn't take for one, and which may be one all the same. */
  static boolean mayBeDraft(String text) {
    return isLong(text) || !asks(text);
  }

  static boolean isLong(String text) {
    return count(text) > LONG;
  }

  /** Of a long text the first word says little: "What a day!" */
  private static boolean asks(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.endsWith("?") || PERMISSION.matcher(plain).find()) {
      return true;
    }
    Matcher first = WORD.matcher(plain);
    return !isLong(plain) && first.find() && OPENERS.contains(first.group().replace('’', '\''));
  }

  private static long count(String text) {
    return WORD.matcher(text).results().limit(LONG + 1).count();
  }
}
