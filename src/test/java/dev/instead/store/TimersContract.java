package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Timers;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of timers does. */
abstract class TimersContract {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant NEXT = NOON.plus(Duration.ofDays(7));
  private static final Person OMAR = new Person(Platform.SLACK, "T0MERANTI", "U0OMAR");

  abstract Timers timers();

  /** How many messages wait to be sent. */
  abstract int waiting();

  @Test
  void a_timer_that_nobody_has_begun_is_never_due() {
    assertEquals(Optional.empty(), timers().due("reviews"));
    assertFalse(timers().take("reviews", NOON, NEXT, List.of()));
  }

  @Test
  void what_is_begun_again_keeps_its_time() {
    timers().begin("reviews", NOON);
    timers().begin("reviews", NEXT);
    assertEquals(Optional.of(NOON), timers().due("reviews"));
  }

  @Test
  void before_its_time_it_can_not_be_taken_and_nothing_is_wanted() {
    timers().begin("reviews", NOON);
    assertFalse(timers().take("reviews", NOON.minusMillis(1), NEXT, list()));
    assertEquals(0, waiting());
    assertEquals(Optional.of(NOON), timers().due("reviews"));
  }

  @Test
  void who_takes_it_moves_it_on_and_wants_the_messages_in_one() {
    timers().begin("reviews", NOON);
    assertTrue(timers().take("reviews", NOON, NEXT, list()));
    assertEquals(Optional.of(NEXT), timers().due("reviews"));
    assertEquals(1, waiting());
    assertFalse(timers().take("reviews", NOON, NEXT, list()), "it is not due again");
  }

  @Test
  void timers_do_not_touch_one_another() {
    timers().begin("reviews", NOON);
    timers().begin("links", NOON);
    assertTrue(timers().take("links", NOON, NEXT, List.of()));
    assertEquals(Optional.of(NOON), timers().due("reviews"));
  }

  @Test
  void of_many_that_try_at_once_exactly_one_takes_it() throws Exception {
    timers().begin("reviews", NOON);
    int many = 8;
    CountDownLatch together = new CountDownLatch(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<Boolean>> tries = Stream.generate(() -> threads.submit(() -> {
            together.countDown();
            together.await();
            return timers().take("reviews", NOON, NEXT, list());
          }))
          .limit(many)
          .toList();
      int taken = 0;
      for (Future<Boolean> each : tries) {
        taken += each.get() ? 1 : 0;
      }
      assertEquals(1, taken);
      assertEquals(1, waiting());
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Wanted> list() {
    return List.of(Wanted.reviewList(OMAR, LocalDate.of(2026, 11, 23)));
  }
}
