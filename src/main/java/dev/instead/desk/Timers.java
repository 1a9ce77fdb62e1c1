package dev.instead.desk;

import dev.instead.notice.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done at a certain time, each under a name with the time when it is due. Kept in the store, so that a restart loses nothing
 * and of several nodes exactly one does it. Methods throw {@link StoreException} when the store can't be used.
 */
public interface Timers {
  /** When it is due next; empty before {@link #begin}. */
  Optional<Instant> due(String name);

  /** Sets a timer that there isn't yet; one that there is keeps its time. */
  void begin(String name, Instant first);

  /**
   * Moves a timer that is due on to {@code next} and wants the messages that this turn asks for: both in one write, or neither.
   *
   * @return false when it isn't due, because somebody else has taken it meanwhile; then nothing is wanted
   */
  boolean take(String name, Instant now, Instant next, List<Wanted> wanted);
}
