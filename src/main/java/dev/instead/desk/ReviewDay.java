package dev.instead.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day until which something is to hold, as a form gives it. */
final class ReviewDay {
  private static final int MOST_YEARS = 2;

  private ReviewDay() {}

  /**
   * A day after today, and so near that somebody will read it again; the form says so beside its field when there is none.
   *
   * @param typed in the form of 2027-05-31
   */
  static Optional<LocalDate> of(String typed, LocalDate today) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()))
          .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(MOST_YEARS)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
