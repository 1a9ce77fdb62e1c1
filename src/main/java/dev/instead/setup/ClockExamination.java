package dev.instead.setup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Compares this machine's clock with a platform's: signatures and tokens hold for minutes. */
final class ClockExamination {
  private static final Duration NOTABLE = Duration.ofSeconds(30);
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private ClockExamination() {}

  /**
   * Compares.
   *
   * @param date the header of an answer just received; empty when it had none
   */
  static Finding of(String platform, String date, Instant now) {
    try {
      ZonedDateTime theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      return of(platform, Duration.between(theirs.toInstant(), now));
    } catch (DateTimeException e) {
      return Finding.warn(
          platform + "'s answer has no time to compare with.", "Check this machine's clock.");
    }
  }

  private static Finding of(String platform, Duration ahead) {
    Duration off = ahead.abs();
    String what = "This machine's clock is %d s %s %s's."
        .formatted(off.toSeconds(), ahead.isNegative() ? "behind" : "ahead of", platform);
    if (off.compareTo(REFUSED) >= 0) {
      return Finding.problem(
          what,
          "Set it right (NTP): every request from " + platform
              + " is refused as too old or too new.");
    }
    return off.compareTo(NOTABLE) > 0
        ? Finding.warn(
            what, "Set it right (NTP) before requests from " + platform + " are refused.")
        : Finding.ok("This machine's clock agrees with " + platform + "'s.");
  }
}
