package dev.instead.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several questions at once; the rest is seen through the directories. */
class LookUpsTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Test
  void waiting_for_many_answers_takes_no_longer_than_for_one() {
    List<Runnable> unanswered = new ArrayList<>();
    LookUps<Integer, String> names = lookUps(unanswered::add);
    List<Integer> keys = IntStream.range(0, 20).boxed().toList();
    long begun = System.nanoTime();
    assertEquals(Map.of(), names.getAll(keys));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertEquals(keys.size(), unanswered.size(), "all were asked for");
    assertTrue(took.compareTo(PATIENCE.multipliedBy(5)) < 0, took::toString);

    unanswered.forEach(Runnable::run);
    assertEquals("name 7", names.getAll(keys).get(7));
  }

  @Test
  void whoever_is_unknown_is_left_out_and_the_others_are_not() {
    LookUps<Integer, String> names = lookUps(Runnable::run);
    assertEquals(Map.of(1, "name 1", 2, "name 2"), names.getAll(List.of(1, -1, 2, 1)));
  }

  private static LookUps<Integer, String> lookUps(Executor askers) {
    return new LookUps<>(
        key -> key < 0 ? Optional.empty() : Optional.of("name " + key),
        new Bucket(1000, () -> 0),
        askers,
        1000,
        PATIENCE,
        () -> 0);
  }
}
