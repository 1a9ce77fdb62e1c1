package dev.instead.slack;

import dev.instead.notice.Voice;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One reader's language on Slack. A sentence's marks are Slack's own, so it is mrkdwn as it stands. */
final class Reading extends Voice {
  private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{1,30}");

  private Reading(Locale language) {
    super(language);
  }

  static Reading in(Locale language) {
    return new Reading(language);
  }

  @Override
  public String escaped(String text, int max) {
    return SafeText.mrkdwn(text, max);
  }

  /** A mention on Slack, a name elsewhere. */
  @Override
  public String who(Person person, Map<Person, String> names) {
    return person.platform() == Platform.SLACK && SLACK_ID.matcher(person.id()).matches()
        ? "<@" + person.id() + ">"
        : super.who(person, names);
  }

  /** In each reader's own zone; the fallback names its zone. */
  @Override
  public String when(Instant at) {
    return "<!date^" + at.getEpochSecond() + "^{date_short} {time}|" + utc(at) + ">";
  }
}
