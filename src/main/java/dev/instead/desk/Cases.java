package dev.instead.desk;

import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of cases, reports, notes and events. What {@link #save} and {@link #join} return true or a case for is on disk. Any method
 * throws {@link StoreException} when the store can't be used in time; then nothing of the change is stored.
 */
public interface Cases {
  Optional<Case> find(CaseNumber number);

  /** The open case of a post, by {@link dev.instead.report.Link#key()}; there is at most one. */
  Optional<Case> openCaseOf(String linkKey);

  Optional<Report> report(ReportId id);

  /** When the people and words of a case were erased; empty while they weren't. */
  Optional<Instant> erased(CaseNumber number);

  /** The person's report of a case, unless withdrawn. */
  Optional<Report> reportBy(CaseNumber number, Person reporter);

  /** The newest reports of a case that were not withdrawn, newest first. */
  List<Report> latestReports(CaseNumber number, int limit);

  Optional<Note> note(NoteId id);

  /** Oldest first. */
  List<Note> notes(CaseNumber number);

  /** Oldest first. */
  List<CaseEvent> events(CaseNumber number);

  /** The person's own reports with their cases, newest first, withdrawn ones left out. */
  List<Filed> filedBy(Person reporter, int limit);

  /** The team's oldest unclaimed case. */
  Optional<CaseNumber> oldestOpen(TeamId team);

  /** The team's cases that are neither resolved, merged nor withdrawn, oldest first. */
  List<Case> openCases(TeamId team, int limit);

  /** Whether a card of the case was recorded in this channel, and it is another one than {@code remote}. */
  boolean isStray(CaseNumber number, Channel channel, String remote);

  /** Whether {@code remote} in this channel is recorded as a message about another case. */
  boolean isOfAnother(CaseNumber number, Channel channel, String remote);

  /** Whether the case's card stands in this conversation and can be kept up to date there. */
  boolean hasCard(CaseNumber number, String conversation);

  /** How many reporters of the case could not be sent what they were to be told. */
  int unreached(CaseNumber number);

  /** The team's message that this person got under {@code remoteId}, their platform's id of it. */
  Optional<Relayed> relayed(Person reporter, String remoteId);

  /** What was answered to a delivery that had an effect. */
  Optional<String> answerTo(Delivery delivery);

  /**
   * Stores a decision.
   *
   * @return false when somebody was quicker: a case has another version by now, its number or its post's open case is taken, or the
   *     delivery was answered meanwhile. Then nothing is stored: look again, decide again
   */
  boolean save(Change change);

  /**
   * Adds a report to its case, whatever the version, as long as the case is open.
   *
   * @return the case with this report counted; empty when it is not open any more or the delivery was answered meanwhile, and nothing is
   *     stored
   */
  Optional<Case> join(Joining joining);

  /** A report beside its case. */
  record Filed(Report report, Case about) {}

  /** A team's note to a reporter, and the report that they got it for. */
  record Relayed(NoteId note, ReportId report) {}
}
