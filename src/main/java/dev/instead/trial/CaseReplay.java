package dev.instead.trial;

import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import dev.instead.store.StoredCases;
import java.util.ArrayList;
import java.util.List;

/** Routes cases that were reported once again, under two policies. */
public final class CaseReplay {
  private static final int MOST_KEPT = 10_000;

  /**
   * A case that would go elsewhere, or be due at another time.
   *
   * @param restricted by the store or by one of the policies
   * @param gone whether the new policy has its situation no more
   */
  public record Changed(
      StoredCases.Stored known, boolean restricted, boolean gone, Outcome before, Outcome after) {}

  private final Policy before;
  private final Policy after;
  private final Trial old;
  private final Trial now;
  private final List<Changed> changed = new ArrayList<>();
  private int replayed;
  private int changes;

  CaseReplay(Policy before, Policy after, Trial old, Trial now) {
    this.before = before;
    this.after = after;
    this.old = old;
    this.now = now;
  }

  /** Routes one more. */
  void replay(StoredCases.Stored known) {
    replayed++;
    SituationId id = known.situation();
    Outcome was = old.filed(before.situation(id), known.language(), known.openedAt());
    Outcome is = now.filed(after.situation(id), known.language(), known.openedAt());
    if (was.equals(is)) {
      return;
    }
    changes++;
    if (changed.size() < MOST_KEPT) {
      boolean restricted = known.restricted()
          || before.situation(id).restricted()
          || after.situation(id).restricted();
      boolean gone = before.situations().containsKey(id) && !after.situations().containsKey(id);
      changed.add(new Changed(known, restricted, gone, was, is));
    }
  }

  public int replayed() {
    return replayed;
  }

  /** How many would go elsewhere or be due at another time. */
  public int changes() {
    return changes;
  }

  /** The first {@value #MOST_KEPT} of them. */
  public List<Changed> changed() {
    return List.copyOf(changed);
  }
}
