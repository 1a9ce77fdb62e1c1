package dev.instead;

import dev.instead.calls.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every thread of the bot. A task that fails is logged; a timer goes on with its next turn. */
final class Threads {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** One may look through all links for minutes. */
  static final int ASIDES = 4;

  static final int MOST_WAITING = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(work -> daemon("timers", work));
  private final List<ScheduledFuture<?>> timing = new CopyOnWriteArrayList<>();
  private final ExecutorService couriers =
      Executors.newCachedThreadPool(work -> daemon("courier-lane", work));

  private final ExecutorService asides = Workers.bounded("aside", ASIDES, MOST_WAITING);

  /** For the courier's conversations; the courier bounds how many there are. */
  Executor couriers() {
    return couriers;
  }

  /** Does what nobody waits for beside everything else; while too much of it waits, what comes is left out and logged. */
  void aside(String name, Runnable work) {
    try {
      asides.execute(() -> logged(name, work));
    } catch (RejectedExecutionException full) {
      LOG.warn("The work \"{}\" was left out: too much waits", name);
    }
  }

  void once(String name, Runnable work) {
    Thread thread = daemon(name, () -> logged(name, work));
    running.put(name, thread);
    thread.start();
  }

  /** Begins what is needed later; asking the answer for its value waits, and throws what the work threw. */
  static <T> Supplier<T> begin(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    daemon(name, task).start();
    return () -> value(task);
  }

  private static <T> T value(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while starting", e);
    }
  }

  void every(String name, Duration pause, Runnable work) {
    long millis = pause.toMillis();
    timing.add(timers.scheduleWithFixedDelay(
        () -> logged(name, work), millis, millis, TimeUnit.MILLISECONDS));
  }

  boolean runs(String name) {
    Thread thread = running.get(name);
    return thread != null && thread.isAlive();
  }

  /** Waits until the courier has finished what it is sending, then ends everything. */
  void finish() {
    stopTimer();
    try {
      Thread courier = running.get("courier");
      if (courier != null) {
        courier.join(PATIENCE.toMillis());
      }
      asides.shutdown();
      Workers.finish(asides);
      couriers.shutdown();
      if (!couriers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "Messages were still being sent after {}; they are looked for at the next start",
            PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends everything in the middle of its work. */
  void abandon() {
    stopTimer();
    asides.shutdownNow();
    couriers.shutdownNow();
    running.values().forEach(Thread::interrupt);
  }

  private void stopTimer() {
    timing.forEach(timer -> timer.cancel(false));
    timers.shutdown();
  }

  /** Does the work here and now; its failure is logged and goes no further. */
  static void logged(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("The work \"{}\" failed", name, e);
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
