package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A disk that takes its time over every commit, until it is told to be fast again. */
public final class SlowDisk {
  private static final Duration MOMENT = Duration.ofMillis(1);

  /** Two: while one is in the commit that goes on, the other waits to be in the next. */
  private final List<Thread> slowing;

  private volatile boolean over;

  /** @param each what a commit takes */
  public SlowDisk(Database database, Duration each) {
    slowing = Stream.of("slow-disk", "slow-disk-too")
        .map(name -> new Thread(() -> slow(database, each), name))
        .toList();
    slowing.forEach(Thread::start);
  }

  private void slow(Database database, Duration each) {
    while (!over) {
      try {
        database.writer().record(sql -> {
          take(each);
          return true;
        });
      } catch (StoreException full) {
        take(MOMENT); // there is room again when the next commit begins
      }
    }
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
