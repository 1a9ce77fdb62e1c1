package dev.instead.desk;

import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import java.time.Instant;
import java.util.List;

/**
 * Takes people and their words out of the store when they have been kept long enough, in writes so small that nobody else waits long for
 * theirs. What has a {@code limit} does at most so many things, and says how many it did: fewer when none is left. Methods throw {@link
 * StoreException} when the store can't be used.
 */
public interface Forgetting {
  /** Cases that ended before then and are not yet erased, oldest first. Open ones are left alone. */
  List<CaseNumber> ended(Case.Kind kind, Instant endedBefore, int limit);

  /**
   * Of this case only the audit stays: what happened when, and how it ended; and which cards it has. If somebody opened it again, what is
   * left of it stays. What fails half-way is gone on with the next time.
   */
  void erase(CaseNumber number, Instant now);

  /** Proposals that were applied or dropped before then go. */
  int proposals(Instant settledBefore, int limit);

  /** News to owners and administrators that was delivered or given up, and first wanted before then, goes. */
  int news(Instant wantedBefore, int limit);

  /** Whoever nothing is kept of any more becomes nobody in particular; a home that was first opened before then doesn't count. */
  int people(Instant homesBefore, int limit);

  /** What was overwritten leaves no copy in the store's own log. */
  void settle();
}
