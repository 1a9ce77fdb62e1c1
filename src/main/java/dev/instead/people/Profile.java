package dev.instead.people;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a platform says about a person.
 *
 * @param name how colleagues know them, e.g. {@code Ana Wijaya}
 * @param firstName how to greet them, e.g. {@code Ana}
 * @param locale the language that they read, when the platform knows it
 * @param standing whether they may use the bot at all
 */
public record Profile(
    String name,
    String firstName,
    Optional<Locale> locale,
    Optional<ZoneId> zone,
    Standing standing) {
  /** Who someone is to the company, as far as using the bot goes. */
  public enum Standing {
    COLLEAGUE,
    GUEST,
    OUTSIDER,
    DEACTIVATED,
    BOT,
    /** The platform tells of guests and strangers only when it is asked, and could not be asked in time. */
    UNKNOWN
  }
}
