package dev.instead.office;

import dev.instead.desk.Patches;
import dev.instead.policy.Patch;
import dev.instead.policy.Proposal;
import dev.instead.policy.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patches of a file that nobody has: they say what was proposed. */
public final class WrittenPatches implements Patches {
  private final List<Proposal> proposed = new ArrayList<>();
  private final Set<Patch> applied = new HashSet<>();
  private @Nullable Outcome next;

  @Override
  public synchronized Outcome propose(Proposal proposal) {
    proposed.add(proposal);
    Outcome set = next;
    next = null;
    return set != null ? set : new Outcome.Offered(patch(proposal));
  }

  @Override
  public synchronized boolean isApplied(Patch patch) {
    return applied.contains(patch);
  }

  /** All that was proposed, oldest first. */
  public synchronized List<Proposal> proposed() {
    return List.copyOf(proposed);
  }

  /** The next proposal comes to this. */
  public synchronized void next(Outcome outcome) {
    next = outcome;
  }

  /** The file has this patch from now on. */
  public synchronized void apply(Patch patch) {
    applied.add(patch);
  }

  private static Patch patch(Proposal proposal) {
    return new Patch(
        "policy.yaml",
        proposal.kind(),
        new RuleId("some-entry"),
        "2026-11",
        "+ " + proposal + "\n");
  }
}
