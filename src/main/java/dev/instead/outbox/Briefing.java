package dev.instead.outbox;

import dev.instead.desk.Cases;
import dev.instead.desk.HomeDesk;
import dev.instead.desk.Reader;
import dev.instead.desk.Readers;
import dev.instead.desk.Receipts;
import dev.instead.desk.Reviews;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Reply;
import dev.instead.policy.Situation;
import dev.instead.policy.Team;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message should say now: drawn from the case as it is when the message is sent, not as it was when it was wanted. */
public final class Briefing {
  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final Receipts receipts;
  private final HomeDesk homes;
  private final Reviews reviews;
  private final Clock clock;

  public Briefing(
      PolicyBook policies,
      Cases cases,
      Readers readers,
      Receipts receipts,
      HomeDesk homes,
      Reviews reviews,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.receipts = receipts;
    this.homes = homes;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** Empty when nothing needs to be said any more, e.g. "Ana is on it" of a case that she gave back. */
  public Optional<Told> of(Due due) {
    return due.to() instanceof Recipient.InChannel there
        ? inChannel(due, there.channel())
        : inPrivate(due, ((Recipient.InPrivate) due.to()).person());
  }

  /** The card of a case as it stands now in a conversation, in its team's language; empty when there is no such case. */
  public Optional<Told> card(CaseNumber number, Channel channel) {
    return cases
        .find(number)
        .map(found -> new Told(card(found, channel), team(found).language()));
  }

  private Optional<Told> inChannel(Due due, Channel channel) {
    Optional<Case> about = due.number().flatMap(cases::find);
    Locale language = about
        .map(found -> policies.current().teamOrHeir(found.team()).language())
        .orElse(policies.current().original());
    Optional<Notice> notice = switch (due.kind()) {
      case TEAM_CARD -> about.map(found -> card(found, channel));
      case TEAM_NOTE ->
        about
            .filter(found -> maySee(found, channel))
            .flatMap(found -> cases.note(new NoteId(due.detail())).map(note -> note(found, note)));
      case STRAY_CARD -> about.map(Notice.StrayCard::new);
      case POLICY_NEWS, UNDELIVERED -> Optional.of(Alert.parse(due.kind(), due.detail()));
      case RECEIPT, PICKED_UP, OUTCOME, REOPENED, RELAY, HOME, LINK_NEWS, REVIEW_LIST ->
        throw new IllegalStateException(due.kind() + " is never for a channel");
      case ALARM -> throw notFromTheStore();
    };
    return notice.map(said -> new Told(said, language));
  }

  private Optional<Told> inPrivate(Due due, Person person) {
    Reader reader = readers.of(person);
    Optional<Notice> notice = switch (due.kind()) {
      case HOME -> Optional.of(homes.home(person));
      case POLICY_NEWS, UNDELIVERED -> Optional.of(Alert.parse(due.kind(), due.detail()));
      case RECEIPT -> report(due).flatMap(report -> receipt(report, reader));
      case PICKED_UP -> report(due).flatMap(this::pickedUp);
      case OUTCOME -> report(due).flatMap(this::outcome);
      case REOPENED -> report(due).flatMap(this::reopened);
      case RELAY -> report(due).flatMap(report -> relay(report, new NoteId(due.detail())));
      case LINK_NEWS -> reviews.linkNews(due.detail());
      case REVIEW_LIST -> reviews.list(person, 0);
      case TEAM_CARD, TEAM_NOTE, STRAY_CARD ->
        throw new IllegalStateException(due.kind() + " is never for one person");
      case ALARM -> throw notFromTheStore();
    };
    return notice.map(said -> new Told(said, reader.language()));
  }

  private static IllegalStateException notFromTheStore() {
    return new IllegalStateException("An alarm is told without the store");
  }

  private Notice card(Case about, Channel channel) {
    Policy policy = policies.current();
    Situation situation = policy.situation(about.situation());
    Team team = policy.teamOrHeir(about.team());
    boolean maySee = maySee(about, channel);
    boolean stuck = isAt(policy.fallback(), channel) && !isAtHome(about, team, channel.platform());
    if (stuck && !maySee && about.isOpen()) {
      return new Notice.HiddenCard(about.number(), team);
    }
    boolean here = isAt(team.channels(), channel) || (stuck && maySee);
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    // Approved replies are for customers; a colleague's question is answered in words of its own.
    List<Reply> replies = about.kind() == Case.Kind.QUESTION
        ? List.of()
        : situation.replies().stream().filter(reply -> reply.servedOn(today)).toList();
    List<Report> latest =
        maySee ? cases.latestReports(about.number(), Notice.TeamCard.SHOWN_REPORTS) : List.of();
    return new Notice.TeamCard(
        about,
        situation,
        team,
        latest,
        replies,
        here,
        cases.unreached(about.number()),
        names(about, latest));
  }

  /** Of a restricted case only its team may know more than number and team, also where cards go that can't be delivered. */
  private boolean maySee(Case about, Channel channel) {
    return !about.restricted() || isAt(team(about).channels(), channel);
  }

  /** The fallback works on a case only while the team's own conversation can't. */
  private boolean isAtHome(Case about, Team team, Platform platform) {
    String home = team.channels().get(platform);
    return home != null && cases.hasCard(about.number(), home);
  }

  private static boolean isAt(Map<Platform, String> conversations, Channel channel) {
    return channel.id().equals(conversations.get(channel.platform()));
  }

  private Map<Person, String> names(Case about, List<Report> reports) {
    List<Person> people = new ArrayList<>(reports.stream().map(Report::reporter).toList());
    people.addAll(workedOn(about.stage()).toList());
    return readers.namesOf(people);
  }

  private static Stream<Person> workedOn(Stage stage) {
    if (stage instanceof Stage.Claimed claimed) return Stream.of(claimed.by());
    if (stage instanceof Stage.Resolved resolved) return Stream.of(resolved.by());
    if (stage instanceof Stage.Merged merged) return Stream.of(merged.by());
    return Stream.empty();
  }

  private Notice note(Case about, Note note) {
    return new Notice.TeamNote(about, note, readers.namesOf(List.of(note.by())));
  }

  private Optional<Report> report(Due due) {
    return due.report().flatMap(cases::report);
  }

  private Optional<Notice> receipt(Report report, Reader reader) {
    // Once it is over, "Social Care has it" would be stale news: the outcome says more.
    return about(report)
        .filter(found -> found.isOpen() || report.withdrawn())
        .map(found -> receipts.of(policies.current(), found, report, reader, found.situation()));
  }

  private Optional<Notice> pickedUp(Report report) {
    return told(report)
        .flatMap(found -> found
            .owner()
            .map(owner ->
                new Notice.PickedUp(found, team(found), owner, readers.namesOf(List.of(owner)))));
  }

  private Optional<Notice> outcome(Report report) {
    return told(report)
        .flatMap(found -> found.stage() instanceof Stage.Resolved resolved
            ? Optional.of(new Notice.OutcomeNews(
                found, team(found), resolved.outcome(), resolved.text(), report.id()))
            : Optional.empty());
  }

  private Optional<Notice> reopened(Report report) {
    return told(report)
        .filter(Case::isOpen)
        .map(found -> new Notice.ReopenedNews(found, team(found)));
  }

  private Optional<Notice> relay(Report report, NoteId id) {
    return told(report)
        .flatMap(found -> cases
            .note(id)
            .map(note -> new Notice.RelayToReporter(
                found, team(found), note, report.id(), readers.namesOf(List.of(note.by())))));
  }

  private Optional<Case> about(Report report) {
    return cases.find(report.number());
  }

  /** The report's case, if its author still is to hear of it. */
  private Optional<Case> told(Report report) {
    return report.withdrawn() ? Optional.empty() : about(report);
  }

  private Team team(Case about) {
    return policies.current().teamOrHeir(about.team());
  }
}
