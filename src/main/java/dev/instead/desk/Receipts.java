package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Contact;
import dev.instead.policy.Policy;
import dev.instead.policy.Reply;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.Team;
import dev.instead.report.Case;
import dev.instead.report.Report;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reporter is told about their report: the same in the answer and in the direct message that repeats it. */
public final class Receipts {
  private final Readers readers;
  private final Clock clock;

  public Receipts(Readers readers, Clock clock) {
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * What to tell the author of {@code report}.
   *
   * @param meant the situation that the author told of; where it is dangerous, help comes first, whatever the case was opened as
   */
  public Notice of(Policy policy, Case about, Report report, Reader reader, SituationId meant) {
    Situation situation = policy.situation(about.situation());
    List<Contact> told = emergency(policy, policy.situation(meant));
    List<Contact> emergency = told.isEmpty() ? emergency(policy, situation) : told;
    if (report.joined() && about.restricted()) {
      return new Notice.Thanks(told);
    }
    Team team = policy.teamOrHeir(about.team());
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    boolean mayAnswer = readers.mayAnswer(policy, situation, report.reporter(), today);
    List<Reply> replies = mayAnswer
        ? situation.replies().stream().filter(reply -> reply.servedOn(today)).toList()
        : List.of();
    return new Notice.Receipt(
        about,
        report,
        report.joined(),
        situation,
        team,
        mayAnswer,
        replies,
        policy.served(situation.advice().resources(), today),
        emergency,
        opens(team),
        reader.greeting(),
        owners(about));
  }

  static List<Contact> emergency(Policy policy, Situation situation) {
    return situation.danger() ? policy.emergency() : List.of();
  }

  /** Whether the report's author may know of its case at all: who merely joined a restricted one may not. */
  static boolean mayKnow(Case about, Report report) {
    return !(about.restricted() && report.joined());
  }

  private Optional<Instant> opens(Team team) {
    Instant now = clock.instant();
    return team.hours().filter(hours -> !hours.open(now)).map(hours -> hours.nextOpen(now));
  }

  private Map<Person, String> owners(Case about) {
    return about.owner().map(owner -> readers.namesOf(List.of(owner))).orElse(Map.of());
  }
}
