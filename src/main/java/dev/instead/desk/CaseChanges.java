package dev.instead.desk;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Route;
import dev.instead.policy.Situation;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a decision about a case is stored: look, decide, save, and look again when somebody was quicker. */
public final class CaseChanges {
  /** A hundred people may press one button at once; each lost race means another look. */
  static final int TRIES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(CaseChanges.class);

  private final PolicyBook policies;
  private final Cases cases;
  private final Places places;
  private final Clock clock;
  private final Choices choices;

  public CaseChanges(PolicyBook policies, Cases cases, Places places, Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.places = places;
    this.clock = clock;
    this.choices = new Choices(places, clock);
  }

  Choices choices() {
    return choices;
  }

  /**
   * Decides on the case as it stands, again and again until the decision could be stored on what it was based on.
   *
   * @return what there is to say; empty when it was stored, now or by an earlier delivery of the same
   */
  Optional<Notice> decide(CaseNumber number, Delivery delivery, Function<Case, Decision> decision) {
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        if (cases.answerTo(delivery).isPresent()) {
          return Optional.empty();
        }
        Optional<Case> found = cases.find(number);
        if (found.isEmpty()) {
          return Optional.of(new Notice.NotFound());
        }
        Decision decided = decision.apply(found.get());
        if (decided instanceof Decision.Say say) {
          return Optional.of(say.notice());
        }
        if (delivery.isBehind(found.get())) {
          // It was meant for the case as it stood then, e.g. a late repeat of what had no effect.
          return Optional.of(new Notice.NoLongerOpen(number));
        }
        if (cases.save(((Decision.Store) decided).change())) {
          return Optional.empty();
        }
      }
    } catch (StoreException e) {
      notStored(delivery, e);
      return Optional.of(new Notice.NotStored(List.of()));
    }
    LOG.error(
        "Case {} kept changing; {} was not stored, the person was told", number, delivery.mark());
    return Optional.of(new Notice.NotStored(List.of()));
  }

  /** One change of one case by one person: its event, its card, the homes that show it, and what else is wanted. */
  Decision store(Case after, Person by, CaseEvent.What what, Delivery delivery, Wanted... wanted) {
    return store(after, by, what, List.of(), delivery, wanted);
  }

  Decision store(
      Case after,
      Person by,
      CaseEvent.What what,
      List<Note> notes,
      Delivery delivery,
      Wanted... wanted) {
    List<Wanted> all = new ArrayList<>(card(policies.current(), after));
    all.addAll(List.of(wanted));
    all.add(Wanted.homesOfReporters(after.number()));
    CaseEvent event = new CaseEvent(after.number(), clock.instant(), Optional.of(by), what);
    return new Decision.Store(new Change(
        List.of(after), List.of(), List.of(event), notes, all, Optional.of(delivery), "done"));
  }

  /** A reporter's note, for the team to read in the thread of the card. */
  Change noteOf(Case about, Note note, Delivery delivery, String answer) {
    CaseEvent.What what = note.kind() == Note.Kind.ANSWER
        ? new CaseEvent.ReporterAnswered(note.id())
        : new CaseEvent.DetailsAdded(note.id());
    List<Wanted> wanted = new ArrayList<>(card(policies.current(), about));
    cardChannel(policies.current(), about.team())
        .ifPresent(channel -> wanted.add(Wanted.teamNote(note, channel)));
    return new Change(
        List.of(about),
        List.of(),
        List.of(new CaseEvent(about.number(), note.at(), Optional.of(note.by()), what)),
        List.of(note),
        wanted,
        Optional.of(delivery),
        answer);
  }

  /**
   * Opens a resolved case again; by its team, or by a reporter who says that it isn't solved.
   *
   * @param maySee whether the person may learn the number of the case in which the post goes on
   */
  Decision reopened(Case found, Person by, Delivery delivery, Predicate<Case> maySee) {
    if (!(found.stage() instanceof Stage.Resolved)) {
      return new Decision.Say(new Notice.NoLongerOpen(found.number()));
    }
    // The post may have been reported again meanwhile: a post has one open case, so that one goes
    // on.
    Optional<Case> newer = found.link().flatMap(link -> cases.openCaseOf(link.key()));
    if (newer.isPresent()) {
      Case named = maySee.test(newer.get()) ? newer.get() : found;
      return new Decision.Say(new Notice.NoLongerOpen(named.number()));
    }
    Case open = found.at(new Stage.Open());
    return store(
        open,
        by,
        new CaseEvent.Reopened(),
        delivery,
        Wanted.news(MessageKind.REOPENED, found.number(), found.version() + 1, by));
  }

  /** The case's card in the conversation of its team, or in the fallback when the team has none here. */
  List<Wanted> card(Policy policy, Case about) {
    boolean danger = policy.situation(about.situation()).danger();
    Optional<Wanted> card = cardChannel(policy, about.team())
        .map(channel -> Wanted.teamCard(about.number(), channel, danger));
    if (card.isEmpty()) {
      LOG.error(
          "Case {}: team \"{}\" has no conversation on an installed platform and the policy no fallback."
              + " Name one in the policy file.",
          about.number(),
          about.team());
    }
    return card.stream().toList();
  }

  Optional<Channel> cardChannel(Policy policy, TeamId team) {
    return places.of(policy.teamOrHeir(team)).or(() -> places.fallback(policy));
  }

  /** When a case in the hands of {@code team} should be taken, counted from now. */
  Optional<Instant> due(Policy policy, Case about, Team team) {
    if (about.kind() == Case.Kind.QUESTION) {
      return Optional.of(policy.answerDue(team, clock.instant()));
    }
    Situation situation = policy.situation(about.situation());
    return Route.to(team, about.severity(), situation, clock.instant(), Optional.empty())
        .due();
  }

  /** Why nothing can be done with a case of which only the audit is left. */
  Optional<Notice> erased(Case found) {
    return found.isOpen()
        ? Optional.empty()
        : cases.erased(found.number()).map(at -> new Notice.Erased(Optional.of(day(at))));
  }

  /** What to say about a report that isn't the person's: nothing, or that it is nobody's any more. */
  Notice notFound(ReportId id) {
    Optional<Report> nobodys =
        cases.report(id).filter(report -> report.reporter().isFormer());
    if (nobodys.isEmpty()) {
      return new Notice.NotFound();
    }
    return new Notice.Erased(cases.erased(nobodys.get().number()).map(this::day));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, policies.current().zone());
  }

  void notStored(Delivery delivery, StoreException e) {
    LOG.error(
        "Nothing was stored for {}, the person was told: {}", delivery.mark(), e.getMessage());
  }
}
