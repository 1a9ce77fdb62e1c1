package dev.instead.config;

import dev.instead.policy.Severity;
import dev.instead.policy.Stance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the file writes dates, durations, links and the like. */
final class Forms {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
  private static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,3}[mhd]");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z][A-Za-z0-9_+/-]*");
  private static final Pattern LINK = Pattern.compile("https://[^\\s/?#@]+([/?#]\\S*)?");
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::code).toList();

  static Optional<LocalDate> date(Entry entry) {
    return entry.parsed(DATE, "a day such as 2027-03-31", LocalDate::parse);
  }

  static Optional<Instant> instant(Entry entry) {
    return entry.parsed(
        INSTANT,
        "an instant with its offset such as 2027-01-15T09:00+07:00",
        text -> OffsetDateTime.parse(text).toInstant());
  }

  static Optional<LocalTime> time(Entry entry) {
    return entry.parsed(TIME, "a time such as \"08:00\"", LocalTime::parse);
  }

  static Optional<ZoneId> zone(Entry entry) {
    return entry.parsed(ZONE, "a time zone such as Asia/Jakarta", ZoneId::of);
  }

  static Optional<URI> link(Entry entry) {
    return entry.parsed(LINK, "a link that begins with https://", URI::create);
  }

  static Optional<Duration> duration(Entry entry) {
    return entry.text(DURATION, "a duration such as 30m, 2h or 1d").map(Forms::duration);
  }

  private static Duration duration(String text) {
    int amount = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  static Optional<Severity> severity(Entry entry) {
    return entry.oneOf(SEVERITIES).map(Severity::ofCode);
  }

  static Optional<Stance> stance(Entry entry) {
    return named(entry, Stance.values());
  }

  /** A constant, written in lower case and with hyphens. */
  static <T extends Enum<T>> Optional<T> named(Entry entry, T[] constants) {
    List<String> words = Arrays.stream(constants).map(Forms::word).toList();
    return entry.oneOf(words).map(word -> constants[words.indexOf(word)]);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Forms() {}
}
