package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.SituationId;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Optional;

/** What a reporter can do. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ReportDesk {
  /** Files a report: opens a case, or joins the open case of the same post. A repeated delivery gets the same answer.
   *
   * @return {@link Notice.Receipt}, {@link Notice.Thanks}, {@link Notice.Refused}, {@link Notice.ProtectedRight}, {@link Notice.Unclear} (link or text can't be taken; nothing stored) or {@link Notice.NotStored} */
  public Notice file(Filing filing, Delivery delivery) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** The form, with what is known already; redrawn when the person chooses another situation. */
  public Opening form(Person reporter, String link, String text, Optional<SituationId> chosen) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** The form to add to one's own report. */
  public Opening detailsForm(ReportId report, Person reporter) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** Adds to one's own report; the team reads it under the card. */
  public Notice addDetails(ReportId report, Person reporter, String text, Delivery delivery) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** Takes one's own report back; a case that nobody else reported and nobody claimed ends with it. */
  public Notice withdraw(ReportId report, Person reporter, Delivery delivery) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** The form to answer the team's question. */
  public Opening answerForm(NoteId question, ReportId report, Person reporter) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** A reporter's answer to the team. */
  public Notice answerTeam(
      NoteId question, ReportId report, Person reporter, String text, Delivery delivery) {
    throw new UnsupportedOperationException("ReportDesk");
  }

  /** A reporter says that a resolved case isn't; it is opened again under its number. */
  public Notice notSolved(ReportId report, Person reporter, Delivery delivery) {
    throw new UnsupportedOperationException("ReportDesk");
  }
}
