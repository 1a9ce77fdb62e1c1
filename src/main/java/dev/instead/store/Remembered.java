package dev.instead.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.instead.desk.StoreException;
import java.time.Duration;
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

/**
 * What was read lately. A first read may meet a store that is busy, and somebody waits for an answer: it is waited for a moment only, once
 * for each key, and goes on behind.
 */
final class Remembered<K, V> {
  private final Function<K, Optional<V>> read;
  private final Executor readers;
  private final Duration patience;
  private final Cache<K, Optional<V>> known;
  private final Map<K, CompletableFuture<Optional<V>>> reading = new ConcurrentHashMap<>();

  /** Keys whose value somebody has waited for in vain: one request asks several times, and waits once. */
  private final Set<K> late = ConcurrentHashMap.newKeySet();

  /**
   * Nothing read yet.
   *
   * @param readers bounded; it may refuse work
   * @param patience how long somebody waits for a first read
   * @param kept how long what was read is remembered, because another node may have written meanwhile
   * @param most how many are remembered
   */
  Remembered(
      Function<K, Optional<V>> read, Executor readers, Duration patience, Duration kept, int most) {
    this.read = read;
    this.readers = readers;
    this.patience = patience;
    this.known = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept).build();
  }

  /** @throws StoreException when it can't be read, or not in time */
  Optional<V> get(K key) {
    Optional<V> found = known.getIfPresent(key);
    if (found != null) {
      return found;
    }
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<V>> running = reading.putIfAbsent(key, mine);
    if (running == null) {
      begin(key, mine);
    }
    return await(key, running == null ? mine : running);
  }

  /** For who has time. */
  Optional<V> waitFor(K key) {
    return known.get(key, read);
  }

  void forget(K key) {
    known.invalidate(key);
  }

  void forgetAll() {
    known.invalidateAll();
  }

  private void begin(K key, CompletableFuture<Optional<V>> mine) {
    try {
      readers.execute(() -> read(key, mine));
    } catch (RejectedExecutionException full) {
      end(key);
      mine.completeExceptionally(tooSlow());
    }
  }

  private void read(K key, CompletableFuture<Optional<V>> mine) {
    try {
      Optional<V> value = known.get(key, read);
      end(key);
      mine.complete(value);
    } catch (RuntimeException e) {
      end(key);
      mine.completeExceptionally(e);
    }
  }

  private void end(K key) {
    reading.remove(key);
    late.remove(key);
  }

  private Optional<V> await(K key, CompletableFuture<Optional<V>> value) {
    try {
      return value.get(late.contains(key) ? 0 : patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      late.add(key);
      if (value.isDone()) {
        late.remove(key);
      }
      throw tooSlow();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooSlow();
    }
  }

  private static StoreException tooSlow() {
    return new StoreException(
        "The database was too busy to be read in time. If this stays, see what else uses it.");
  }
}
