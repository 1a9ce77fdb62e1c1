package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Situation;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reporters do with their own reports afterwards: add to them, answer the team, take them back, say that it isn't solved. */
final class OwnReports {
  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final Receipts receipts;
  private final CaseChanges changes;
  private final Filings filings;
  private final Accounts accounts;
  private final Clock clock;

  OwnReports(
      PolicyBook policies,
      Cases cases,
      Readers readers,
      Receipts receipts,
      CaseChanges changes,
      Filings filings,
      Accounts accounts,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.receipts = receipts;
    this.changes = changes;
    this.filings = filings;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The form to add to one's own report. */
  Opening detailsForm(ReportId report, Person reporter) {
    return own(report, reporter)
        .<Opening>map(
            found -> new Opening.Show(new Form.AddDetails(found.id(), shownNumber(found))))
        .orElseGet(() -> new Opening.Say(changes.notFound(report)));
  }

  /** Adds to one's own report; the team reads it under the card. */
  Notice addDetails(ReportId report, Person reporter, String text, Delivery delivery) {
    return write(
        report,
        reporter,
        Note.Kind.DETAILS,
        text,
        Notice.Acknowledged.Kind.DETAILS_ADDED,
        delivery);
  }

  /** The form to answer the team's question. */
  Opening answerForm(NoteId question, ReportId report, Person reporter) {
    Optional<Note> asked = cases.note(question);
    return own(report, reporter)
        .filter(found -> asked.map(note -> belongs(note, found)).orElse(false))
        .<Opening>map(found ->
            new Opening.Show(new Form.AnswerTeam(found.id(), found.number(), asked.orElseThrow())))
        .orElseGet(() -> new Opening.Say(changes.notFound(report)));
  }

  /** A question belongs to a report of its case, also after that case was merged into another. */
  private boolean belongs(Note question, Report report) {
    return question.number().equals(report.number())
        || cases
            .find(question.number())
            .map(asked -> asked.stage() instanceof Stage.Merged merged
                && merged.into().equals(report.number()))
            .orElse(false);
  }

  /** A reporter's answer to the team. */
  Notice answerTeam(
      NoteId question, ReportId report, Person reporter, String text, Delivery delivery) {
    return answerForm(question, report, reporter) instanceof Opening.Say say
        ? say.notice()
        : write(
            report,
            reporter,
            Note.Kind.ANSWER,
            text,
            Notice.Acknowledged.Kind.ANSWER_SENT,
            delivery);
  }

  private Notice write(
      ReportId id,
      Person reporter,
      Note.Kind kind,
      String text,
      Notice.Acknowledged.Kind done,
      Delivery delivery) {
    Optional<Report> report = own(id, reporter);
    if (report.isEmpty()) {
      return changes.notFound(id);
    }
    Optional<String> problem = Taken.problemOf(text);
    if (problem.isPresent()) {
      return new Notice.Unclear(problem.get());
    }
    Note note = filings.note(kind, report.get(), reporter, text.strip());
    return changes
        .decide(
            note.number(),
            delivery,
            found -> new Decision.Store(changes.noteOf(found, note, delivery, done.name())))
        .orElseGet(() -> new Notice.Acknowledged(done, shownNumber(report.get())));
  }

  /** Takes one's own report back; a case that nobody else reported and nobody claimed ends with it. */
  Notice withdraw(ReportId id, Person reporter, Delivery delivery) {
    // Also one's own report that is withdrawn already: asking twice gets the same answer.
    Optional<Report> report = written(id, reporter);
    if (report.isEmpty()) {
      return changes.notFound(id);
    }
    Notice done =
        new Notice.Acknowledged(Notice.Acknowledged.Kind.WITHDRAWN, shownNumber(report.get()));
    return changes
        .decide(
            report.get().number(),
            delivery,
            found -> withdrawn(found, report.get(), reporter, delivery, done))
        .orElse(done);
  }

  private Decision withdrawn(Case found, Report report, Person by, Delivery delivery, Notice done) {
    if (cases.report(report.id()).map(Report::withdrawn).orElse(true)) {
      return new Decision.Say(done);
    }
    Case left = found.withReports(Math.max(0, found.reports() - 1));
    boolean last = cases.latestReports(found.number(), 2).stream()
        .allMatch(other -> other.id().equals(report.id()));
    Case after = last && left.stage() instanceof Stage.Open
        ? left.at(new Stage.Withdrawn(clock.instant()))
        : left;
    List<Wanted> wanted = new ArrayList<>(changes.card(policies.current(), after));
    wanted.add(Wanted.receipt(report));
    wanted.addAll(filings.homes(report.reporter()));
    return new Decision.Store(new Change(
        List.of(after),
        List.of(report.takenBack()),
        List.of(new CaseEvent(
            found.number(),
            clock.instant(),
            Optional.of(by),
            new CaseEvent.ReportWithdrawn(report.id()))),
        List.of(),
        wanted,
        Optional.of(delivery),
        "withdrawn"));
  }

  /** A reporter says that a resolved case isn't; it is opened again under its number. */
  Notice notSolved(ReportId id, Person reporter, Delivery delivery) {
    Optional<Report> report = own(id, reporter);
    if (report.isEmpty()) {
      return changes.notFound(id);
    }
    Notice done =
        new Notice.Acknowledged(Notice.Acknowledged.Kind.REOPENED, shownNumber(report.get()));
    return newer(report.get())
        .flatMap(newer -> objected(newer, reporter, delivery))
        .orElseGet(() -> changes
            .decide(
                report.get().number(),
                delivery,
                found -> changes.reopened(found, reporter, delivery, newer -> !newer.restricted()))
            .map(said -> said instanceof Notice.NoLongerOpen closed
                ? movedOn(closed.number(), report.get())
                : said)
            .orElse(done));
  }

  /** What isn't resolved isn't offered as such; who presses all the same may not learn a number by it. */
  private Notice movedOn(CaseNumber number, Report report) {
    return shownNumber(report).isEmpty() ? new Notice.NotFound() : new Notice.MovedOn(number);
  }

  /** The post has an open case of its own by now: that one hears the objection, and its author learns of it what they may. */
  private Optional<Notice> objected(Case newer, Person reporter, Delivery delivery) {
    Reader reader = readers.of(reporter);
    Policy policy = policies.current();
    return filings
        .join(newer, reader, "", delivery, clock.instant())
        .map(filed ->
            receipts.of(policy, filed.about(), filed.report(), reader, Situation.NOT_SURE));
  }

  private Optional<Case> newer(Report report) {
    return cases
        .find(report.number())
        .flatMap(Case::link)
        .flatMap(link -> cases.openCaseOf(link.key()))
        .filter(open -> !open.number().equals(report.number()));
  }

  private Optional<Report> own(ReportId id, Person reporter) {
    return written(id, reporter).filter(report -> !report.withdrawn());
  }

  private Optional<Report> written(ReportId id, Person reporter) {
    return cases.report(id).filter(report -> accounts.same(report.reporter(), reporter));
  }

  /** Who merely joined a restricted case never learns its number. */
  private Optional<CaseNumber> shownNumber(Report report) {
    return cases
        .find(report.number())
        .filter(about -> Receipts.mayKnow(about, report))
        .map(Case::number);
  }
}
