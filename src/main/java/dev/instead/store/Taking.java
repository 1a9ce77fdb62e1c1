package dev.instead.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.outbox.Due;
import dev.instead.people.Platform;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes the messages that are due. Where several nodes take, they do so one after the other for each platform, which costs a few
 * milliseconds, and none takes from a conversation while something of it is lent to another: so each conversation hears things in order, whoever
 * says them.
 */
final class Taking {
  private static final String WAITING = "m.state = 'due' AND m.delivered < m.wanted";

  // Danger before everything; written as the indexes have it.
  private static final String FIRST =
      " ORDER BY m.urgency - 100 * m.danger, m.due_at, m.seq LIMIT ?";

  private static final String MAY_GO = "WHERE " + WAITING + """
           AND m.due_at <= ? AND (m.lent_until IS NULL OR m.lent_until <= ?) AND m.urgency - 100 * m.danger <= ?
      """;

  /** The conversations in which something waits, each found in one step however much waits there. */
  private static final String LANES = """
      WITH RECURSIVE lane (name) AS (
        SELECT MIN(m.conversation) FROM message m WHERE m.conversation IS NOT NULL AND %1$s
        UNION ALL
        SELECT (SELECT MIN(m.conversation) FROM message m WHERE m.conversation > lane.name AND %1$s)
        FROM lane WHERE lane.name IS NOT NULL)
      """.formatted(WAITING);

  private static final String LISTED = "(SELECT value FROM json_each(?))";
  private static final String LISTED_POSTGRES =
      "(SELECT json_array_elements_text(CAST(? AS json)))";

  // A note goes below its card once the card is there, or never will be.
  private static final String IN_CHANNELS = "SELECT " + MessageRow.COLUMNS + """
          FROM lane JOIN message m ON m.conversation = lane.name
          LEFT JOIN person p ON p.id = m.person
          LEFT JOIN message t ON t.case_number = m.case_number AND t.kind = 'team_card' AND t.subject = m.conversation
            AND m.case_number <> '' AND m.kind NOT IN ('team_card', 'stray_card')
      """ + MAY_GO + """
            AND m.platform = ? AND lane.name NOT IN %s
            AND (t.id IS NULL OR t.remote_id IS NOT NULL OR t.state = 'given_up')
      """;

  // To one person about one case in the order in which it was wanted. No message has the number 0:
  // what is said in private stands below no
  // card. Joined on FALSE, SQLite would read all messages for each row; and CROSS keeps it from
  // beginning with all people.
  private static final String IN_PRIVATE = "SELECT " + MessageRow.COLUMNS + """
          FROM message m
          CROSS JOIN person p
          LEFT JOIN message t ON t.seq = 0
      """ + MAY_GO + """
            AND m.person IS NOT NULL AND p.id = m.person AND p.platform = ? AND p.remote_id NOT IN %s
            AND (m.case_number = '' OR NOT EXISTS (
              SELECT 1 FROM message e
              WHERE e.state = 'due' AND e.delivered < e.wanted AND e.person IS NOT NULL AND e.person = m.person
                AND e.case_number = m.case_number AND e.seq < m.seq))
      """;

  // A node that serves a conversation holds all of it; what it is busy with it knows itself.
  private static final String FREE_CHANNEL = """
        AND NOT EXISTS (SELECT 1 FROM message h WHERE h.conversation = lane.name AND h.conversation IS NOT NULL
          AND h.lent_until IS NOT NULL AND h.lent_until > ? AND h.lent_to IS DISTINCT FROM ?)
      """;
  private static final String FREE_PERSON = """
        AND NOT EXISTS (SELECT 1 FROM message h WHERE h.person = m.person AND h.person IS NOT NULL
          AND h.lent_until IS NOT NULL AND h.lent_until > ? AND h.lent_to IS DISTINCT FROM ?)
      """;

  private static final String DUE =
      LANES + "SELECT * FROM (" + IN_CHANNELS.formatted(LISTED) + FIRST
          + ") UNION ALL SELECT * FROM (" + IN_PRIVATE.formatted(LISTED) + FIRST
          + ") ORDER BY rank, due_at, seq LIMIT ?";

  private static final String DUE_POSTGRES =
      LANES + "SELECT * FROM (" + IN_CHANNELS.formatted(LISTED_POSTGRES) + FREE_CHANNEL + FIRST
          + ") AS c UNION ALL SELECT * FROM (" + IN_PRIVATE.formatted(LISTED_POSTGRES)
          + FREE_PERSON + FIRST + ") AS p ORDER BY rank, due_at, seq LIMIT ?";

  private static final String LEND = """
      UPDATE message SET in_doubt = CASE WHEN lent_until IS NULL THEN in_doubt ELSE in_doubt + 1 END, lent_until = ?, attempts = attempts + 1
      WHERE seq = ?
      """;

  // Whoever wants it anew at this moment is not waited for: it will be due in the next round.
  private static final String LEND_POSTGRES = """
      UPDATE message SET in_doubt = CASE WHEN lent_until IS NULL THEN in_doubt ELSE in_doubt + 1 END, lent_until = ?, attempts = attempts + 1,
        lent_to = ?
      WHERE seq = (SELECT m.seq FROM message m WHERE m.seq = ? AND m.state = 'due' AND m.delivered < m.wanted
        AND (m.lent_until IS NULL OR m.lent_until <= ?) FOR UPDATE SKIP LOCKED)
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  Taking(Database database) {
    this.database = database;
  }

  List<Due> take(
      Instant now,
      Platform platform,
      int limit,
      Duration lease,
      Collection<String> except,
      int leastUrgent) {
    long at = now.toEpochMilli();
    String waiting = json(except);
    Object[] one = {at, at, leastUrgent, platform.code(), waiting};
    Object[] values = database
        .nodes()
        .map(nodes -> values(one, at, nodes.id(), limit))
        .orElseGet(() -> values(one, limit));
    Writer.Work<List<MessageRow>> look =
        sql -> sql.list(sql.dialect().of(DUE, DUE_POSTGRES), MessageRow::of, values);
    // Mostly nothing may go yet; finding that out must not keep the writer from storing reports.
    if (database.readers().readHot(look).isEmpty()) {
      return List.of();
    }
    long until = now.plus(lease).toEpochMilli();
    List<MessageRow> taken = database
        .nodes()
        .map(nodes -> shared(platform, look, nodes.id(), until, at))
        .orElseGet(() -> alone(look, until));
    return taken.stream().map(MessageRow::toDue).toList();
  }

  private List<MessageRow> alone(Writer.Work<List<MessageRow>> look, long until) {
    return database.writer().write(sql -> {
      List<MessageRow> due = look.run(sql);
      for (MessageRow row : due) {
        sql.update(LEND, until, row.seq());
      }
      return due;
    });
  }

  private List<MessageRow> shared(
      Platform platform, Writer.Work<List<MessageRow>> look, String node, long until, long now) {
    return database.writer().write(sql -> {
      sql.alone(turn(platform));
      return lend(sql, look.run(sql), node, until, now);
    });
  }

  private static List<MessageRow> lend(
      Statements sql, List<MessageRow> due, String node, long until, long now) throws SQLException {
    List<MessageRow> lent = new ArrayList<>();
    for (MessageRow row : due) {
      if (sql.update(LEND_POSTGRES, until, node, row.seq(), now) > 0) {
        lent.add(row);
      }
    }
    return lent;
  }

  private static Statements.Alone turn(Platform platform) {
    return switch (platform) {
      case SLACK -> Statements.Alone.TAKING_FOR_SLACK;
      case TEAMS -> Statements.Alone.TAKING_FOR_TEAMS;
    };
  }

  /** Both halves of the query take the same, and then comes how many there may be in all. */
  private static Object[] values(Object[] half, Object... rest) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      values.addAll(List.of(half));
      values.addAll(List.of(rest));
    }
    values.add(rest[rest.length - 1]);
    return values.toArray();
  }

  private static String json(Collection<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("Texts can be written as JSON", impossible);
    }
  }
}
