package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Contact;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Route;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.Team;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a reporter can do. */
public final class ReportDesk {
  private static final int REPORTS_AT_ONCE = 30;
  private static final Duration NEXT_REPORT = Duration.ofSeconds(20);

  private final PolicyBook policies;
  private final Matcher matcher;
  private final Readers readers;
  private final Receipts receipts;
  private final CaseChanges changes;
  private final Filings filings;
  private final OwnReports own;
  private final Unstored unstored;
  private final Consumer<Notice.Slower.Often> limited;
  private final Clock clock;
  private final Turns turns = new Turns(REPORTS_AT_ONCE, NEXT_REPORT);

  public ReportDesk(
      PolicyBook policies,
      Cases cases,
      Matcher matcher,
      Readers readers,
      Receipts receipts,
      CaseChanges changes,
      Accounts accounts,
      Ids ids,
      Unstored unstored,
      Consumer<Notice.Slower.Often> limited,
      Clock clock) {
    this.policies = policies;
    this.matcher = matcher;
    this.readers = readers;
    this.receipts = receipts;
    this.changes = changes;
    this.filings = new Filings(policies, cases, changes, accounts, ids, clock);
    this.own =
        new OwnReports(policies, cases, readers, receipts, changes, filings, accounts, clock);
    this.unstored = unstored;
    this.limited = limited;
    this.clock = clock;
  }

  /**
   * Files a report: opens a case, or joins the open case of the same post. A repeated delivery gets the same answer.
   *
   * @return {@link Notice.Receipt}, {@link Notice.Thanks}, {@link Notice.Refused}, {@link
   *     Notice.ProtectedRight}, {@link Notice.Unclear} (link or text can't be taken; nothing stored),
   *     {@link Notice.Slower} (too many by one person; never in danger), {@link Notice.NotStored} or, where that is dangerous, {@link Notice.ToldDirectly}
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
      if (!situation.danger() && tooMany(reader, delivery)) {
        return slower();
      }
      Filed filed = filings.store(policy, reader, taken, situation, delivery, clock.instant());
      return receipts.of(policy, filed.about(), filed.report(), reader, situation.id());
    } catch (StoreException e) {
      changes.notStored(delivery, e);
      return situation.danger()
          ? kept(policy, reader, taken, situation, delivery)
          : new Notice.NotStored(List.of());
    }
  }

  private Notice slower() {
    limited.accept(Notice.Slower.Often.REPORTS);
    return new Notice.Slower(Notice.Slower.Often.REPORTS);
  }

  /** What was taken before is answered as before, however often the platform repeats it. */
  private boolean tooMany(Reader reader, Delivery delivery) {
    return !turns.take(reader.person(), clock.instant())
        && filings.answerTo(delivery).isEmpty();
  }

  /** Danger can't wait for the store: its team is told directly, and the report is stored as soon as that can be done. */
  private Notice kept(
      Policy policy, Reader reader, Taken taken, Situation situation, Delivery delivery) {
    Instant now = clock.instant();
    Team team = Route.decide(policy, situation, reader.language(), now).team();
    List<Contact> emergency = Receipts.emergency(policy, situation);
    return unstored.keep(new Unstored.Kept(
            delivery, reader, taken.link(), taken.text(), policy, situation, team, now))
        ? new Notice.ToldDirectly(emergency, team)
        : new Notice.NotStored(emergency);
  }

  /**
   * Stores a report that was kept in memory; card and receipt follow as ever.
   *
   * @throws StoreException when it still can't be stored; then it is kept on
   */
  public void store(Unstored.Kept report) {
    filings.store(
        report.policy(),
        report.reader(),
        report.taken(),
        report.situation(),
        report.delivery(),
        report.at());
    unstored.stored(report);
  }

  /** A description without a post that names a protected topic is somebody's right, not a conflict. */
  private Optional<Notice> protectedRight(
      Policy policy, Filing filing, Taken taken, Reader reader) {
    if (taken.link().isPresent() || filing.situation().isPresent()) {
      return Optional.empty();
    }
    return Rights.in(policy, matcher, taken.text(), reader.language())
        .flatMap(right -> new Entries(policy, clock).protectedRight(right, ""));
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
    return own.detailsForm(report, reporter);
  }

  /** Adds to one's own report; the team reads it under the card. */
  public Notice addDetails(ReportId report, Person reporter, String text, Delivery delivery) {
    return own.addDetails(report, reporter, text, delivery);
  }

  /** The form to answer the team's question. */
  public Opening answerForm(NoteId question, ReportId report, Person reporter) {
    return own.answerForm(question, report, reporter);
  }

  /** A reporter's answer to the team. */
  public Notice answerTeam(
      NoteId question, ReportId report, Person reporter, String text, Delivery delivery) {
    return own.answerTeam(question, report, reporter, text, delivery);
  }

  /** Takes one's own report back; a case that nobody else reported and nobody claimed ends with it. */
  public Notice withdraw(ReportId report, Person reporter, Delivery delivery) {
    return own.withdraw(report, reporter, delivery);
  }

  /** A reporter says that a resolved case isn't; it is opened again under its number. */
  public Notice notSolved(ReportId report, Person reporter, Delivery delivery) {
    return own.notSolved(report, reporter, delivery);
  }
}
