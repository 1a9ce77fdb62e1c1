package dev.instead.desk;

import dev.instead.report.Case;
import java.time.Instant;

/**
 * Takes people and their words out of the store when they have been kept long enough. Each call does at most {@code limit} things in one
 * write, so that nobody else waits long for theirs, and says how many it did: fewer than {@code limit} when none is left. Methods throw
 * {@link StoreException} when the store can't be used.
 */
public interface Forgetting {
  /** Of cases that ended before then only the audit stays: what happened when, and how it ended. Open ones are left alone. */
  int cases(Case.Kind kind, Instant endedBefore, Instant now, int limit);

  /** Proposals that were applied or dropped before then go. */
  int proposals(Instant settledBefore, int limit);

  /** News to owners and administrators that was delivered, and first wanted before then, goes. */
  int news(Instant wantedBefore, int limit);

  /** Whoever nothing is kept of any more becomes nobody in particular; a home that was first opened before then doesn't count. */
  int people(Instant homesBefore, int limit);

  /** What was overwritten leaves no copy in the store's own log. */
  void settle();
}
