package dev.instead.bench;

import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Signed slash commands, each reporting another post, at a rate or as fast as they are answered. */
final class Load {
  static final int PEOPLE = 90;

  /** Words of the example policy's situations, so that the suggestion has something to do. */
  private static final List<String> WORDS = List.of(
      "customer demands money back on twitter",
      "somebody pretends to be our dealer",
      "a journalist asks about the recall",
      "five stars and a thank you for the sales team",
      "he says the workshop kept his deposit");

  private static final AtomicInteger SENT = new AtomicInteger();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SigningSecret secret = new SigningSecret(Subject.SECRET);
  private final URI bot;

  Load(Subject subject) {
    bot = subject.address().resolve("/slack/events");
  }

  /** {@code count} reports at an even rate; latencies in milliseconds, counted from when each was to be sent. */
  double[] paced(int count, int perSecond) throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<CompletableFuture<Double>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = begun + i * Duration.ofSeconds(1).toNanos() / perSecond;
      while (System.nanoTime() < at) {
        LockSupport.parkNanos(at - System.nanoTime());
      }
      answers.add(http.sendAsync(next(), HttpResponse.BodyHandlers.ofString()).thenApply(answer -> {
        accepted(answer);
        return (System.nanoTime() - at) / 1e6;
      }));
    }
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      millis[i] = answers.get(i).get();
    }
    Arrays.sort(millis);
    return millis;
  }

  /** {@code count} reports over {@code lines} connections, the next as soon as one is answered; the rate a second. */
  double unpaced(int count, int lines) throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService senders = Executors.newFixedThreadPool(lines);
    long begun = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      running.add(senders.submit(() -> {
        while (left.getAndDecrement() > 0) {
          accepted(http.send(next(), HttpResponse.BodyHandlers.ofString()));
        }
        return null;
      }));
    }
    for (Future<?> sender : running) {
      sender.get();
    }
    senders.shutdown();
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  /** One report in words, answered when this returns. */
  void say(String text) throws IOException, InterruptedException {
    accepted(
        http.send(request(SENT.incrementAndGet(), text), HttpResponse.BodyHandlers.ofString()));
  }

  private HttpRequest next() {
    int i = SENT.incrementAndGet();
    return request(i, "https://social.example/posts/" + i + " " + WORDS.get(i % WORDS.size()));
  }

  private HttpRequest request(int i, String text) {
    String body = "token=x&team_id=" + SlackWorkspace.TEAM
        + "&team_domain=meranti-motors&channel_id=C0GENERAL&channel_name=general&user_id=U0BENCH"
        + i % PEOPLE
        + "&user_name=bench&command=%2Freport&text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "&api_app_id=A0INSTEAD&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fx&trigger_id="
        + i + ".bench";
    SignedRequest signed = secret.sign("application/x-www-form-urlencoded", body, Instant.now());
    HttpRequest.Builder request = HttpRequest.newBuilder(bot)
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", signed.contentType())
        .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return request.build();
  }

  private static void accepted(HttpResponse<String> answer) {
    // A bare acknowledgement is empty; a report's has its number.
    boolean fine =
        answer.statusCode() == 200 && (answer.body().isEmpty() || answer.body().contains("S-"));
    if (!fine) {
      throw new IllegalStateException("Answered " + answer.statusCode() + ": " + answer.body());
    }
  }
}
