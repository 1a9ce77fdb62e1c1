package dev.instead.slack;

import dev.instead.notice.Words;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.LocalText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One reader's language: the product's words and the policy's texts in it. */
record Reading(Locale language, Words words) {
  private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{1,30}");
  private static final int NAME = 80;

  static Reading in(Locale language) {
    return new Reading(language, Words.in(language));
  }

  /** A sentence of the product's own. Values that others wrote must be safe before they come here. */
  String say(String key, Object... namesAndValues) {
    return words.say(key, namesAndValues);
  }

  /** A policy's text for {@code plain_text} and rich text. */
  String plain(LocalText text, int max) {
    return SafeText.plain(text.in(language), max);
  }

  /** A policy's text inside a mrkdwn sentence. */
  String inSentence(LocalText text) {
    return SafeText.mrkdwn(text.in(language), 300);
  }

  /** A person in mrkdwn: a mention on Slack, a name elsewhere. */
  String who(Person person, Map<Person, String> names) {
    if (person.platform() == Platform.SLACK && SLACK_ID.matcher(person.id()).matches()) {
      return "<@" + person.id() + ">";
    }
    return name(names.getOrDefault(person, ""));
  }

  /** A person whom nobody calls, by name: a mention would ping them in a channel. A mention only where the name isn't known. */
  String named(Person person, Map<Person, String> names) {
    String name = names.getOrDefault(person, "");
    return name.isBlank() ? who(person, names) : name(name);
  }

  /** A name in mrkdwn; "a colleague" when it isn't known. */
  String name(String name) {
    return name.isBlank() ? say("someone") : SafeText.mrkdwn(name, NAME);
  }

  /** An instant in mrkdwn, in each reader's own zone; the fallback names its zone. */
  String when(Instant at) {
    return "<!date^" + at.getEpochSecond() + "^{date_short} {time}|" + utc(at) + ">";
  }

  String utc(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", words.language())
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", words.language()).format(day);
  }

  /** "30 minutes", "2 hours", "1 day": the largest unit that says it exactly. */
  String span(Duration span) {
    long minutes = Math.max(1, span.toMinutes());
    if (minutes % (24 * 60) == 0) {
      return say("span.days", "count", minutes / (24 * 60));
    }
    return minutes % 60 == 0
        ? say("span.hours", "count", minutes / 60)
        : say("span.minutes", "count", minutes);
  }
}
