package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes as another writer does, and remembers when that last went well. */
final class WatchedWriter implements Writer {
  private final Writer writer;
  private volatile WriteWatch watch = WriteWatch.NOBODY;
  private volatile long stored = System.nanoTime();

  WatchedWriter(Writer writer) {
    this.writer = writer;
  }

  void tells(WriteWatch other) {
    watch = other;
  }

  /** Whether anything was stored within {@code recently}. */
  boolean storedWithin(Duration recently) {
    return System.nanoTime() - stored <= recently.toNanos();
  }

  @Override
  public <T> T write(Work<T> work) {
    return watched(() -> writer.write(work));
  }

  @Override
  public <T> T record(Work<T> work) {
    return watched(() -> writer.record(work));
  }

  private <T> T watched(Supplier<T> writing) {
    long began = System.nanoTime();
    WriteWatch.End end = WriteWatch.End.WITHDRAWN;
    try {
      T result = writing.get();
      stored = System.nanoTime();
      end = WriteWatch.End.STORED;
      return result;
    } catch (StoreException failed) {
      end = WriteWatch.End.FAILED;
      throw failed;
    } finally {
      watch.wrote(end, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  @Override
  public Optional<StoreException> failedWithin(Duration recently) {
    return writer.failedWithin(recently);
  }

  @Override
  public int waiting() {
    return writer.waiting();
  }

  @Override
  public void end() throws InterruptedException {
    writer.end();
  }
}
