package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs activities and sends them; on request a second time, under the same id or a new one. */
final class TeamsDeliveries implements AutoCloseable {
  /** How long Teams waits for any activity, and how long for a message extension. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(5);

  private final BotLine line;
  private final LocalTeams teams;
  private final Clock clock;
  private final ExecutorService later;
  private volatile @Nullable SignedRequest latest;

  /** {@code clock} is the time in the signatures. */
  TeamsDeliveries(Supplier<URI> bot, LocalTeams teams, Clock clock) {
    this.line = new BotLine(bot, "/api/messages");
    this.teams = teams;
    this.clock = clock;
    // What is still planned when the playground closes is dropped with it.
    later = new ThreadPoolExecutor(
        2,
        2,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(10_000),
        TeamsDeliveries::thread,
        new ThreadPoolExecutor.DiscardPolicy());
  }

  Answer send(ObjectNode activity) {
    SignedRequest request = sign(activity);
    Duration patience =
        Json.text(activity, "name").startsWith("composeExtension/") ? LITTLE_PATIENCE : PATIENCE;
    latest = request;
    Answer answer = line.post(request, patience);
    if (teams.troubles().deliversTwice()) {
      later.execute(() -> line.post(sign(activity), patience));
    }
    if (teams.troubles().repeatsUnderNewId()) {
      ObjectNode again = activity.deepCopy().put("id", "f:" + UUID.randomUUID());
      later.execute(() -> line.post(sign(again), patience));
    }
    return answer;
  }

  /** Exactly this, whatever it is. */
  Answer send(SignedRequest request) {
    return line.post(request, PATIENCE);
  }

  SignedRequest sign(ObjectNode activity) {
    String token =
        teams.keys().token(TeamsTenant.APP, Json.text(activity, "serviceUrl"), clock.instant());
    return new SignedRequest(
        "application/json; charset=utf-8",
        Json.write(activity),
        Map.of("Authorization", "Bearer " + token));
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

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "teams-repeats");
    thread.setDaemon(true);
    return thread;
  }
}
