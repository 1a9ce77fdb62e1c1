package dev.instead.calls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers the answers to slow, rate limited questions. A fresh answer is given at once; a stale one too, while it is asked again; a
 * missing one is waited for, but not longer than an answer's deadline allows.
 */
public final class LookUps<K, V> {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration STALE = Duration.ofHours(1);
  private static final Duration FAILED = Duration.ofMinutes(1);

  private final Function<K, Optional<V>> ask;
  private final Bucket bucket;
  private final Executor askers;
  private final LongSupplier nanos;
  private final Duration patience;
  private final Cache<K, Known<V>> known;
  private final Map<K, CompletableFuture<Optional<V>>> asking = new ConcurrentHashMap<>();

  /** Keys whose answer somebody has waited for in vain: one request asks several times, and waits once. */
  private final Set<K> late = ConcurrentHashMap.newKeySet();

  /**
   * Nothing known yet.
   *
   * @param ask empty when no answer can be had; called by {@code askers}, for each key by one at a time
   * @param patience how long somebody waits for an answer that isn't known yet
   */
  public LookUps(
      Function<K, Optional<V>> ask,
      Bucket bucket,
      Executor askers,
      long most,
      Duration patience,
      LongSupplier nanos) {
    this.ask = ask;
    this.bucket = bucket;
    this.askers = askers;
    this.nanos = nanos;
    this.patience = patience;
    this.known = Caffeine.newBuilder()
        .maximumSize(most)
        .expireAfterWrite(STALE)
        .ticker(nanos::getAsLong)
        .build();
  }

  /** The answer as far as it can be had now. */
  public Optional<V> get(K key) {
    return await(key, answer(key), patience.toNanos());
  }

  /** The answers as far as they can be had now: all are asked for first, and waiting for them takes no longer than for one. */
  public Map<K, V> getAll(Collection<K> keys) {
    Map<K, CompletableFuture<Optional<V>>> asked = new LinkedHashMap<>();
    keys.forEach(key -> asked.computeIfAbsent(key, this::answer));
    long end = System.nanoTime() + patience.toNanos();
    Map<K, V> answers = new HashMap<>();
    asked.forEach((key, answer) -> await(key, answer, Math.max(0, end - System.nanoTime()))
        .ifPresent(value -> answers.put(key, value)));
    return answers;
  }

  /** What is known, done already; or what is being asked. */
  private CompletableFuture<Optional<V>> answer(K key) {
    Known<V> found = known.getIfPresent(key);
    if (found == null) {
      return begin(key, Known.nothing());
    }
    long now = nanos.getAsLong();
    Optional<V> value = found.valueAt(now);
    if (now - found.askAgain() >= 0) {
      CompletableFuture<Optional<V>> again = begin(key, found);
      return value.isPresent() ? CompletableFuture.completedFuture(value) : again;
    }
    return CompletableFuture.completedFuture(value);
  }

  private CompletableFuture<Optional<V>> begin(K key, Known<V> before) {
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<V>> running = asking.putIfAbsent(key, mine);
    if (running != null) {
      return running;
    }
    try {
      if (bucket.take()) {
        askers.execute(() -> answer(key, before, mine));
        return mine;
      }
    } catch (RejectedExecutionException e) {
      // Too many are being asked already: as good as an empty bucket.
    }
    asking.remove(key);
    mine.complete(Optional.empty());
    return mine;
  }

  private void answer(K key, Known<V> before, CompletableFuture<Optional<V>> mine) {
    Optional<V> answer = Optional.empty();
    try {
      answer = ask.apply(key);
    } finally {
      long now = nanos.getAsLong();
      known.put(
          key,
          answer.isPresent()
              ? new Known<>(answer, now, now + FRESH.toNanos())
              : new Known<>(before.value(), before.since(), now + FAILED.toNanos()));
      asking.remove(key);
      late.remove(key);
      mine.complete(answer);
    }
  }

  private Optional<V> await(K key, CompletableFuture<Optional<V>> answer, long longest) {
    try {
      return answer.get(late.contains(key) ? 0 : longest, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      late.add(key);
      if (answer.isDone()) {
        late.remove(key);
      }
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * An answer, or that there was none.
   *
   * @param since when the answer was had; asking again in vain makes it no younger
   */
  private record Known<V>(Optional<V> value, long since, long askAgain) {
    static <V> Known<V> nothing() {
      return new Known<>(Optional.empty(), 0, 0);
    }

    Optional<V> valueAt(long now) {
      return value.filter(known -> now - since < STALE.toNanos());
    }
  }
}
