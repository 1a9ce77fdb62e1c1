package dev.instead.config;

import dev.instead.policy.Retention;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long things are kept, as the file says it in days. */
final class RetentionReader {
  private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}d");

  /** A case may be opened again, and a platform may repeat what it sent; both need a while. */
  private static final Duration SHORTEST = Duration.ofDays(7);

  private static final Duration LONGEST = Duration.ofDays(3650);

  static Retention read(Section file) {
    return file.section("retention").map(RetentionReader::of).orElse(Retention.USUAL);
  }

  private static Retention of(Section section) {
    Retention retention = new Retention(
        days(section, "reports", Retention.USUAL.reports()),
        days(section, "questions", Retention.USUAL.questions()),
        days(section, "proposals", Retention.USUAL.proposals()));
    section.close();
    return retention;
  }

  private static Duration days(Section section, String key, Duration usual) {
    return section
        .get(key)
        .flatMap(entry -> entry.text(DAYS, "a number of days such as 365d").map(text -> {
          Duration days = Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)));
          if (days.compareTo(SHORTEST) < 0 || days.compareTo(LONGEST) > 0) {
            entry.wrong("is " + text, "Write 7d to 3650d.");
          }
          return days;
        }))
        .orElse(usual);
  }

  private RetentionReader() {}
}
