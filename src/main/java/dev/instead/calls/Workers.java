package dev.instead.calls;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for calls to a platform: bounded, and so is what waits for them; what is too much is refused. */
public final class Workers {
  private static final int IDLE_SECONDS = 30;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Workers() {}

  /** At most so many at once, and so many waiting; threads that nobody needs end. */
  public static ExecutorService bounded(String name, int threads, int waiting) {
    ThreadPoolExecutor executor = new ThreadPoolExecutor(
        threads,
        threads,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waiting),
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Waits a moment for what was begun; {@link ExecutorService#shutdown} comes before. */
  public static void finish(ExecutorService executor) {
    try {
      if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
