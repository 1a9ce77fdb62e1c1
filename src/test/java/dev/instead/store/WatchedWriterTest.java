package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedWriterTest {
  private final List<String> asked = new ArrayList<>();

  private final WatchedWriter watched = new WatchedWriter(new Writer() {
    @Override
    public <T> T write(Work<T> work) {
      asked.add("write");
      throw new StoreException("the disk is busy");
    }

    @Override
    public <T> T record(Work<T> work) {
      asked.add("record");
      throw new StoreException("the disk is busy");
    }

    @Override
    public Optional<StoreException> failedWithin(Duration recently) {
      return Optional.empty();
    }

    @Override
    public int waiting() {
      return 0;
    }

    @Override
    public void end() {}
  });

  @Test
  void what_has_happened_already_is_recorded_with_the_same_patience_and_watched_too() {
    List<WriteWatch.End> ends = new ArrayList<>();
    watched.tells((end, took) -> ends.add(end));

    assertThrows(StoreException.class, () -> watched.record(sql -> true));
    assertThrows(StoreException.class, () -> watched.write(sql -> true));

    assertEquals(List.of("record", "write"), asked);
    assertEquals(List.of(WriteWatch.End.FAILED, WriteWatch.End.FAILED), ends);
  }
}
