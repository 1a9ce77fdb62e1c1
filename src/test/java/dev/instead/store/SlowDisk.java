package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A disk that takes its time over commits, a long one and a short one by turns, until it is told to be fast again. */
public final class SlowDisk {
  private static final Duration MOMENT = Duration.ofMillis(1);

  /** Two: while one is in the commit that goes on, the other waits to be in the next. */
  private final List<Thread> slowing;

  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private volatile boolean over;

  public SlowDisk(Database database, Duration longOnes, Duration shortOnes) {
    slowing = Stream.of("slow-disk", "slow-disk-too")
        .map(name -> new Thread(() -> slow(database, longOnes, shortOnes), name))
        .toList();
    slowing.forEach(Thread::start);
  }

  private void slow(Database database, Duration longOnes, Duration shortOnes) {
    while (!over) {
      try {
        database.writer().record(sql -> {
          take(turns.getAndIncrement() % 2 == 0 ? longOnes : shortOnes);
          return true;
        });
        commits.incrementAndGet();
      } catch (StoreException full) {
        take(MOMENT); // there is room again when the next commit begins
      }
    }
  }

  /** How many were slow so far. */
  public int commits() {
    return commits.get();
  }

  private static void take(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  public void isFastAgain() {
    over = true;
    try {
      for (Thread each : slowing) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
