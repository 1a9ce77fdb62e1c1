package dev.instead.teams;

import dev.instead.notice.Legible;
import dev.instead.notice.Voice;
import dev.instead.policy.LocalText;
import java.time.Instant;
import java.util.Locale;

/**
 * One reader's language on Teams. People are drawn by name: a card on Teams pings nobody.
 *
 * <p>A card must stay small, however long the texts of a policy and of people are in whatever script; so one that came out too large is
 * drawn again by a reading that halves the room of everything that may be cut.
 */
final class Reading extends Voice {
  /** Half of half of …: even the longest list of the longest texts fits by then. */
  static final int MOST_HALVINGS = 7;

  private static final int LEAST = 20;

  private final int halvings;

  private Reading(Locale language, int halvings) {
    super(language);
    this.halvings = halvings;
  }

  static Reading in(Locale language, int halvings) {
    return new Reading(language, halvings);
  }

  @Override
  public String escaped(String text, int max) {
    return Markup.escape(words(text, max));
  }

  @Override
  public String when(Instant at) {
    return Markup.time(at);
  }

  @Override
  public String plain(LocalText text, int max) {
    return words(text.in(language()), max);
  }

  /** What others wrote, where nothing is interpreted. */
  String words(String text, int max) {
    return Legible.plain(text, room(max));
  }

  /** How many characters are left of {@code max}. */
  int room(int max) {
    return Math.min(max, Math.max(LEAST, max >> halvings));
  }

  /** How many of {@code most} things are shown. */
  int count(int most) {
    return Math.max(1, most >> halvings);
  }

  /** A sentence where nothing is drawn. */
  String spoken(String sentence) {
    return Markup.plain(sentence, this::utc);
  }
}
