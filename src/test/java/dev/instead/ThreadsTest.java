package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private final Threads threads = new Threads();
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void close() {
    free.countDown();
    threads.abandon();
  }

  @Test
  void what_nobody_waits_for_is_left_out_when_too_much_of_it_waits() throws Exception {
    int most = Threads.ASIDES + Threads.MOST_WAITING;
    CountDownLatch done = new CountDownLatch(most);
    AtomicInteger begun = new AtomicInteger();
    for (int i = 0; i < most + 100; i++) {
      threads.aside("answer-log", () -> {
        begun.incrementAndGet();
        awaitFree();
        done.countDown();
      });
    }
    free.countDown();

    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertEquals(most, begun.get());
  }

  private void awaitFree() {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
