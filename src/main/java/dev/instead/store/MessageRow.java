package dev.instead.store;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Remote;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.CaseNumber;
import dev.instead.report.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code message} as it is taken to be sent, beside its person and the card in whose thread it belongs. */
record MessageRow(
    long seq,
    String id,
    String number,
    String kind,
    String subject,
    @Nullable Channel channel,
    @Nullable Person person,
    @Nullable String report,
    @Nullable Remote thread,
    @Nullable Remote remote,
    int wanted,
    int attempts,
    int doubts,
    boolean danger,
    long wantedAt,
    String detail) {
  /** From {@code message m LEFT JOIN person p ON p.id = m.person LEFT JOIN message t} (the card). */
  static final String COLUMNS = """
      m.seq, m.id, m.case_number, m.kind, m.subject, m.platform, m.workspace, m.conversation, m.report, m.remote_conversation, m.remote_id,
      m.wanted, m.attempts, m.in_doubt, m.lent_until, m.danger, m.urgency - 100 * m.danger AS rank, m.due_at, m.wanted_at, m.detail,
      p.platform AS person_platform, p.workspace AS person_workspace, p.remote_id AS person,
      t.remote_conversation AS thread_conversation, t.remote_id AS thread_id
      """;

  static MessageRow of(ResultSet row) throws SQLException {
    boolean lentBefore = Statements.longOrNull(row, "lent_until") != null;
    return new MessageRow(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("case_number"),
        row.getString("kind"),
        row.getString("subject"),
        channel(row),
        People.orNull(row, "person_platform", "person_workspace", "person"),
        row.getString("report"),
        remote(row, "thread_conversation", "thread_id"),
        remote(row, "remote_conversation", "remote_id"),
        row.getInt("wanted"),
        row.getInt("attempts"),
        row.getInt("in_doubt") + (lentBefore ? 1 : 0),
        row.getInt("danger") == 1,
        row.getLong("wanted_at"),
        row.getString("detail"));
  }

  Due toDue() {
    return new Due(
        new MessageId(id),
        MessageKind.ofCode(kind),
        number.isEmpty() ? Optional.empty() : Optional.of(new CaseNumber(number)),
        subject,
        recipient(),
        Optional.ofNullable(report).map(ReportId::new),
        Optional.ofNullable(thread),
        Optional.ofNullable(remote),
        wanted,
        attempts + 1,
        doubts,
        danger,
        Instant.ofEpochMilli(wantedAt),
        detail);
  }

  private Recipient recipient() {
    if (channel != null) {
      return new Recipient.InChannel(channel);
    }
    if (person != null) {
      return new Recipient.InPrivate(person);
    }
    throw new IllegalStateException("Message " + id + " has nobody to go to");
  }

  private static @Nullable Channel channel(ResultSet row) throws SQLException {
    String id = row.getString("conversation");
    return id == null
        ? null
        : new Channel(Platform.ofCode(row.getString("platform")), row.getString("workspace"), id);
  }

  private static @Nullable Remote remote(ResultSet row, String conversation, String id)
      throws SQLException {
    String remote = row.getString(id);
    return remote == null ? null : new Remote(row.getString(conversation), remote);
  }
}
