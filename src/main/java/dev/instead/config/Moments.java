package dev.instead.config;

import dev.instead.config.Fixture.Moment;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file of tests writes times: as a clock on a wall shows them, in the policy's zone or in one that is named. */
final class Moments {
  private static final Pattern MOMENT = Pattern.compile(
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}| [A-Za-z][A-Za-z0-9_+/-]*)?");
  private static final Pattern MOMENT_OR_NEVER = Pattern.compile(MOMENT.pattern() + "|never");
  private static final String FORM =
      "a time such as 2026-11-24T22:00, alone or with its zone: \"2026-11-24T22:00 Asia/Jakarta\"";
  private static final int LOCAL = "2026-11-24T22:00".length();

  /** For a time that is missing, which is noted. */
  static final Moment STAND_IN = new Moment(LocalDateTime.MIN, Optional.empty());

  static Optional<Moment> read(Entry entry) {
    return entry.parsed(MOMENT, FORM, Moments::moment);
  }

  /** A moment, or nothing in it for {@code never}. */
  static Optional<Optional<Moment>> deadline(Entry entry) {
    return entry.parsed(
        MOMENT_OR_NEVER,
        FORM + ", or never",
        text -> text.equals("never") ? Optional.empty() : Optional.of(moment(text)));
  }

  private static Moment moment(String text) {
    String zone = text.substring(LOCAL).strip();
    return new Moment(
        LocalDateTime.parse(text.substring(0, LOCAL)),
        zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)));
  }

  private Moments() {}
}
