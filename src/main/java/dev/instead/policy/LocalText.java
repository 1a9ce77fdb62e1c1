package dev.instead.policy;

import java.util.Locale;
import java.util.Map;

/**
 * One approved text in the languages that the policy declares. Never machine translated: a language that is missing falls back to the
 * policy's original.
 */
public record LocalText(Locale original, Map<Locale, String> byLanguage) {
  public LocalText {
    byLanguage = InOrder.copyOf(byLanguage);
    if (!byLanguage.containsKey(original)) {
      throw new IllegalArgumentException(
          "A text lacks its original language " + original.toLanguageTag());
    }
  }

  /** The text for a reader of {@code language} ({@code en-GB} reads {@code en}). */
  public String in(Locale language) {
    String exact = byLanguage.get(Locale.forLanguageTag(language.getLanguage()));
    return exact != null ? exact : byLanguage.getOrDefault(original, "");
  }

  /** Whether the reader gets their own language, or the original with a note. */
  public boolean isIn(Locale language) {
    return byLanguage.containsKey(Locale.forLanguageTag(language.getLanguage()));
  }
}
