package dev.instead.store;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Wanted;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Queue;
import dev.instead.outbox.Remote;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages that should exist, in a database. */
public final class JdbiQueue implements Queue {
  private static final String NEXT_AFTER = """
      SELECT MIN(at) AS at FROM (
        SELECT MIN(due_at) AS at FROM message WHERE state = 'due' AND delivered < wanted AND due_at > ?
        UNION ALL
        SELECT MIN(lent_until) AS at FROM message WHERE lent_until IS NOT NULL AND lent_until > ?) AS soon
      """;

  private static final String DELIVERED = """
      UPDATE message SET delivered = CASE WHEN delivered < ? THEN ? ELSE delivered END, remote_conversation = ?, remote_id = ?,
        state = 'due', due_at = ?, lent_until = NULL, attempts = 0, in_doubt = 0, unreached = 0, error = ''
      WHERE id = ?
      """;

  private static final String SUPERSEDED = """
      UPDATE message SET delivered = CASE WHEN delivered < ? THEN ? ELSE delivered END, state = 'due', due_at = ?, lent_until = NULL,
        attempts = 0, unreached = 0, error = ''
      WHERE id = ?
      """;

  private static final String LATER = """
      UPDATE message SET due_at = ?, error = ?, in_doubt = ?, lent_until = NULL,
        attempts = CASE WHEN attempts > 0 THEN attempts - ? ELSE 0 END
      WHERE id = ?
      """;

  private static final String GONE = """
      UPDATE message SET remote_conversation = NULL, remote_id = NULL, delivered = 0, in_doubt = 0, due_at = ?, lent_until = NULL
      WHERE id = ?
      """;

  private static final String GIVE_UP = """
      UPDATE message SET state = 'given_up', error = ?, due_at = ?, unreached = ?, lent_until = NULL WHERE id = ?
      """;

  static final String UNREACHED = """
      SELECT 1 FROM message WHERE unreached = 1 AND state = 'given_up' AND conversation = ? AND platform = ? AND workspace = ? LIMIT 1
      """;

  // Due since it was wanted, so that it goes before what was said there since.
  static final String REACHED = """
      UPDATE message SET state = 'due', due_at = wanted_at, attempts = 0, in_doubt = CASE WHEN in_doubt > 1 THEN 1 ELSE in_doubt END
      WHERE unreached = 1 AND state = 'given_up' AND conversation = ? AND platform = ? AND workspace = ?
      """;

  private static final String END_LEASES = """
      UPDATE message SET in_doubt = in_doubt + 1, lent_until = NULL WHERE lent_until IS NOT NULL
      """;

  static final String RETRY_ALL = """
      UPDATE message SET state = 'due', due_at = ?, attempts = 0, in_doubt = CASE WHEN in_doubt > 1 THEN 1 ELSE in_doubt END WHERE state = 'given_up'
      """;

  private static final String BACKLOG = """
      SELECT
        COUNT(CASE WHEN urgency - 100 * danger <= :hurry THEN 1 END) AS hurried,
        COUNT(CASE WHEN urgency - 100 * danger > :hurry THEN 1 END) AS patient,
        MIN(CASE WHEN urgency - 100 * danger <= :hurry AND due_at <= :now THEN due_at END) AS oldest_hurried,
        MIN(CASE WHEN urgency - 100 * danger > :hurry AND due_at <= :now THEN due_at END) AS oldest_patient,
        (SELECT COUNT(*) FROM message WHERE state = 'given_up') AS given_up
      FROM message WHERE state = 'due' AND delivered < wanted
      """;

  private static final String STUCK = """
      SELECT id, kind, case_number, error, due_at FROM message WHERE state = 'given_up' ORDER BY due_at DESC, seq DESC LIMIT :limit
      """;

  private final Database database;
  private final Taking taking;

  public JdbiQueue(Database database) {
    this.database = database;
    this.taking = new Taking(database);
  }

  @Override
  public List<Due> take(
      Instant now,
      Platform platform,
      int limit,
      Duration lease,
      Collection<String> except,
      int leastUrgent) {
    return taking.take(now, platform, limit, lease, except, leastUrgent);
  }

  @Override
  public Optional<Instant> nextAfter(Instant now) {
    long at = now.toEpochMilli();
    return database
        .readers()
        .readHot(sql -> sql.one(
            NEXT_AFTER, row -> Optional.ofNullable(Statements.longOrNull(row, "at")), at, at))
        .flatMap(next -> next)
        .map(Instant::ofEpochMilli);
  }

  @Override
  public void delivered(MessageId id, int version, Remote remote, Instant now) {
    long at = now.toEpochMilli();
    database.writer().record(sql -> {
      sql.update(Messages.RAISE_STAND_INS, at, id.value(), id.value());
      return sql.update(
          DELIVERED, version, version, remote.conversation(), remote.id(), at, id.value());
    });
  }

  @Override
  public void superseded(MessageId id, int version, Instant now) {
    update(SUPERSEDED, version, version, now.toEpochMilli(), id.value());
  }

  @Override
  public void later(MessageId id, Instant at, String error, int doubts, boolean counted) {
    update(LATER, at.toEpochMilli(), error, doubts, counted ? 0 : 1, id.value());
  }

  @Override
  public void putBack(Map<Due, Instant> until) {
    database.writer().record(sql -> {
      for (Map.Entry<Due, Instant> each : until.entrySet()) {
        Due due = each.getKey();
        long at = each.getValue().toEpochMilli();
        sql.update(LATER, at, "", due.doubts(), 1, due.id().value());
      }
      return true;
    });
  }

  @Override
  public void gone(MessageId id, Instant now) {
    update(GONE, now.toEpochMilli(), id.value());
  }

  @Override
  public void giveUp(MessageId id, String error, Instant now) {
    giveUp(id, error, now, false);
  }

  @Override
  public void unreachable(MessageId id, String error, Instant now) {
    giveUp(id, error, now, true);
  }

  @Override
  public int reached(Channel conversation) {
    @Nullable
    Object[] there = {conversation.id(), conversation.platform().code(), conversation.workspace()};
    // Mostly nothing waits for it.
    boolean any = database
        .readers()
        .readHot(sql -> sql.one(UNREACHED, row -> true, there))
        .isPresent();
    return any ? database.writer().write(sql -> sql.update(REACHED, there)) : 0;
  }

  private void giveUp(MessageId id, String error, Instant now, boolean unreached) {
    database.writer().record(sql -> {
      sql.update(GIVE_UP, error, now.toEpochMilli(), unreached, id.value());
      return sql.update(Messages.RAISE_CARDS_BESIDE, now.toEpochMilli(), id.value());
    });
  }

  @Override
  public void want(List<Wanted> wanted, Instant now) {
    database.writer().write(sql -> {
      Messages.want(sql, wanted, now);
      return true;
    });
  }

  @Override
  public void endLeases(Instant now) {
    update(END_LEASES);
  }

  @Override
  public Backlog backlog(Instant now) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(BACKLOG)
            .bind("now", now.toEpochMilli())
            .bind("hurry", MessageKind.LEAST_URGENT_IN_A_HURRY)
            .map((row, context) -> backlog(row))
            .one());
  }

  @Override
  public List<Stuck> stuck(int limit) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(STUCK)
            .bind("limit", limit)
            .map((row, context) -> stuck(row))
            .list());
  }

  @Override
  public void retryAll(Instant now) {
    update(RETRY_ALL, now.toEpochMilli());
  }

  private void update(String statement, @Nullable Object... values) {
    database.writer().record(sql -> sql.update(statement, values));
  }

  private static Backlog backlog(ResultSet row) throws SQLException {
    return new Backlog(waiting(row, "hurried"), waiting(row, "patient"), row.getInt("given_up"));
  }

  private static Waiting waiting(ResultSet row, String which) throws SQLException {
    return new Waiting(
        row.getInt(which),
        Optional.ofNullable(Statements.longOrNull(row, "oldest_" + which))
            .map(Instant::ofEpochMilli));
  }

  private static Stuck stuck(ResultSet row) throws SQLException {
    String number = row.getString("case_number");
    return new Stuck(
        new MessageId(row.getString("id")),
        row.getString("kind"),
        number.isEmpty() ? Optional.empty() : Optional.of(number),
        row.getString("error"),
        Instant.ofEpochMilli(row.getLong("due_at")));
  }
}
