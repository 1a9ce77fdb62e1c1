package dev.instead.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.outbox.Pace.Limits;
import dev.instead.outbox.Pace.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  private static final String THREAD = "19:care@thread.tacv2";

  @ParameterizedTest
  @CsvSource({"PT1S, 7", "PT2S, 8", "PT30S, 60", "PT1H, 1800"})
  void no_thread_of_teams_gets_more_than_teams_allows(Duration window, int allowed) {
    List<Instant> sent =
        sentAsFastAsAllowed(new Pace(Limits.TEAMS), THREAD, Duration.ofMinutes(70));

    assertTrue(busiest(sent, window) <= allowed, () -> busiest(sent, window) + " within " + window);
    assertTrue(busiest(sent, window) >= allowed / 2, "slower than it need be");
  }

  @Test
  void a_tenant_gets_fifty_a_second_over_all_threads() {
    Pace pace = new Pace(Limits.TEAMS);
    List<Instant> sent = new ArrayList<>();
    for (int millis = 0; millis < 3000; millis++) {
      Instant now = START.plusMillis(millis);
      if (pace.take("thread " + millis, Calling.POST, true, now).isZero()) {
        sent.add(now);
      }
    }

    assertTrue(busiest(sent, Duration.ofSeconds(1)) <= 50);
    assertTrue(busiest(sent, Duration.ofSeconds(1)) >= 45);
  }

  @Test
  void no_minute_has_more_edits_than_slack_allows() {
    Pace pace = new Pace(Limits.slack(300));
    List<Instant> sent =
        asFastAsAllowed(now -> pace.take("C1", Calling.EDIT, true, now), Duration.ofMinutes(10));

    assertEquals(49, busiest(sent, Duration.ofMinutes(1)), "Slack takes 50");
  }

  @Test
  void a_card_that_is_edited_all_the_time_keeps_no_new_card_of_slack_waiting() {
    Pace pace = new Pace(Limits.slack(300));
    int posts = 0;
    for (Instant now = START;
        now.isBefore(START.plusSeconds(60));
        now = now.plus(Duration.ofMillis(100))) {
      pace.take("C1", Calling.EDIT, true, now);
      posts += pace.take("C1", Calling.POST, true, now).isZero() ? 1 : 0;
    }
    assertEquals(8 + 57, posts, "a burst, and then almost one a second");
  }

  @Test
  void two_conversations_told_to_wait_within_a_moment_stand_for_all() {
    Pace pace = new Pace(Limits.TEAMS);
    Instant soon = START.plusMillis(500);
    pace.pause("a", START, START.plusSeconds(10));
    assertEquals(Duration.ZERO, pace.take("c", Calling.POST, true, soon), "one is its own matter");

    pace.pause("b", soon, START.plusSeconds(20));
    assertEquals(Duration.ofMillis(9500), pace.take("c", Calling.POST, true, soon));
    assertEquals(Duration.ofMillis(9500), pace.take("c", Calling.EDIT, false, soon));
    assertEquals(Duration.ZERO, pace.take("c", Calling.POST, true, START.plusSeconds(10)));
    assertEquals(Duration.ofSeconds(10), pace.take("b", Calling.POST, true, START.plusSeconds(10)));
  }

  @Test
  void one_conversation_told_twice_and_two_told_apart_leave_the_others_alone() {
    Pace pace = new Pace(Limits.TEAMS);
    pace.pause("a", START, START.plusSeconds(10));
    pace.pause("a", START.plusMillis(1), START.plusSeconds(10));
    pace.pause("b", START.plusSeconds(5), START.plusSeconds(30));
    assertEquals(Duration.ZERO, pace.take("c", Calling.POST, true, START.plusSeconds(5)));
  }

  @Test
  void every_rate_of_a_conversation_holds() {
    Pace pace = new Pace(new Limits(
        List.of(new Rate(2, Duration.ofSeconds(1)), new Rate(3, Duration.ofSeconds(10))),
        List.of(),
        new Rate(9, Duration.ofSeconds(1)),
        true,
        new Rate(9, Duration.ofSeconds(1))));

    assertEquals(Duration.ZERO, post(pace, START));
    assertEquals(Duration.ZERO, post(pace, START));
    assertEquals(Duration.ofSeconds(1), post(pace, START));
    assertEquals(Set.of(THREAD), pace.waiting(START));
    assertEquals(Duration.ZERO, post(pace, START.plusSeconds(1)));
    assertEquals(Duration.ofSeconds(9), post(pace, START.plusSeconds(1)));
    assertEquals(START.plusSeconds(10), pace.nextTurn(START.plusSeconds(1)));
  }

  @Test
  void what_has_to_wait_for_one_rate_spends_nothing_of_another() {
    Pace pace = new Pace(new Limits(
        List.of(new Rate(2, Duration.ofSeconds(10))),
        List.of(new Rate(1, Duration.ofSeconds(1))),
        new Rate(9, Duration.ofSeconds(1)),
        true,
        new Rate(9, Duration.ofSeconds(1))));

    assertEquals(Duration.ZERO, post(pace, START));
    assertEquals(Duration.ofSeconds(1), post(pace, START));
    assertEquals(Duration.ZERO, post(pace, START.plusSeconds(1)));
  }

  private static Duration post(Pace pace, Instant now) {
    return pace.take(THREAD, Calling.POST, true, now);
  }

  private static List<Instant> sentAsFastAsAllowed(Pace pace, String thread, Duration howLong) {
    return asFastAsAllowed(now -> pace.take(thread, Calling.POST, true, now), howLong);
  }

  private static List<Instant> asFastAsAllowed(Function<Instant, Duration> take, Duration howLong) {
    List<Instant> sent = new ArrayList<>();
    Instant now = START;
    while (now.isBefore(START.plus(howLong))) {
      Duration wait = take.apply(now);
      if (wait.isZero()) {
        sent.add(now);
      }
      now = now.plus(wait);
    }
    return sent;
  }

  /** The most that were sent within any {@code window}, its end not included. */
  private static int busiest(List<Instant> sent, Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < sent.size(); last++) {
      while (!sent.get(last).isBefore(sent.get(first).plus(window))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
