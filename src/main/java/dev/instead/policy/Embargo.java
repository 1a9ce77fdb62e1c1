package dev.instead.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that may be mentioned from an instant on; the answer changes by itself.
 *
 * @param terms words that name it, by language
 * @param before the approved teaser, or whom to ask, until then
 * @param after what is true from then on
 */
public record Embargo(
    RuleId id,
    LocalText topic,
    Map<Locale, List<String>> terms,
    Instant until,
    LocalText before,
    LocalText after,
    Advice advice,
    String owner) {
  public Embargo {
    terms = InOrder.copyOf(terms);
  }

  public boolean liftedAt(Instant now) {
    return !now.isBefore(until);
  }
}
