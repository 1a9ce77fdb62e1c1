package dev.instead.desk;

import dev.instead.notice.Wanted;
import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Route;
import dev.instead.policy.Situation;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How reports are stored: each opens a case or joins one. */
final class Filings {
  private final PolicyBook policies;
  private final Cases cases;
  private final CaseChanges changes;
  private final Accounts accounts;
  private final Ids ids;
  private final Clock clock;

  Filings(
      PolicyBook policies,
      Cases cases,
      CaseChanges changes,
      Accounts accounts,
      Ids ids,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.changes = changes;
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a case, or joins the open case of the same post; a repeated delivery finds what it made.
   *
   * @param at when it was reported
   * @throws StoreException when it can't be stored; then nothing of it is
   */
  Filed store(
      Policy policy,
      Reader reader,
      Taken taken,
      Situation situation,
      Delivery delivery,
      Instant at) {
    for (int tries = 0; tries < CaseChanges.TRIES; tries++) {
      Optional<Filed> filed = answerTo(delivery);
      if (filed.isEmpty()) {
        filed = taken
            .link()
            .flatMap(link -> openCase(link, situation))
            .map(open -> join(open, reader, taken.text(), delivery, at))
            .orElseGet(() -> open(policy, reader, taken, situation, delivery, at));
      }
      if (filed.isPresent()) {
        return filed.get();
      }
    }
    throw new StoreException(
        "A report could not be stored: its case kept changing. It is safe to send it again.");
  }

  /** What an earlier delivery of the same made. */
  Optional<Filed> answerTo(Delivery delivery) {
    return cases.answerTo(delivery).map(this::again);
  }

  /** Danger never waits in the ordinary queue of a post; a report of no danger may still belong to a case of danger. */
  private Optional<Case> openCase(Link link, Situation situation) {
    Optional<Case> danger = cases.openCaseOf(link.ofDanger().key());
    return situation.danger() ? danger : cases.openCaseOf(link.key()).or(() -> danger);
  }

  private Optional<Filed> open(
      Policy policy,
      Reader reader,
      Taken taken,
      Situation situation,
      Delivery delivery,
      Instant at) {
    Route route = Route.decide(policy, situation, reader.language(), at);
    Case opened = new Case(
        ids.freshNumber(Case.Kind.REPORT, cases),
        Case.Kind.REPORT,
        situation.id(),
        route.team().id(),
        route.severity(),
        new Stage.Open(),
        situation.danger() ? taken.link().map(Link::ofDanger) : taken.link(),
        situation.restricted(),
        reader.language(),
        1,
        at,
        route.due(),
        policy.version(),
        0,
        0);
    Report report = report(opened.number(), reader, taken.text(), at, false);
    List<Wanted> wanted = new ArrayList<>(changes.card(policy, opened));
    wanted.add(Wanted.receipt(report, situation.danger()));
    wanted.addAll(homes(report.reporter()));
    boolean saved = cases.save(new Change(
        List.of(opened),
        List.of(report),
        List.of(new CaseEvent(
            opened.number(),
            at,
            Optional.of(report.reporter()),
            new CaseEvent.Opened(situation.id(), route.team().id(), route.severity()))),
        List.of(),
        wanted,
        Optional.of(delivery),
        Filed.answer(report)));
    return saved ? Optional.of(new Filed(opened.saved(), report)) : Optional.empty();
  }

  /** Empty when the case isn't open any more or somebody was quicker: look again. */
  Optional<Filed> join(Case open, Reader reader, String text, Delivery delivery, Instant at) {
    Optional<Report> before = before(open, reader.person());
    if (before.isPresent()) {
      return added(open, before.get(), reader.person(), text, delivery);
    }
    Report report = report(open.number(), reader, text, at, true);
    List<Wanted> wanted = new ArrayList<>(changes.card(policies.current(), open));
    if (!open.restricted()) {
      boolean danger = policies.current().situation(open.situation()).danger();
      wanted.add(Wanted.receipt(report, danger));
    }
    wanted.addAll(homes(report.reporter()));
    CaseEvent event = new CaseEvent(
        open.number(), at, Optional.of(reader.person()), new CaseEvent.Joined(report.id()));
    return cases
        .join(new Joining(report, event, wanted, delivery, Filed.answer(report)))
        .map(joined -> new Filed(joined, report));
  }

  /** The person's report of the case, from whichever account. */
  private Optional<Report> before(Case open, Person person) {
    return accounts.of(person).stream()
        .flatMap(account -> cases.reportBy(open.number(), account).stream())
        .findFirst();
  }

  /** The homes of all accounts of the person, as far as they were ever opened. */
  List<Wanted> homes(Person person) {
    return accounts.of(person).stream().map(Wanted::homeIfOpened).toList();
  }

  /** The same person reports the same post again: their new words are details of their report, and nothing counts twice. */
  private Optional<Filed> added(
      Case open, Report before, Person by, String text, Delivery delivery) {
    boolean nothingNew = text.isEmpty() || text.equals(before.text());
    boolean saved = nothingNew
        || cases.save(changes.noteOf(
            open, note(Note.Kind.DETAILS, before, by, text), delivery, Filed.answer(before)));
    return saved ? Optional.of(new Filed(open, before)) : Optional.empty();
  }

  private Filed again(String answer) {
    Report report = cases.report(new ReportId(answer)).orElseThrow();
    return new Filed(cases.find(report.number()).orElseThrow(), report);
  }

  private Report report(CaseNumber number, Reader reader, String text, Instant at, boolean joined) {
    return new Report(
        ids.report(),
        number,
        reader.person(),
        reader.name(),
        text,
        reader.language(),
        at,
        joined,
        false);
  }

  /** More words of a report's author, from the account {@code by}. */
  Note note(Note.Kind kind, Report report, Person by, String text) {
    return new Note(
        ids.note(), report.number(), kind, by, Optional.of(report.id()), text, clock.instant());
  }
}
