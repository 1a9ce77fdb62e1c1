package dev.instead.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoursTest {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private final Hours jakarta = hours("Asia/Jakarta", Set.of(LocalDate.of(2026, 12, 25)));
  private final Hours berlin = hours("Europe/Berlin", Set.of());

  @Test
  void it_opens_on_the_minute_and_is_closed_at_the_end() {
    assertFalse(jakarta.open(at("2026-11-23T07:59:59+07:00")));
    assertTrue(jakarta.open(at("2026-11-23T08:00:00+07:00")));
    assertTrue(jakarta.open(at("2026-11-23T17:59:59+07:00")));
    assertFalse(jakarta.open(at("2026-11-23T18:00:00+07:00")));
  }

  @Test
  void hours_are_those_of_the_team_wherever_one_asks_from() {
    assertTrue(jakarta.open(at("2026-11-23T01:30:00Z")));
    assertFalse(jakarta.open(at("2026-11-23T12:00:00Z")));
  }

  @Test
  void while_open_the_next_opening_is_now() {
    Instant now = at("2026-11-23T09:12:00+07:00");
    assertEquals(now, jakarta.nextOpen(now));
  }

  @Test
  void before_work_it_opens_the_same_day_and_after_work_the_next() {
    assertEquals(
        at("2026-11-23T08:00:00+07:00"), jakarta.nextOpen(at("2026-11-23T05:00:00+07:00")));
    assertEquals(
        at("2026-11-24T08:00:00+07:00"), jakarta.nextOpen(at("2026-11-23T18:00:00+07:00")));
  }

  @Test
  void a_weekend_and_a_holiday_are_skipped() {
    assertEquals(
        at("2026-11-23T08:00:00+07:00"), jakarta.nextOpen(at("2026-11-21T10:00:00+07:00")));
    // Thursday evening; Friday is a holiday, then comes the weekend
    assertEquals(
        at("2026-12-28T08:00:00+07:00"), jakarta.nextOpen(at("2026-12-24T18:30:00+07:00")));
    assertFalse(jakarta.open(at("2026-12-25T10:00:00+07:00")));
  }

  @Test
  void working_time_runs_on_within_the_day_up_to_its_very_end() {
    assertEquals(
        at("2026-11-23T09:30:00+07:00"),
        jakarta.plusWorking(at("2026-11-23T09:00:00+07:00"), Duration.ofMinutes(30)));
    assertEquals(
        at("2026-11-23T18:00:00+07:00"),
        jakarta.plusWorking(at("2026-11-23T17:30:00+07:00"), Duration.ofMinutes(30)));
  }

  @Test
  void working_time_stands_still_over_night_weekend_and_holiday() {
    assertEquals(
        at("2026-11-24T08:20:00+07:00"),
        jakarta.plusWorking(at("2026-11-23T17:50:00+07:00"), Duration.ofMinutes(30)));
    assertEquals(
        at("2026-11-23T08:30:00+07:00"),
        jakarta.plusWorking(at("2026-11-21T23:00:00+07:00"), Duration.ofMinutes(30)));
    assertEquals(
        at("2026-12-28T08:20:00+07:00"),
        jakarta.plusWorking(at("2026-12-24T17:50:00+07:00"), Duration.ofMinutes(30)));
  }

  @Test
  void more_than_a_days_work_takes_days() {
    // Friday noon: 6 hours on Friday, 10 on Monday, 4 on Tuesday
    assertEquals(
        at("2026-11-24T12:00:00+07:00"),
        jakarta.plusWorking(at("2026-11-20T12:00:00+07:00"), Duration.ofHours(20)));
  }

  @Test
  void when_clocks_go_forward_work_still_begins_at_eight_local_time() {
    // Berlin leaves +01:00 for +02:00 on Sunday 2027-03-28 at 02:00
    assertEquals(at("2027-03-29T08:00:00+02:00"), berlin.nextOpen(at("2027-03-26T18:00:00+01:00")));
    assertEquals(
        at("2027-03-29T08:20:00+02:00"),
        berlin.plusWorking(at("2027-03-26T17:50:00+01:00"), Duration.ofMinutes(30)));
  }

  @Test
  void when_clocks_go_back_work_still_begins_at_eight_local_time() {
    // Berlin leaves +02:00 for +01:00 on Sunday 2026-10-25 at 03:00
    assertEquals(at("2026-10-26T08:00:00+01:00"), berlin.nextOpen(at("2026-10-23T18:00:00+02:00")));
    assertEquals(
        at("2026-10-26T08:20:00+01:00"),
        berlin.plusWorking(at("2026-10-23T17:50:00+02:00"), Duration.ofMinutes(30)));
  }

  @Test
  void a_shift_over_the_change_itself_counts_real_hours() {
    Hours nights = new Hours(
        Set.of(DayOfWeek.SUNDAY),
        LocalTime.of(0, 0),
        LocalTime.of(6, 0),
        ZoneId.of("Europe/Berlin"),
        Set.of());
    // five real hours in spring, seven in autumn
    assertEquals(
        at("2027-03-28T06:00:00+02:00"),
        nights.plusWorking(at("2027-03-28T00:00:00+01:00"), Duration.ofHours(5)));
    assertEquals(
        at("2026-10-25T06:00:00+01:00"),
        nights.plusWorking(at("2026-10-25T00:00:00+02:00"), Duration.ofHours(7)));
  }

  @Test
  void a_year_without_a_working_day_is_an_error_rather_than_an_endless_search() {
    Set<LocalDate> always = IntStream.range(0, 400)
        .mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(i))
        .collect(Collectors.toSet());
    Hours never = hours("Asia/Jakarta", always);
    assertThrows(
        IllegalStateException.class, () -> never.nextOpen(at("2026-01-01T00:00:00+07:00")));
  }

  @Test
  void hours_need_a_day_and_a_start_before_the_end() {
    LocalTime eight = LocalTime.of(8, 0);
    ZoneId zone = ZoneId.of("Asia/Jakarta");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Hours(Set.of(), eight, LocalTime.NOON, zone, Set.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Hours(WEEKDAYS, eight, eight, zone, Set.of()));
  }

  private static Hours hours(String zone, Set<LocalDate> holidays) {
    return new Hours(WEEKDAYS, LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of(zone), holidays);
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
