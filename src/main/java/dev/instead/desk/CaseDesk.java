package dev.instead.desk;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routed team can do with a case. Every method checks that the person belongs to the team, and answers with what to say to
 * the presser in private: empty when the card says it all.
 */
public final class CaseDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);

  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final CaseChanges changes;
  private final Admission admission;
  private final Ids ids;
  private final Clock clock;

  public CaseDesk(
      PolicyBook policies,
      Cases cases,
      Readers readers,
      CaseChanges changes,
      Admission admission,
      Ids ids,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.changes = changes;
    this.admission = admission;
    this.ids = ids;
    this.clock = clock;
  }

  /** Hands the case to {@code member}, unless a colleague was quicker. */
  public Optional<Notice> claim(CaseNumber number, Person member, Delivery delivery) {
    return act(number, member, delivery, found -> {
      if (found.stage() instanceof Stage.Claimed claimed && !claimed.by().isFormer()) {
        return admission.has(claimed, member)
            ? new Decision.Say(new Notice.AlreadyYours(number))
            : tooLate(found, claimed);
      }
      if (!found.isOpen()) {
        return new Decision.Say(new Notice.NoLongerOpen(number));
      }
      return changes.store(
          found.at(new Stage.Claimed(member, clock.instant())),
          member,
          new CaseEvent.Claimed(),
          delivery,
          Wanted.news(MessageKind.PICKED_UP, number, found.version() + 1, member));
    });
  }

  /** Gives a claimed case back to the team; its age stays. */
  public Optional<Notice> release(CaseNumber number, Person member, Delivery delivery) {
    return act(
        number,
        member,
        delivery,
        found -> admission
            .mine(found, member)
            .orElseGet(() -> changes.store(
                found.at(new Stage.Open()), member, new CaseEvent.Released(), delivery)));
  }

  /** Not an issue: resolves the case without more ado. */
  public Optional<Notice> dismiss(CaseNumber number, Person member, Delivery delivery) {
    return resolve(number, member, Outcome.NOT_AN_ISSUE, "", delivery);
  }

  /** Ends the case; the reporters hear the outcome and the text. */
  public Optional<Notice> resolve(
      CaseNumber number, Person member, Outcome outcome, String text, Delivery delivery) {
    if (text.length() > Report.MAX_TEXT) {
      return Optional.of(new Notice.Unclear("unclear.text_too_long"));
    }
    return act(
        number,
        member,
        delivery,
        found -> admission
            .mineOrFree(found, member)
            .orElseGet(() -> changes.store(
                found.at(new Stage.Resolved(member, clock.instant(), outcome, text.strip())),
                member,
                new CaseEvent.Resolved(outcome),
                delivery,
                Wanted.news(MessageKind.OUTCOME, number, found.version() + 1, member))));
  }

  /** Opens a resolved case again, under its number. */
  public Optional<Notice> reopen(CaseNumber number, Person member, Delivery delivery) {
    return act(
        number,
        member,
        delivery,
        found ->
            changes.reopened(found, member, delivery, newer -> admission.maySee(newer, member)));
  }

  /** Hands the case to another team; number and age stay. */
  public Optional<Notice> handOver(CaseNumber number, Person member, TeamId to, Delivery delivery) {
    return act(number, member, delivery, found -> {
      Policy policy = policies.current();
      Optional<Team> next = changes.choices().teams(policy, found).stream()
          .filter(team -> team.id().equals(to))
          .findFirst();
      Optional<Decision> no = admission.mineOrFree(found, member);
      if (no.isPresent()) {
        return no.get();
      }
      if (next.isEmpty()) {
        return new Decision.Say(new Notice.NotFound());
      }
      Case handed = found.handedTo(to, changes.due(policy, found, next.get()), policy.version());
      return changes.store(
          handed,
          member,
          new CaseEvent.HandedOver(found.team(), to),
          delivery,
          changes.card(policy, found).toArray(Wanted[]::new));
    });
  }

  /** Changes how much the case matters, and with it when it is due. */
  public Optional<Notice> changeSeverity(
      CaseNumber number, Person member, Severity severity, Delivery delivery) {
    return act(number, member, delivery, found -> {
      if (!found.isOpen()) {
        return new Decision.Say(new Notice.NoLongerOpen(number));
      }
      Policy policy = policies.current();
      Case changed = found.of(severity, found.due());
      Case timed = found.due().isEmpty()
          ? changed
          : changed.of(severity, changes.due(policy, changed, policy.teamOrHeir(found.team())));
      return changes.store(
          timed, member, new CaseEvent.SeverityChanged(found.severity(), severity), delivery);
    });
  }

  /** Moves all reports into another open case of the same team. */
  public Optional<Notice> merge(
      CaseNumber number, Person member, CaseNumber into, Delivery delivery) {
    return act(number, member, delivery, found -> {
      Optional<Case> other = cases.find(into).filter(target -> Choices.joins(found, target));
      if (other.isEmpty()) {
        return new Decision.Say(new Notice.NoLongerOpen(into));
      }
      return admission
          .mineOrFree(found, member)
          .orElseGet(() -> merged(found, other.get(), member, delivery));
    });
  }

  private Decision merged(Case from, Case into, Person member, Delivery delivery) {
    List<Report> moved = cases.latestReports(from.number(), Integer.MAX_VALUE).stream()
        .map(report -> report.movedTo(into.number()))
        .toList();
    Case ended = from.at(new Stage.Merged(member, clock.instant(), into.number()));
    Case grown = into.withReports(into.reports() + moved.size()).restrictedLike(from);
    // Who worked on one of the two goes on with both.
    Case kept = grown.stage() instanceof Stage.Open && from.stage() instanceof Stage.Claimed
        ? grown.at(from.stage())
        : grown;
    List<Wanted> wanted = new ArrayList<>(changes.card(policies.current(), ended));
    wanted.addAll(changes.card(policies.current(), kept));
    wanted.add(Wanted.homesOfReporters(into.number()));
    if (!kept.restricted()) {
      // The receipt that each has already is edited, which disturbs nobody: its number is another
      // now, and others told us too.
      moved.stream().map(Wanted::receipt).forEach(wanted::add);
    }
    return new Decision.Store(new Change(
        List.of(ended, kept),
        moved,
        List.of(
            event(from.number(), member, new CaseEvent.MergedInto(into.number())),
            event(into.number(), member, new CaseEvent.Absorbed(from.number()))),
        List.of(),
        wanted,
        Optional.of(delivery),
        "done"));
  }

  /** Records that an approved reply was used. */
  public Optional<Notice> useReply(
      CaseNumber number, Person member, ReplyId reply, Delivery delivery) {
    return act(number, member, delivery, found -> {
      boolean known = changes.choices().replies(policies.current(), found).stream()
          .anyMatch(candidate -> candidate.id().equals(reply));
      if (!known) {
        return new Decision.Say(new Notice.NotFound());
      }
      return admission
          .mine(found, member)
          .orElseGet(() -> changes.store(found, member, new CaseEvent.ReplyUsed(reply), delivery));
    });
  }

  /** Asks everybody who reported the case. */
  public Optional<Notice> askReporter(
      CaseNumber number, Person member, String text, Delivery delivery) {
    return relay(number, member, Note.Kind.QUESTION, text, delivery);
  }

  /** Tells everybody who reported the case something. */
  public Optional<Notice> reply(CaseNumber number, Person member, String text, Delivery delivery) {
    return relay(number, member, Note.Kind.REPLY, text, delivery);
  }

  private Optional<Notice> relay(
      CaseNumber number, Person member, Note.Kind kind, String text, Delivery delivery) {
    if (text.isBlank() || text.length() > Report.MAX_TEXT) {
      return Optional.of(
          new Notice.Unclear(text.isBlank() ? "unclear.empty" : "unclear.text_too_long"));
    }
    Note note =
        new Note(ids.note(), number, kind, member, Optional.empty(), text.strip(), clock.instant());
    return act(
        number,
        member,
        delivery,
        found -> admission.mine(found, member).orElseGet(() -> {
          CaseEvent.What what = kind == Note.Kind.QUESTION
              ? new CaseEvent.ReporterAsked(note.id())
              : new CaseEvent.ReporterTold(note.id());
          List<Wanted> wanted = new ArrayList<>();
          wanted.add(Wanted.relayToAll(note));
          changes
              .cardChannel(policies.current(), found.team())
              .ifPresent(channel -> wanted.add(Wanted.teamNote(note, channel)));
          return changes.store(
              found, member, what, List.of(note), delivery, wanted.toArray(Wanted[]::new));
        }));
  }

  /**
   * A card was pressed by somebody of its team; if it is not the recorded one, it is a stray and will be replaced. What was decided on the
   * press stands, so a store that is down is only logged.
   */
  public void pressedOn(CaseNumber number, Person member, Channel channel, String remote) {
    try {
      replaceStray(number, member, channel, remote);
    } catch (StoreException e) {
      LOG.warn("Whether {} has a second card isn't known: {}", number, e.getMessage());
    }
  }

  /** Whether the message stands for another case than its button says: then somebody changed the button. */
  public boolean isOfAnother(CaseNumber number, Channel channel, String remote) {
    try {
      return cases.isOfAnother(number, channel, remote);
    } catch (StoreException e) {
      return false; // Nothing can be changed now anyway.
    }
  }

  private void replaceStray(CaseNumber number, Person member, Channel channel, String remote) {
    if (cases.isStray(number, channel, remote)
        && cases
            .find(number)
            .filter(found -> admission.notAllowed(found, member).isEmpty())
            .isPresent()) {
      cases.save(new Change(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(Wanted.strayCard(number, channel, remote)),
          Optional.empty(),
          ""));
    }
  }

  private Optional<Notice> act(
      CaseNumber number, Person member, Delivery delivery, Function<Case, Decision> decision) {
    return changes
        .decide(
            number,
            delivery,
            found -> admission
                .notAllowed(found, member)
                .or(() -> changes.erased(found))
                .<Decision>map(Decision.Say::new)
                .orElseGet(() -> decision.apply(found)))
        .map(said -> said instanceof Notice.NotFound ? admission.nothingFor(member) : said);
  }

  private Decision tooLate(Case found, Stage.Claimed claimed) {
    return new Decision.Say(new Notice.TooLate(
        found.number(),
        claimed.by(),
        claimed.at(),
        cases.oldestOpen(found.team()).flatMap(cases::find),
        readers.namesOf(List.of(claimed.by()))));
  }

  private CaseEvent event(CaseNumber number, Person by, CaseEvent.What what) {
    return new CaseEvent(number, clock.instant(), Optional.of(by), what);
  }
}
