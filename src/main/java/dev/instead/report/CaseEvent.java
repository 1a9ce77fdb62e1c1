package dev.instead.report;

import dev.instead.people.Person;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened to a case, in the past tense. Stored forever and never changed, so it holds no words of people, only ids.
 *
 * @param by absent when nobody did it, e.g. a timer
 */
public record CaseEvent(CaseNumber number, Instant at, Optional<Person> by, What what) {
  /** What happened. */
  public sealed interface What {}

  public record Opened(SituationId situation, TeamId team, Severity severity) implements What {}

  public record Joined(ReportId report) implements What {}

  public record DetailsAdded(NoteId note) implements What {}

  public record ReportWithdrawn(ReportId report) implements What {}

  public record Claimed() implements What {}

  public record Released() implements What {}

  public record HandedOver(TeamId from, TeamId to) implements What {}

  public record SeverityChanged(Severity from, Severity to) implements What {}

  /** This case ended in another. */
  public record MergedInto(CaseNumber other) implements What {}

  /** Another case ended in this one. */
  public record Absorbed(CaseNumber other) implements What {}

  public record ReplyUsed(ReplyId reply) implements What {}

  public record ReporterAsked(NoteId note) implements What {}

  public record ReporterTold(NoteId note) implements What {}

  public record ReporterAnswered(NoteId note) implements What {}

  public record Resolved(Outcome outcome) implements What {}

  public record Reopened() implements What {}
}
