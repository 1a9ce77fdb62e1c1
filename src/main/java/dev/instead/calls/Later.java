package dev.instead.calls;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Goes on with something after a while. The work is short: it hands over to an executor of its own. */
public interface Later {
  void after(Duration wait, Runnable work);

  /** By the real clock; nobody sleeps meanwhile. */
  static Later onTime() {
    return (wait, work) -> CompletableFuture.delayedExecutor(
            wait.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(work);
  }
}
