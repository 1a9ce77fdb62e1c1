package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  private static final String ADD = "INSERT INTO delivery (key, answer, at) VALUES (?, '', 0)";

  /** In seconds; only what hangs takes so long. */
  private static final int DEADLINE = 30;

  @TempDir
  Path directory;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);
  private Database database;

  @BeforeEach
  void open() {
    database = open(Duration.ofSeconds(1), 3);
  }

  @AfterEach
  void close() {
    free.countDown();
    database.close();
    callers.shutdown();
  }

  @Test
  void a_request_that_fails_harms_no_other_of_the_same_commit() throws Exception {
    Future<?> first = keepBusy();
    IllegalStateException bug = new IllegalStateException("a bug");
    Future<Integer> before = inQueue(sql -> sql.update(ADD, "before"), 1);
    Future<Integer> failing = inQueue(
        sql -> {
          sql.update(ADD, "failing");
          throw bug;
        },
        2);
    Future<Integer> after = inQueue(sql -> sql.update(ADD, "after"), 3);
    free.countDown();

    first.get(DEADLINE, TimeUnit.SECONDS);
    assertEquals(1, before.get(DEADLINE, TimeUnit.SECONDS));
    assertEquals(1, after.get(DEADLINE, TimeUnit.SECONDS));
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> failing.get(DEADLINE, TimeUnit.SECONDS));
    assertSame(bug, failed.getCause());
    assertEquals(List.of("after", "before", "busy"), stored());
  }

  /** A full disk makes SQLite take back the whole transaction, savepoints and all. */
  @Test
  void a_disk_that_gets_full_is_the_reason_for_every_request_of_that_commit() throws Exception {
    SmallDisk.leaves(database, 2);
    Future<Integer> first = keepBusy();
    Future<Integer> before = inQueue(sql -> sql.update(ADD, "before"), 1);
    Future<Integer> tooMuch = inQueue(sql -> sql.update(ADD, "x".repeat(100_000)), 2);
    free.countDown();

    assertEquals(1, first.get(DEADLINE, TimeUnit.SECONDS));
    for (Future<Integer> one : List.of(before, tooMuch)) {
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> one.get(DEADLINE, TimeUnit.SECONDS));
      String why = String.valueOf(failed.getMessage());
      assertTrue(why.contains("the disk is full"), why);
    }
    assertTrue(database.whyUnusable().orElse("").contains("the disk is full"));
    assertEquals(List.of("busy"), stored());
  }

  @Test
  void a_commit_that_fails_is_acknowledged_to_nobody() {
    assertThrows(
        StoreException.class,
        () -> database.writer().write(sql -> {
          sql.update("PRAGMA defer_foreign_keys = ON"); // now only the commit notices
          sql.update(
              "INSERT INTO event (case_number, at, kind, detail) VALUES ('S-NONE', 0, 'claimed', '{}')");
          return sql.update(ADD, "never");
        }));

    database.writer().write(sql -> sql.update(ADD, "next"));
    assertEquals(List.of("next"), stored());
  }

  @Test
  void a_request_that_waited_too_long_is_never_done() throws Exception {
    Future<Integer> first = keepBusy();

    StoreException late = assertThrows(
        StoreException.class, () -> database.writer().write(sql -> sql.update(ADD, "too late")));
    free.countDown();
    database.writer().record(sql -> sql.update(ADD, "next"));

    assertEquals(1, first.get(DEADLINE, TimeUnit.SECONDS));
    assertTrue(String.valueOf(late.getMessage()).contains("nothing was stored"));
    assertEquals(List.of("busy", "next"), stored());
  }

  /** Its work goes on meanwhile: that ends by {@link #free} alone, which here nobody counts down before. */
  @Test
  void a_request_that_was_begun_hears_in_time_that_nobody_knows() throws Exception {
    Future<Integer> first = keepBusy();

    ExecutionException unknown =
        assertThrows(ExecutionException.class, () -> first.get(DEADLINE, TimeUnit.SECONDS));
    assertTrue(String.valueOf(unknown.getMessage()).contains("sending it again is safe"));
  }

  /** Its thread is needed to tell others the same. */
  @Test
  void while_a_commit_takes_too_long_newcomers_are_turned_away_at_once() throws Exception {
    Future<Integer> first = keepBusy();
    assertThrows(ExecutionException.class, () -> first.get(DEADLINE, TimeUnit.SECONDS));

    StoreException stuck = assertThrows(
        StoreException.class, () -> database.writer().write(sql -> sql.update(ADD, "turned away")));
    assertTrue(String.valueOf(stuck.getMessage()).contains("busy for too long"), stuck::toString);
    free.countDown();
    database.writer().record(sql -> sql.update(ADD, "next"));
    assertEquals(List.of("busy", "next"), stored());
  }

  @Test
  void what_has_happened_is_recorded_even_after_a_long_wait() throws Exception {
    Future<Integer> first = keepBusy();
    Future<Integer> delivered =
        callers.submit(() -> database.writer().record(sql -> sql.update(ADD, "delivered")));
    assertThrows(ExecutionException.class, () -> first.get(DEADLINE, TimeUnit.SECONDS));
    free.countDown();

    assertEquals(1, delivered.get(DEADLINE, TimeUnit.SECONDS));
    assertEquals(List.of("busy", "delivered"), stored());
  }

  @Test
  void a_request_that_finds_the_queue_full_hears_it_at_once() throws Exception {
    Future<Integer> first = keepBusy();
    List<Future<Integer>> accepted = new ArrayList<>(List.of(first));
    for (int i = 1; i <= 3; i++) {
      String key = "waiting " + i;
      accepted.add(inQueue(sql -> sql.update(ADD, key), i));
    }

    StoreException full = assertThrows(
        StoreException.class, () -> database.writer().write(sql -> sql.update(ADD, "more")));

    free.countDown();
    assertTrue(String.valueOf(full.getMessage()).contains("too much waits"));
    for (Future<Integer> one : accepted) {
      assertEquals(1, one.get(DEADLINE, TimeUnit.SECONDS));
    }
  }

  @Test
  void closing_finishes_what_waits_and_takes_no_more() throws Exception {
    Future<Integer> first = keepBusy();
    Future<Integer> waiting = inQueue(sql -> sql.update(ADD, "waiting"), 1);
    Future<?> closing = callers.submit(database::close);
    free.countDown();
    closing.get(DEADLINE, TimeUnit.SECONDS);

    assertEquals(1, first.get(DEADLINE, TimeUnit.SECONDS));
    assertEquals(1, waiting.get(DEADLINE, TimeUnit.SECONDS));
    assertThrows(
        StoreException.class, () -> database.writer().write(sql -> sql.update(ADD, "more")));
    database = open(Duration.ofSeconds(2), 3);
    assertEquals(List.of("busy", "waiting"), stored());
  }

  /** One write that goes on until {@link #free}; it has begun when this returns. */
  private Future<Integer> keepBusy() throws InterruptedException {
    Future<Integer> running = callers.submit(() -> database.writer().write(sql -> {
      busy.countDown();
      await(free);
      return sql.update(ADD, "busy");
    }));
    await(busy);
    return running;
  }

  private Future<Integer> inQueue(Writer.Work<Integer> work, int place) {
    Future<Integer> waiting = callers.submit(() -> database.writer().write(work));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE);
    while (database.writer().waiting() < place) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Request " + place + " never reached the queue");
      }
      Thread.onSpinWait();
    }
    return waiting;
  }

  private List<String> stored() {
    return new ArrayList<>(database
        .readers()
        .readHot(
            sql -> sql.list("SELECT key FROM delivery ORDER BY key", row -> row.getString(1))));
  }

  private Database open(Duration limit, int mayWait) {
    return Database.open("jdbc:sqlite:" + directory.resolve("instead.db"), limit, mayWait);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(DEADLINE, TimeUnit.SECONDS), "nobody opened the latch");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
