package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A disk that takes its time over every commit, again and again. */
public final class SlowDisk {
  private final Thread slowing;
  private volatile boolean over;

  /** @param each what a commit takes */
  public SlowDisk(Database database, Duration each) {
    slowing = new Thread(() -> slow(database, each), "slow-disk");
    slowing.start();
  }

  private void slow(Database database, Duration each) {
    while (!over) {
      try {
        database.writer().record(sql -> {
          long end = System.nanoTime() + each.toNanos();
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
          }
          return true;
        });
      } catch (StoreException e) {
        over = true; // the store was closed, or nobody knows: slow enough
      }
    }
  }

  public void isFastAgain() {
    over = true;
    try {
      slowing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
