package dev.instead.desk;

import dev.instead.notice.Wanted;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.Note;
import dev.instead.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * One decision: what a use case wants stored, all of it or nothing.
 *
 * @param cases as they shall be; each carries the version that it was read with, 0 for a new one
 * @param reports new ones, and old ones that were withdrawn or moved
 * @param delivery what asked for it; recorded with {@code answer} so that a repeat gets the same answer
 * @param answer how the use case recognises its answer; no words of people
 */
public record Change(
    List<Case> cases,
    List<Report> reports,
    List<CaseEvent> events,
    List<Note> notes,
    List<Wanted> wanted,
    Optional<Delivery> delivery,
    String answer) {
  public Change {
    cases = List.copyOf(cases);
    reports = List.copyOf(reports);
    events = List.copyOf(events);
    notes = List.copyOf(notes);
    wanted = List.copyOf(wanted);
  }
}
