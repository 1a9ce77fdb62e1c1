package dev.instead.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When a team works: the same span on each of its days, in its own zone.
 *
 * @param to exclusive; later than {@code from} on the same day
 */
public record Hours(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, Set<LocalDate> holidays) {
  private static final int LOOK_AHEAD_DAYS = 366;

  public Hours {
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Working hours need at least one day, and a start before the end");
    }
  }

  public boolean open(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return worksOn(local.toLocalDate())
        && !local.toLocalTime().isBefore(from)
        && local.toLocalTime().isBefore(to);
  }

  /** {@code at} itself while the team works, else when it is back. */
  public Instant nextOpen(Instant at) {
    if (open(at)) {
      return at;
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    for (int i = 0; i <= LOOK_AHEAD_DAYS; i++) {
      Instant start = day.plusDays(i).atTime(from).atZone(zone).toInstant();
      if (worksOn(day.plusDays(i)) && !start.isBefore(at)) {
        return start;
      }
    }
    throw new IllegalStateException(
        "No working day within a year of " + day + ": every one is a holiday");
  }

  /** {@code start} plus {@code worked} of working time. */
  public Instant plusWorking(Instant start, Duration worked) {
    Instant at = nextOpen(start);
    Duration left = worked;
    while (true) {
      Instant closes = at.atZone(zone).toLocalDate().atTime(to).atZone(zone).toInstant();
      Duration today = Duration.between(at, closes);
      if (left.compareTo(today) <= 0) {
        return at.plus(left);
      }
      left = left.minus(today);
      at = nextOpen(closes);
    }
  }

  /** Whether {@code day} is one of the team's days and no holiday. */
  public boolean worksOn(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }
}
