package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.NotProposed.Reason;
import dev.instead.people.Person;
import dev.instead.policy.Proposal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suggestions for the policy file: kept as patches until its owner applied or dropped them. */
public final class ProposalDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ProposalDesk.class);

  /** So many are read at a time. */
  private static final int AT_ONCE = 200;

  private final Patches patches;
  private final Proposals proposals;
  private final Clock clock;

  public ProposalDesk(Patches patches, Proposals proposals, Clock clock) {
    this.patches = patches;
    this.proposals = proposals;
    this.clock = clock;
  }

  /** Makes the patch, keeps it and shows it. Whoever calls has made sure that the person may propose this; repeating it changes nothing. */
  Notice propose(Person by, Proposal proposal) {
    Patches.Outcome outcome = patches.propose(proposal);
    if (outcome instanceof Patches.Outcome.Offered offered) {
      try {
        return new Notice.Proposed(
            proposals.keep(offered.patch(), by, clock.instant()).patch());
      } catch (StoreException e) {
        LOG.error("A proposal was not stored, the person was told: {}", e.getMessage());
        return new Notice.NotStored(List.of());
      }
    }
    if (outcome instanceof Patches.Outcome.Already) {
      return new Notice.NotProposed(Reason.ALREADY, "", List.of());
    }
    if (outcome instanceof Patches.Outcome.Gone gone) {
      return new Notice.NotProposed(Reason.GONE, gone.about().value(), List.of());
    }
    if (outcome instanceof Patches.Outcome.StillUsed used) {
      return new Notice.NotProposed(Reason.STILL_USED, used.about().value(), used.by());
    }
    return new Notice.NotProposed(
        Reason.REFUSED, "", ((Patches.Outcome.Refused) outcome).problems());
  }

  /** How many wait to be applied. */
  int open() {
    return proposals.openCount();
  }

  /** Those that wait longest. */
  List<Proposals.Kept> oldest(int limit) {
    return proposals.open(limit);
  }

  /** Nobody wants it any more. Whoever calls has made sure that the person may say so; one that isn't open stays as it is. */
  void drop(String id, Person by) {
    if (proposals.settle(id, Proposals.State.DROPPED, Optional.of(by), clock.instant())) {
      LOG.info("Proposal {} was dropped in chat", id);
    }
  }

  /** The policy file changed: what it says now needs no proposal any more. */
  public void policyChanged() {
    List<Proposals.Kept> some = proposals.open(AT_ONCE);
    while (!some.isEmpty()) {
      some.stream()
          .filter(kept -> patches.isApplied(kept.patch()))
          .forEach(kept -> proposals.settle(
              kept.id(), Proposals.State.APPLIED, Optional.empty(), clock.instant()));
      some = proposals.open(Optional.of(some.get(some.size() - 1)), AT_ONCE);
    }
  }
}
