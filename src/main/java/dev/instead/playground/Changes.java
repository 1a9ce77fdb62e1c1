package dev.instead.playground;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one lock of a workspace or tenant: every change under it raises the revision, wakes those who wait and is told to the listeners. */
final class Changes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Consumer<ChatChange>> listeners = new CopyOnWriteArrayList<>();
  private long revision;

  <T> T read(Supplier<T> look) {
    lock.lock();
    try {
      return look.get();
    } finally {
      lock.unlock();
    }
  }

  <T> T change(
      ChatChange.Kind kind,
      Set<String> conversations,
      @Nullable Set<String> concerned,
      Supplier<T> work) {
    return read(() -> {
      T result = work.get();
      ChatChange change = new ChatChange(++revision, kind, conversations, concerned);
      listeners.forEach(listener -> listener.accept(change));
      changed.signalAll();
      return result;
    });
  }

  /** Wakes those who wait without changing anything, e.g. after a call was logged. */
  void nudge() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long revision() {
    return read(() -> revision);
  }

  AutoCloseable listen(Consumer<ChatChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Waits until it looks as expected; false when it doesn't within {@code atMost}. */
  boolean await(BooleanSupplier expected, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!expected.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
