package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.util.Optional;

/** What people write below a message that the bot sent them. */
public final class ThreadDesk {
  private final Cases cases;
  private final ReportDesk reports;

  public ThreadDesk(Cases cases, ReportDesk reports) {
    this.cases = cases;
    this.reports = reports;
  }

  /**
   * Takes words below a team's message as the reporter's answer to it; repeating a delivery repeats its answer.
   *
   * @param remoteId the platform's id of the message that they are written below
   * @return what {@link ReportDesk#answerTeam} says; empty when that message is no team's, and nothing was done
   */
  public Optional<Notice> answered(
      Person reporter, String remoteId, String text, Delivery delivery) {
    return cases
        .relayed(reporter, remoteId)
        .map(to -> reports.answerTeam(to.note(), to.report(), reporter, text, delivery));
  }
}
