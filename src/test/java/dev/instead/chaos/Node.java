package dev.instead.chaos;

import dev.instead.BotProcess;
import dev.instead.playground.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process of the bot, which is ended and started again and again. */
final class Node implements AutoCloseable {
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  private static final int STARTS = 10;

  /** How it writes this machine's name, which tells its calls from another node's. */
  final String host;

  private final Map<String, String> settings;
  private final Path log;
  private volatile @Nullable BotProcess process;
  private int debugPort;
  private Duration ahead = Duration.ZERO;

  Node(String host, Map<String, String> settings, Path log) {
    this.host = host;
    this.settings = settings;
    this.log = log;
  }

  /** Returns when it takes requests; started again, as a supervisor would, when its database isn't there yet. */
  void start(SteppedClock clock) {
    for (int tries = 1; ; tries++) {
      try {
        begin(clock);
        return;
      } catch (IllegalStateException ended) {
        if (tries == STARTS) {
          throw ended;
        }
      }
    }
  }

  /** Its clock shows what the chats' does. */
  private synchronized void begin(SteppedClock clock) {
    debugPort = freePort();
    ahead = clock.ahead();
    List<String> java = List.of(
        "-Xmx160m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dlogback.configurationFile=logback.xml",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
            + debugPort,
        "-cp",
        System.getProperty("java.class.path"),
        "dev.instead.ControlledBot");
    process = BotProcess.start(java, List.of(Long.toString(ahead.toMillis())), settings, log);
  }

  /** Where it listens, or where nobody does. */
  URI address() {
    BotProcess running = process;
    return running == null ? NOBODY : running.address();
  }

  boolean isAlive() {
    BotProcess running = process;
    return running != null && running.isAlive();
  }

  /** Kills it before this line, once it has come there so many times. */
  void killAt(Step.Line line, int passes, Runnable kill) {
    Debugger.stopAt(line, passes, debugPort, kill);
  }

  void kill() {
    BotProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  /** Told to stop. Says with which code it ended. */
  int stop() {
    BotProcess running = process;
    if (running == null) {
      return 0;
    }
    running.close();
    return running.exitCode();
  }

  /** Its clock shows what the chats' does, give or take {@code skew}. */
  synchronized void follow(SteppedClock clock, Duration skew) {
    Duration step = clock.ahead().plus(skew).minus(ahead);
    if (tell("clock " + step.toMillis())) {
      ahead = ahead.plus(step);
    }
  }

  /** Lets the database's file grow by so many pages and no more. */
  void leavePages(int pages) {
    tell("disk " + pages);
  }

  private boolean tell(String line) {
    BotProcess running = process;
    return running != null && running.tell(line).isPresent();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
