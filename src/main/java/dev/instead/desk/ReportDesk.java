package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Route;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Links;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reporter can do. */
public final class ReportDesk {
  private final PolicyBook policies;
  private final Cases cases;
  private final Matcher matcher;
  private final Readers readers;
  private final Receipts receipts;
  private final CaseChanges changes;
  private final Ids ids;
  private final Clock clock;

  public ReportDesk(
      PolicyBook policies,
      Cases cases,
      Matcher matcher,
      Readers readers,
      Receipts receipts,
      CaseChanges changes,
      Ids ids,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.matcher = matcher;
    this.readers = readers;
    this.receipts = receipts;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Files a report: opens a case, or joins the open case of the same post. A repeated delivery gets the same answer.
   *
   * @return {@link Notice.Receipt}, {@link Notice.Thanks}, {@link Notice.Refused}, {@link
   *     Notice.ProtectedRight}, {@link Notice.Unclear} (link or text can't be taken; nothing stored)
   *     or {@link Notice.NotStored}
   */
  public Notice file(Filing filing, Delivery delivery) {
    Policy policy = policies.current();
    Reader reader = readers.of(filing.reporter());
    Optional<Notice> refusal = readers.refusal(reader);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Taken taken = Taken.from(filing);
    if (taken.problem().isPresent()) {
      return new Notice.Unclear(taken.problem().get());
    }
    SituationId chosen = filing
        .situation()
        .orElseGet(() -> matcher.suggest(policy, taken.text(), reader.language()));
    Situation situation = policy.situation(chosen);
    Optional<Notice> right = chosen.equals(Situation.NOT_SURE)
        ? protectedRight(policy, filing, taken, reader)
        : Optional.empty();
    if (right.isPresent()) {
      return right.get();
    }
    try {
      return store(policy, reader, taken, situation, delivery);
    } catch (StoreException e) {
      changes.notStored(delivery, e);
      return new Notice.NotStored(Receipts.emergency(policy, situation));
    }
  }

  private Notice store(
      Policy policy, Reader reader, Taken taken, Situation situation, Delivery delivery) {
    for (int tries = 0; tries < CaseChanges.TRIES; tries++) {
      Optional<Filed> filed = cases.answerTo(delivery).map(this::again);
      if (filed.isEmpty()) {
        filed = taken
            .link()
            .flatMap(link -> openCase(link, situation))
            .map(open -> join(open, reader, taken.text(), delivery))
            .orElseGet(() -> open(policy, reader, taken, situation, delivery));
      }
      if (filed.isPresent()) {
        return receipts.of(
            policy, filed.get().about(), filed.get().report(), reader, situation.id());
      }
    }
    throw new StoreException(
        "A report could not be stored: its case kept changing. It is safe to send it again.");
  }

  /** Danger never waits in the ordinary queue of a post; a report of no danger may still belong to a case of danger. */
  private Optional<Case> openCase(Link link, Situation situation) {
    Optional<Case> danger = cases.openCaseOf(link.ofDanger().key());
    return situation.danger() ? danger : cases.openCaseOf(link.key()).or(() -> danger);
  }

  private Optional<Filed> open(
      Policy policy, Reader reader, Taken taken, Situation situation, Delivery delivery) {
    Instant now = clock.instant();
    Route route = Route.decide(policy, situation, reader.language(), now);
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
        now,
        route.due(),
        policy.version(),
        0);
    Report report = report(opened.number(), reader, taken.text(), now, false);
    List<Wanted> wanted = new ArrayList<>(changes.card(policy, opened));
    wanted.add(Wanted.receipt(report));
    wanted.add(Wanted.homeIfOpened(report.reporter()));
    boolean saved = cases.save(new Change(
        List.of(opened),
        List.of(report),
        List.of(new CaseEvent(
            opened.number(),
            now,
            Optional.of(report.reporter()),
            new CaseEvent.Opened(situation.id(), route.team().id(), route.severity()))),
        List.of(),
        wanted,
        Optional.of(delivery),
        Filed.answer(report)));
    return saved ? Optional.of(new Filed(opened.saved(), report)) : Optional.empty();
  }

  private Optional<Filed> join(Case open, Reader reader, String text, Delivery delivery) {
    Instant now = clock.instant();
    Optional<Report> before = cases.reportBy(open.number(), reader.person());
    if (before.isPresent()) {
      return added(open, before.get(), text, delivery);
    }
    Report report = report(open.number(), reader, text, now, true);
    List<Wanted> wanted = new ArrayList<>(changes.card(policies.current(), open));
    if (!open.restricted()) {
      wanted.add(Wanted.receipt(report));
    }
    wanted.add(Wanted.homeIfOpened(report.reporter()));
    CaseEvent event = new CaseEvent(
        open.number(), now, Optional.of(reader.person()), new CaseEvent.Joined(report.id()));
    return cases
        .join(new Joining(report, event, wanted, delivery, Filed.answer(report)))
        .map(joined -> new Filed(joined, report));
  }

  /** The same person reports the same post again: their new words are details of their report, and nothing counts twice. */
  private Optional<Filed> added(Case open, Report before, String text, Delivery delivery) {
    boolean nothingNew = text.isEmpty() || text.equals(before.text());
    boolean saved = nothingNew
        || cases.save(changes.noteOf(
            open, note(Note.Kind.DETAILS, before, text), delivery, Filed.answer(before)));
    return saved ? Optional.of(new Filed(open, before)) : Optional.empty();
  }

  private Filed again(String answer) {
    Report report = cases.report(new ReportId(answer)).orElseThrow();
    return new Filed(cases.find(report.number()).orElseThrow(), report);
  }

  private Report report(
      CaseNumber number, Reader reader, String text, Instant now, boolean joined) {
    return new Report(
        ids.report(),
        number,
        reader.person(),
        reader.name(),
        text,
        reader.language(),
        now,
        joined,
        false);
  }

  /** A description without a post that names a protected topic is somebody's right, not a conflict. */
  private Optional<Notice> protectedRight(
      Policy policy, Filing filing, Taken taken, Reader reader) {
    if (taken.link().isPresent() || filing.situation().isPresent()) {
      return Optional.empty();
    }
    return matcher.match(policy, taken.text(), reader.language()) instanceof Matcher.Match.Sure sure
        ? new Entries(policy, clock).protectedRight(sure.rule(), "")
        : Optional.empty();
  }

  /** The form, with what is known already; redrawn when the person chooses another situation. */
  public Opening form(Person reporter, String link, String text, Optional<SituationId> chosen) {
    Reader reader = readers.of(reporter);
    Optional<Notice> refusal = readers.refusal(reader);
    if (refusal.isPresent()) {
      return new Opening.Say(refusal.get());
    }
    Policy policy = policies.current();
    Optional<SituationId> suggested = chosen.isPresent() || text.isBlank()
        ? chosen
        : Optional.of(matcher.suggest(policy, text, reader.language()))
            .filter(id -> !id.equals(Situation.NOT_SURE));
    List<Situation> offered = policy.situations().values().stream()
        .filter(
            situation -> situation.offered() || suggested.stream().anyMatch(situation.id()::equals))
        .toList();
    return new Opening.Show(new Form.FileReport(
        offered,
        suggested,
        link,
        text,
        suggested.map(id -> Receipts.emergency(policy, policy.situation(id))).orElse(List.of()),
        offered.stream().anyMatch(Situation::danger) ? policy.emergency() : List.of()));
  }

  /** The form to add to one's own report. */
  public Opening detailsForm(ReportId report, Person reporter) {
    return own(report, reporter)
        .<Opening>map(
            found -> new Opening.Show(new Form.AddDetails(found.id(), shownNumber(found))))
        .orElseGet(() -> new Opening.Say(new Notice.NotFound()));
  }

  /** Adds to one's own report; the team reads it under the card. */
  public Notice addDetails(ReportId report, Person reporter, String text, Delivery delivery) {
    return write(
        report,
        reporter,
        Note.Kind.DETAILS,
        text,
        Notice.Acknowledged.Kind.DETAILS_ADDED,
        delivery);
  }

  /** The form to answer the team's question. */
  public Opening answerForm(NoteId question, ReportId report, Person reporter) {
    Optional<Note> asked = cases.note(question);
    return own(report, reporter)
        .filter(found -> asked.map(note -> belongs(note, found)).orElse(false))
        .<Opening>map(found ->
            new Opening.Show(new Form.AnswerTeam(found.id(), found.number(), asked.orElseThrow())))
        .orElseGet(() -> new Opening.Say(new Notice.NotFound()));
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
  public Notice answerTeam(
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
      return new Notice.NotFound();
    }
    Optional<String> problem = Taken.problemOf(text);
    if (problem.isPresent()) {
      return new Notice.Unclear(problem.get());
    }
    Note note = note(kind, report.get(), text.strip());
    return changes
        .decide(
            note.number(),
            delivery,
            found -> new Decision.Store(changes.noteOf(found, note, delivery, done.name())))
        .orElseGet(() -> new Notice.Acknowledged(done, shownNumber(report.get())));
  }

  private Note note(Note.Kind kind, Report report, String text) {
    return new Note(
        ids.note(),
        report.number(),
        kind,
        report.reporter(),
        Optional.of(report.id()),
        text,
        clock.instant());
  }

  /** Takes one's own report back; a case that nobody else reported and nobody claimed ends with it. */
  public Notice withdraw(ReportId id, Person reporter, Delivery delivery) {
    Optional<Report> report = own(id, reporter);
    if (report.isEmpty()) {
      return new Notice.NotFound();
    }
    Notice done =
        new Notice.Acknowledged(Notice.Acknowledged.Kind.WITHDRAWN, shownNumber(report.get()));
    return changes
        .decide(
            report.get().number(),
            delivery,
            found -> withdrawn(found, report.get(), delivery, done))
        .orElse(done);
  }

  private Decision withdrawn(Case found, Report report, Delivery delivery, Notice done) {
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
    wanted.add(Wanted.homeIfOpened(report.reporter()));
    return new Decision.Store(new Change(
        List.of(after),
        List.of(report.takenBack()),
        List.of(new CaseEvent(
            found.number(),
            clock.instant(),
            Optional.of(report.reporter()),
            new CaseEvent.ReportWithdrawn(report.id()))),
        List.of(),
        wanted,
        Optional.of(delivery),
        "withdrawn"));
  }

  /** A reporter says that a resolved case isn't; it is opened again under its number. */
  public Notice notSolved(ReportId id, Person reporter, Delivery delivery) {
    Optional<Report> report = own(id, reporter);
    if (report.isEmpty()) {
      return new Notice.NotFound();
    }
    Notice done =
        new Notice.Acknowledged(Notice.Acknowledged.Kind.REOPENED, shownNumber(report.get()));
    return newer(report.get())
        .flatMap(newer -> objected(newer, reporter, delivery))
        .orElseGet(() -> changes
            .decide(
                report.get().number(),
                delivery,
                found -> changes.reopened(found, reporter, delivery))
            .orElse(done));
  }

  /** The post has an open case of its own by now: that one hears the objection, and its author learns of it what they may. */
  private Optional<Notice> objected(Case newer, Person reporter, Delivery delivery) {
    Reader reader = readers.of(reporter);
    Policy policy = policies.current();
    return join(newer, reader, "", delivery)
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
    return cases
        .report(id)
        .filter(report -> report.reporter().equals(reporter) && !report.withdrawn());
  }

  /** Who merely joined a restricted case never learns its number. */
  private Optional<CaseNumber> shownNumber(Report report) {
    return cases
        .find(report.number())
        .filter(about -> Receipts.mayKnow(about, report))
        .map(Case::number);
  }

  /** What was made of a filing: its case as it is now, and the report. */
  private record Filed(Case about, Report report) {
    static String answer(Report report) {
      return report.id().value();
    }
  }

  /** A filing, checked: link and words apart. */
  private record Taken(Optional<Link> link, String text, Optional<String> problem) {
    static Taken from(Filing filing) {
      String text = filing.text().strip();
      if (text.length() > Report.MAX_TEXT) {
        return new Taken(Optional.empty(), "", Optional.of("unclear.text_too_long"));
      }
      if (filing.link().isBlank()) {
        Optional<Link> found = Links.firstIn(text);
        String words = found.map(link -> Links.without(text, link)).orElse(text).strip();
        boolean empty = found.isEmpty() && words.isEmpty();
        return new Taken(found, words, empty ? Optional.of("unclear.empty") : Optional.empty());
      }
      Links.Parsed parsed = Links.parse(filing.link());
      if (parsed instanceof Links.Parsed.Bad bad) {
        return new Taken(
            Optional.empty(),
            text,
            Optional.of("unclear.link_" + bad.problem().name().toLowerCase(Locale.ROOT)));
      }
      return new Taken(Optional.of(((Links.Parsed.Good) parsed).link()), text, Optional.empty());
    }

    static Optional<String> problemOf(String text) {
      if (text.isBlank()) {
        return Optional.of("unclear.empty");
      }
      return text.length() > Report.MAX_TEXT
          ? Optional.of("unclear.text_too_long")
          : Optional.empty();
    }
  }
}
