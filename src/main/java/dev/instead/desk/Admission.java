package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Team;
import dev.instead.report.Case;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may see and change a case, and what everybody else hears. A button's visibility proves nothing. */
public final class Admission {
  /** So long a group that can't be read may still be read soon. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** A group that was read stays known as long: whatever can't be read after that is news. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final PolicyBook policies;
  private final Readers readers;
  private final Accounts accounts;
  private final Clock clock;

  /** Since when groups can't be read; no more of them than the policies name. */
  private final Map<Readers.Group, Instant> unreadSince = new ConcurrentHashMap<>();

  public Admission(PolicyBook policies, Readers readers, Accounts accounts, Clock clock) {
    this.policies = policies;
    this.readers = readers;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Why the person may not act on the case at all. Who knows the number of a restricted case and isn't of its team hears what they would
   * hear of a number that doesn't exist.
   */
  Optional<Notice> notAllowed(Case found, Person member) {
    // Asked before anything else, so that it takes as long as for a number that doesn't exist.
    Optional<Notice> nothing =
        found.restricted() ? Optional.of(nothingFor(member)) : Optional.empty();
    Optional<Notice> refusal = readers.refusal(member);
    if (refusal.isPresent()) {
      return nothing.or(() -> refusal);
    }
    Team team = policies.current().teamOrHeir(found.team());
    return switch (readers.membership(team, member)) {
      case YES -> Optional.empty();
      case NO -> nothing.or(() -> Optional.of(new Notice.NotYourTeam(team)));
      case UNKNOWN -> nothing.or(() -> Optional.of(new Notice.OneMoment()));
    };
  }

  /**
   * What is said of a number that the person may not know of: the same whether there is such a case or not, and whichever team has it.
   * While any team's people can't be known yet, they may belong to the right one, and are asked to press again.
   */
  Notice nothingFor(Person member) {
    Collection<Team> teams = policies.current().teams().values();
    // All of them are looked at, so that the minute of each begins now.
    List<Readers.Group> soon =
        readers.unread(teams, member).stream().filter(this::isNews).toList();
    return soon.isEmpty() ? new Notice.NotFound() : new Notice.OneMoment();
  }

  private boolean isNews(Readers.Group group) {
    Instant now = clock.instant();
    Instant since = unreadSince.merge(
        group, now, (before, same) -> now.isBefore(before.plus(REMEMBERED)) ? before : now);
    return now.isBefore(since.plus(SOON));
  }

  /** Whether the person may hear of a case's number. */
  boolean maySee(Case other, Person member) {
    return !other.restricted() || notAllowed(other, member).isEmpty();
  }

  /** Whether it is the person who has the case, by any of their accounts. */
  boolean has(Stage.Claimed claimed, Person member) {
    return accounts.same(claimed.by(), member);
  }

  /** Says no unless the person has the case, or leads the team that has it, or whoever had it was erased. */
  Optional<Decision> mine(Case found, Person member) {
    if (!found.isOpen()) {
      return Optional.of(new Decision.Say(new Notice.NoLongerOpen(found.number())));
    }
    boolean allowed = found
        .owner()
        .map(owner -> owner.isFormer() || accounts.same(owner, member) || leads(found, member))
        .orElse(false);
    return allowed ? Optional.empty() : Optional.of(notYours(found));
  }

  /** Says no when somebody else has the case. */
  Optional<Decision> mineOrFree(Case found, Person member) {
    return found.stage() instanceof Stage.Open ? Optional.empty() : mine(found, member);
  }

  /** Why the person can't use a form now, told before anything is typed: somebody else has the case, or nobody. */
  Optional<Notice> notForm(CaseForm form, Case found, Person member) {
    Optional<Decision> no = switch (form) {
      case ASK_REPORTER, REPLY, USE_REPLY -> mine(found, member);
      case RESOLVE, HAND_OVER, MERGE -> mineOrFree(found, member);
      case SEVERITY, TIMELINE, REPORTS -> Optional.empty();
    };
    return no.map(decision -> ((Decision.Say) decision).notice());
  }

  private boolean leads(Case found, Person member) {
    return readers.leads(policies.current().teamOrHeir(found.team()), member);
  }

  private Decision notYours(Case found) {
    return new Decision.Say(new Notice.NotYours(
        found.number(), found.owner(), readers.namesOf(found.owner().stream().toList())));
  }
}
