package dev.instead.teams;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that Bot Framework signs with, remembered for a day. A request whose key is known never waits: what is older is renewed beside
 * it, and when that fails the known keys stay. Only an unknown key's request waits for a look.
 */
final class SigningKeys {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofDays(1);

  /**
   * Between two looks. Microsoft announces a key long before it signs with it, so a key unknown after a look is a forger's: a minute lets
   * nobody use us to flood Microsoft, and a real key that came without notice is refused for a minute at most.
   */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** So that forged keys can't hold all threads of the web server while Microsoft doesn't answer. */
  private static final int MOST_WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  private final URI openId;
  private final KeyDocuments documents;
  private final Clock clock;
  private final Executor fetching;
  private final Duration patience;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  private volatile Known known = new Known(Map.of(), Instant.MIN);
  private Instant lastLook = Instant.MIN;
  private volatile CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);

  private record Known(Map<String, SigningKey> keys, Instant since) {}

  /**
   * @param clock real time
   * @param fetching where looks run; one at a time
   */
  SigningKeys(URI openId, Clock clock, Executor fetching) {
    this(openId, clock, fetching, PATIENCE);
  }

  SigningKeys(URI openId, Clock clock, Executor fetching, Duration patience) {
    this.openId = openId;
    this.documents = new KeyDocuments(openId, patience);
    this.clock = clock;
    this.fetching = fetching;
    this.patience = patience;
  }

  /** The key with this id; when it isn't known, after one more look, if the last one is long enough ago. */
  Optional<SigningKey> find(String id) {
    Known now = known;
    SigningKey key = now.keys().get(id);
    if (key == null) {
      look();
      await(looking);
      return Optional.ofNullable(known.keys().get(id));
    }
    if (isOver(FRESH, now.since())) {
      look();
    }
    return Optional.of(key);
  }

  /** Whether there has been no key at all so far, so that nothing can be checked. */
  boolean areMissing() {
    return known.keys().isEmpty();
  }

  /** Looks for the keys beside what else goes on, so that the first request needn't wait. */
  void prepare() {
    look();
  }

  /** Starts a look, unless one goes on or was just made. */
  private synchronized void look() {
    if (looking.isDone() && isOver(PAUSE, lastLook)) {
      lastLook = clock.instant();
      looking = CompletableFuture.runAsync(this::fetch, fetching);
    }
  }

  private void fetch() {
    try {
      Map<String, SigningKey> keys = documents.fetch();
      known = new Known(keys, clock.instant());
      LOG.debug("Bot Framework signs with {} keys", keys.size());
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "The keys of Bot Framework can't be had from {} ({}: {}). {}; the next request tries again in a minute at the earliest.",
          openId.getHost(),
          e.getClass().getSimpleName(),
          e.getMessage(),
          areMissing()
              ? "Without them nothing from Teams can be taken: check the way out to that host, and INSTEAD_TEAMS_OPENID_URL"
              : "Those known stay in use");
    }
  }

  private void await(CompletableFuture<Void> look) {
    if (look.isDone() || !waiting.tryAcquire()) {
      return;
    }
    try {
      look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.debug("A request did not wait longer for Bot Framework's keys");
    } catch (ExecutionException e) {
      LOG.error("Looking for Bot Framework's keys failed", e.getCause());
    } finally {
      waiting.release();
    }
  }

  /** Also when the clock was set back: else it would not look again for as long as that. */
  private boolean isOver(Duration time, Instant since) {
    Instant now = clock.instant();
    return now.isBefore(since) || !now.isBefore(since.plus(time));
  }
}
