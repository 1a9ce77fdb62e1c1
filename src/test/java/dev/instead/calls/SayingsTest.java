package dev.instead.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.calls.Sayings.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class SayingsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Optional<Failure> BUSY =
      Optional.of(Failure.busy("busy", Duration.ofSeconds(3)));

  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private long nanos;
  private final Sayings sayings = sayings(turns::add);

  @Test
  void what_a_platform_is_too_busy_for_is_tried_twice_more() {
    sayings.say("hint", () -> heard("hint", BUSY));
    for (int turn = 0; turn < 5; turn++) {
      takeTurns();
      waitingIsOver();
    }
    assertEquals(List.of("hint", "hint", "hint"), said);
    assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(3)), waits);
  }

  @Test
  void what_arrives_the_second_time_is_said_no_more() {
    sayings.say("hint", () -> heard("hint", said.isEmpty() ? BUSY : Optional.empty()));
    takeTurns();
    waitingIsOver();
    takeTurns();
    assertEquals(2, said.size());
    assertEquals(0, later.size());
  }

  @Test
  void others_are_heard_while_one_waits() {
    sayings.say("first", () -> heard("first", BUSY));
    sayings.say("second", () -> heard("second", Optional.empty()));
    takeTurns();
    assertEquals(List.of("first", "second"), said);
    assertEquals(1, later.size());
  }

  @Test
  void nobody_waits_longer_than_ten_seconds() {
    sayings.say(
        "hint", () -> heard("hint", Optional.of(Failure.busy("busy", Duration.ofMinutes(5)))));
    takeTurns();
    assertEquals(List.of(Duration.ofSeconds(10)), waits);
  }

  @Test
  void what_may_have_arrived_is_not_said_again() {
    sayings.say("hint", () -> heard("hint", Optional.of(Failure.forGood("no answer"))));
    takeTurns();
    assertEquals(0, later.size());
  }

  @Test
  void after_too_long_a_wait_for_its_turn_an_answer_is_left_out() {
    sayings.say("late", () -> heard("late", Optional.empty()));
    nanos += LIMIT.toNanos() - 1;
    sayings.say("in time", () -> heard("in time", Optional.empty()));
    nanos += 1;
    takeTurns();
    assertEquals(List.of("in time"), said);
  }

  @Test
  void the_time_for_a_turn_begins_anew_with_each_try() {
    sayings.say("hint", () -> heard("hint", BUSY));
    nanos += LIMIT.toNanos() - 1;
    takeTurns();
    nanos += LIMIT.toNanos();
    waitingIsOver();
    nanos += LIMIT.toNanos() - 1;
    takeTurns();
    assertEquals(2, said.size());
  }

  @Test
  void what_a_full_executor_refuses_is_left_out_and_harms_nobody() {
    sayings(work -> {
          throw new RejectedExecutionException();
        })
        .say("hint", () -> heard("hint", Optional.empty()));
    assertEquals(List.of(), said);
  }

  @Test
  void so_many_wait_to_be_tried_again_and_no_more() {
    for (int i = 0; i < 2_001; i++) {
      sayings.say("hint", () -> heard("hint", BUSY));
    }
    takeTurns();
    assertEquals(2_000, later.size());

    later.remove().run();
    takeTurns();
    assertEquals(2_000, later.size(), "who went on left room for another");
  }

  @Test
  void workers_are_so_many_at_once_and_so_many_waiting() throws Exception {
    CountDownLatch begun = new CountDownLatch(3);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(5);
    ExecutorService workers = Workers.bounded("test", 3, 2);
    Runnable work = () -> {
      begun.countDown();
      try {
        mayEnd.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      done.countDown();
    };
    for (int i = 0; i < 5; i++) {
      workers.execute(work);
    }
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    assertThrows(RejectedExecutionException.class, () -> workers.execute(work));
    mayEnd.countDown();
    assertTrue(done.await(30, TimeUnit.SECONDS));
    workers.shutdown();
    Workers.finish(workers);
    assertTrue(workers.isTerminated());
  }

  private Sayings sayings(Executor voices) {
    Later noted = (wait, work) -> {
      waits.add(wait);
      later.add(work);
    };
    return new Sayings(
        voices, noted, () -> nanos, Optional.of(LIMIT), LoggerFactory.getLogger(SayingsTest.class));
  }

  private Optional<Failure> heard(String name, Optional<Failure> end) {
    said.add(name);
    return end;
  }

  private void takeTurns() {
    while (!turns.isEmpty()) {
      turns.remove().run();
    }
  }

  private void waitingIsOver() {
    List<Runnable> those = List.copyOf(later);
    later.clear();
    those.forEach(Runnable::run);
  }
}
