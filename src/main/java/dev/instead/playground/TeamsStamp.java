package dev.instead.playground;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Times as Teams writes them: a fraction of seven, three, two, one digits, or none at all, since zeros at the end are cut. */
final class TeamsStamp {
  private static final int[] DIGITS = {3, 0, 2, 7, 1};
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter NANOS =
      DateTimeFormatter.ofPattern("SSSSSSSSS", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("XXX", Locale.ROOT);

  private final Clock clock;
  private final AtomicInteger turn = new AtomicInteger();

  TeamsStamp(Clock clock) {
    this.clock = clock;
  }

  /** The same instant twice. */
  record Both(String utc, String local) {}

  /** Now, in UTC and in a person's zone; each time with another number of digits. */
  Both now(String zone) {
    Instant now = clock.instant();
    String fraction = fraction(now, DIGITS[Math.floorMod(turn.getAndIncrement(), DIGITS.length)]);
    return new Both(
        text(now.atOffset(ZoneOffset.UTC), fraction),
        text(now.atZone(ZoneId.of(zone)).toOffsetDateTime(), fraction));
  }

  private static String text(OffsetDateTime time, String fraction) {
    return SECONDS.format(time) + fraction + OFFSET.format(time);
  }

  private static String fraction(Instant now, int digits) {
    return digits == 0 ? "" : "." + NANOS.format(now.atOffset(ZoneOffset.UTC)).substring(0, digits);
  }
}
