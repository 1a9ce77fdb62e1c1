package dev.instead.report;

import dev.instead.people.Person;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The reports of one post together, as they stand now; changing it makes a new value.
 *
 * @param link the post; absent when it was only described
 * @param restricted only the routed team may know that it exists
 * @param language the language of its first reporter
 * @param reports how many people reported it and did not withdraw
 * @param due when somebody should have taken it
 * @param policyVersion the policy under which it was last routed
 * @param version counts its stored changes; 0 before it is stored
 * @param turn counts how often its stage or its team changed: a card that was drawn in an earlier turn shows buttons for what is past
 */
public record Case(
    CaseNumber number,
    Kind kind,
    SituationId situation,
    TeamId team,
    Severity severity,
    Stage stage,
    Optional<Link> link,
    boolean restricted,
    Locale language,
    int reports,
    Instant openedAt,
    Optional<Instant> due,
    String policyVersion,
    int version,
    int turn) {
  /** What a case is about. */
  public enum Kind {
    /** A conflict or a customer in trouble. */
    REPORT("report"),
    /** A question that no approved answer fits. */
    QUESTION("question");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Kind ofCode(String code) {
      return code.equals(QUESTION.code) ? QUESTION : REPORT;
    }
  }

  /** Whether anybody may still work on it; a claimed case is open too. */
  public boolean isOpen() {
    return stage instanceof Stage.Open || stage instanceof Stage.Claimed;
  }

  public Optional<Person> owner() {
    return stage instanceof Stage.Claimed claimed ? Optional.of(claimed.by()) : Optional.empty();
  }

  public Case at(Stage next) {
    return changed(
        team, severity, next, restricted, reports, due, policyVersion, version, turn + 1);
  }

  /** In another team's hands, unclaimed; its age stays. */
  public Case handedTo(TeamId next, Optional<Instant> nextDue, String policy) {
    return changed(
        next, severity, new Stage.Open(), restricted, reports, nextDue, policy, version, turn + 1);
  }

  public Case of(Severity next, Optional<Instant> nextDue) {
    return changed(team, next, stage, restricted, reports, nextDue, policyVersion, version, turn);
  }

  public Case withReports(int count) {
    return changed(team, severity, stage, restricted, count, due, policyVersion, version, turn);
  }

  /** At least as confidential as {@code other}, whose reports come into this case. */
  public Case restrictedLike(Case other) {
    boolean either = restricted || other.restricted();
    return changed(team, severity, stage, either, reports, due, policyVersion, version, turn);
  }

  /** As the store has it after its next save. */
  public Case saved() {
    return changed(
        team, severity, stage, restricted, reports, due, policyVersion, version + 1, turn);
  }

  /** The rest never changes. */
  private Case changed(
      TeamId nextTeam,
      Severity nextSeverity,
      Stage nextStage,
      boolean nextRestricted,
      int nextReports,
      Optional<Instant> nextDue,
      String nextPolicy,
      int nextVersion,
      int nextTurn) {
    return new Case(
        number,
        kind,
        situation,
        nextTeam,
        nextSeverity,
        nextStage,
        link,
        nextRestricted,
        language,
        nextReports,
        openedAt,
        nextDue,
        nextPolicy,
        nextVersion,
        nextTurn);
  }
}
