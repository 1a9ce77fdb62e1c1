package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Answer;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A person's own page. */
public final class HomeDesk {
  private static final int SHOWN_REPORTS = 10;
  private static final int SHOWN_TOPICS = 8;

  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final Accounts accounts;
  private final FeedbackDesk feedback;
  private final Clock clock;

  public HomeDesk(
      PolicyBook policies,
      Cases cases,
      Readers readers,
      Accounts accounts,
      FeedbackDesk feedback,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.accounts = accounts;
    this.feedback = feedback;
    this.clock = clock;
  }

  /** The person looks at their home: from now on it is kept up to date. */
  public void opened(Person person, Delivery delivery) {
    cases.save(new Change(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(Wanted.home(person)),
        Optional.of(delivery),
        "home"));
  }

  /** What the home shows now. */
  public Notice home(Person person) {
    Optional<Notice> refusal = readers.notInside(readers.of(person));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Policy policy = policies.current();
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    List<Notice.Mine> mine = filedBy(person)
        .filter(firstOfItsCase())
        .limit(SHOWN_REPORTS)
        .map(filed -> mine(policy, filed))
        .toList();
    // What one may do comes first: the yes-list.
    List<Notice.Suggestion> topics = policy.answers().values().stream()
        .filter(answer -> answer.servedOn(today) && answer.strictest() == Verdict.GO)
        .limit(SHOWN_TOPICS)
        .map(HomeDesk::topic)
        .toList();
    return new Notice.Home(
        mine, topics, policy.company(), policy.publicContact(), feedback.pageIfOwner(person));
  }

  /** From all accounts of the person, newest first. */
  private Stream<Cases.Filed> filedBy(Person person) {
    return accounts.of(person).stream()
        .flatMap(account -> cases.filedBy(account, SHOWN_REPORTS).stream())
        .sorted(Comparator.comparing((Cases.Filed filed) -> filed.report().at()).reversed());
  }

  /** After a merge one person may have several reports of a case; the newest stands for them. */
  private static Predicate<Cases.Filed> firstOfItsCase() {
    Set<CaseNumber> seen = new HashSet<>();
    return filed -> seen.add(filed.about().number());
  }

  private static Notice.Suggestion topic(Answer answer) {
    return new Notice.Suggestion(answer.id(), answer.topic());
  }

  private static Notice.Mine mine(Policy policy, Cases.Filed filed) {
    Case about = filed.about();
    // Who merely joined a restricted case sees their own report and nothing of the case.
    boolean hidden = !Receipts.mayKnow(about, filed.report());
    return new Notice.Mine(
        filed.report(),
        hidden ? Optional.empty() : Optional.of(about.number()),
        about.kind(),
        hidden ? "status.received" : status(about.stage()),
        policy.situation(about.situation()).title(),
        filed.report().at(),
        about.turn());
  }

  private static String status(Stage stage) {
    if (stage instanceof Stage.Open) return "status.open";
    if (stage instanceof Stage.Claimed) return "status.claimed";
    if (stage instanceof Stage.Resolved) return "status.resolved";
    if (stage instanceof Stage.Merged) return "status.merged";
    if (stage instanceof Stage.Withdrawn) return "status.withdrawn";
    throw new AssertionError("No status for " + stage);
  }
}
