package dev.instead.outbox;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.report.CaseNumber;
import dev.instead.report.ReportId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message whose wanted version was not delivered yet, taken from the queue to be sent.
 *
 * @param to never {@link Recipient.Reporters}: the queue holds one message for each
 * @param report the report that it is about, where it goes to a reporter
 * @param thread the message in whose thread it belongs
 * @param remote where it was posted; absent before that
 * @param attempts how often sending was begun, this time included
 * @param doubts how many earlier posts ended unknown: it may already be there, and as often
 * @param since when it was first wanted
 */
public record Due(
    MessageId id,
    MessageKind kind,
    Optional<CaseNumber> number,
    String subject,
    Recipient to,
    Optional<ReportId> report,
    Optional<Remote> thread,
    Optional<Remote> remote,
    int wanted,
    int attempts,
    int doubts,
    boolean danger,
    Instant since,
    String detail) {
  /** Whether it may already be there. */
  public boolean inDoubt() {
    return doubts > 0;
  }

  /** The same message; nothing of it is there. */
  Due undoubted() {
    return new Due(
        id,
        kind,
        number,
        subject,
        to,
        report,
        thread,
        remote,
        wanted,
        attempts,
        0,
        danger,
        since,
        detail);
  }

  /** The same message, found at {@code there}. */
  Due at(Remote there) {
    return new Due(
        id,
        kind,
        number,
        subject,
        to,
        report,
        thread,
        Optional.of(there),
        wanted,
        attempts,
        doubts,
        danger,
        since,
        detail);
  }
}
