package dev.instead.cli;

import dev.instead.config.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * What every command has at hand.
 *
 * @param out for people and pipes, UTF-8
 * @param onStop runs something when the process is told to stop
 */
record Shell(
    Map<String, String> environment,
    Parts parts,
    Clock clock,
    PrintWriter out,
    Consumer<Runnable> onStop) {
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** How the settings want questions to be read. */
  Parts.Means means() {
    return new Parts.Means(
        Settings.one(Settings.ENCODER, environment), Settings.cache(environment));
  }

  /** Says that a server is ready and returns once it was told to stop and has stopped. */
  void runUntilStopped(Running running, String ready) {
    CountDownLatch stopped = new CountDownLatch(1);
    onStop.accept(() -> {
      try {
        running.close();
      } finally {
        stopped.countDown();
      }
    });
    say(ready.formatted(running.address().getPort()));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.close();
    }
  }
}
