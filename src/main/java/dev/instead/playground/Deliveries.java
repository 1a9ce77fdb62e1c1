package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs and sends; repeats events that failed as Slack does (at once, after a minute, after five), or everything on request. */
final class Deliveries implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<Duration> RETRIES =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  private final BotLine line;
  private final SigningSecret secret;
  private final Troubles troubles;
  private final Clock clock;
  private final ExecutorService later;
  private volatile @Nullable SignedRequest latest;

  Deliveries(BotLine line, SigningSecret secret, Troubles troubles, Clock clock) {
    this.line = line;
    this.secret = secret;
    this.troubles = troubles;
    this.clock = clock;
    // What is still planned when the playground closes is dropped with it.
    later = new ThreadPoolExecutor(
        2,
        2,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(10_000),
        Deliveries::thread,
        new ThreadPoolExecutor.DiscardPolicy());
  }

  SignedRequest json(ObjectNode body) {
    return secret.sign("application/json", Json.write(body), clock.instant());
  }

  /** A command or an interaction: Slack never repeats those, except when it is told to here. */
  Answer form(String body) {
    SignedRequest request = secret.sign(FORM, body, clock.instant());
    Answer answer = send(request);
    if (troubles.deliversTwice()) {
      later.execute(() -> line.post(secret.sign(FORM, body, clock.instant())));
    }
    return answer;
  }

  Answer event(ObjectNode body) {
    Answer answer = send(json(body));
    if (troubles.deliversTwice() && answer.ok()) {
      later.execute(() -> line.post(retry(body, 1, "http_timeout")));
    } else {
      planRetry(body, answer, 1);
    }
    return answer;
  }

  Answer send(SignedRequest request) {
    latest = request;
    return line.post(request);
  }

  SignedRequest latest() {
    SignedRequest request = latest;
    if (request == null) {
      throw new IllegalStateException("Nothing was sent to the bot yet");
    }
    return request;
  }

  @Override
  public void close() {
    later.shutdownNow();
  }

  private void planRetry(ObjectNode body, Answer failed, int number) {
    boolean unwanted = failed.header("x-slack-no-retry").filter("1"::equals).isPresent();
    if (failed.ok() || unwanted || number > RETRIES.size() || later.isShutdown()) {
      return;
    }
    Duration wait = RETRIES.get(number - 1);
    log.info(
        "An event was not taken ({}); try {} of {} in {}",
        failed.retryReason(),
        number,
        RETRIES.size(),
        wait);
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, later)
        .execute(() ->
            planRetry(body, line.post(retry(body, number, failed.retryReason())), number + 1));
  }

  private SignedRequest retry(ObjectNode body, int number, String reason) {
    return json(body)
        .with("X-Slack-Retry-Num", Integer.toString(number))
        .with("X-Slack-Retry-Reason", reason);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slack-retries");
    thread.setDaemon(true);
    return thread;
  }
}
