package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.policy.LocalText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * One reader's language on one platform: the product's words and the policy's texts in it. Sentences of the product's own may hold
 * {@code *bold*} and {@code `code`}; what stands inside them is written as the platform asks.
 */
public abstract class Voice {
  private static final int NAME = 80;
  private static final int IN_SENTENCE = 300;

  private final Locale language;
  private final Words words;

  protected Voice(Locale language) {
    this.language = language;
    this.words = Words.in(language);
  }

  /** What others wrote, for use inside a sentence: it formats nothing, links nothing and pings nobody. */
  public abstract String escaped(String text, int max);

  /** An instant inside a sentence, in each reader's own zone where the platform can do that. */
  public abstract String when(Instant at);

  public final Locale language() {
    return language;
  }

  public final Words words() {
    return words;
  }

  /** A sentence of the product's own. Values that others wrote must be safe before they come here. */
  public final String say(String key, Object... namesAndValues) {
    return words.say(key, namesAndValues);
  }

  /** A person inside a sentence: by name, where the platform has nothing better. */
  public String who(Person person, Map<Person, String> names) {
    return person.isFormer() ? say("former_colleague") : name(names.getOrDefault(person, ""));
  }

  /** A person whom nobody calls, by name: a mention would ping them in a channel. A mention only where the name isn't known. */
  public final String named(Person person, Map<Person, String> names) {
    String name = names.getOrDefault(person, "");
    return name.isBlank() ? who(person, names) : name(name);
  }

  /** A name inside a sentence; "a colleague" when it isn't known. */
  public final String name(String name) {
    return name.isBlank() ? say("someone") : escaped(name, NAME);
  }

  /** A policy's text where nothing is interpreted. */
  public String plain(LocalText text, int max) {
    return Legible.plain(text.in(language), max);
  }

  /** A policy's text inside a sentence. */
  public final String inSentence(LocalText text) {
    return escaped(text.in(language), IN_SENTENCE);
  }

  public final String utc(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", words.language())
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  public final String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", words.language()).format(day);
  }

  /** "30 minutes", "2 hours", "1 day": the largest unit that says it exactly. */
  public final String span(Duration span) {
    long minutes = Math.max(1, span.toMinutes());
    if (minutes % (24 * 60) == 0) {
      return say("span.days", "count", minutes / (24 * 60));
    }
    return minutes % 60 == 0
        ? say("span.hours", "count", minutes / 60)
        : say("span.minutes", "count", minutes);
  }
}
