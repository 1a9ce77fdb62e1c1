package dev.instead.store;

import dev.instead.people.Person;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People of whom nothing is kept any more. Finding them reads whole tables, once a day and beside whoever writes: an index for it would
 * make every report dearer.
 */
final class UnkeptPeople {
  // An account whose person is known by the other one stays with it.
  private static final String FIND = """
      SELECT id FROM person WHERE remote_id NOT LIKE 'former:%'
      EXCEPT SELECT person FROM report
      EXCEPT SELECT person FROM note
      EXCEPT SELECT person FROM event WHERE person IS NOT NULL
      EXCEPT SELECT stage_by FROM cases WHERE stage_by IS NOT NULL
      EXCEPT SELECT person FROM proposal
      EXCEPT SELECT settled_by FROM proposal WHERE settled_by IS NOT NULL
      EXCEPT SELECT person FROM acquaintance WHERE reachable = 1
      EXCEPT SELECT person FROM message WHERE person IS NOT NULL AND (kind <> 'home' OR wanted_at >= ?)
      EXCEPT SELECT s.person FROM same_person s JOIN report r ON r.person = s.other
      LIMIT ?
      """;

  private static final String NEWEST = """
      SELECT (SELECT COALESCE(MAX(seq), 0) FROM event) AS event, (SELECT COALESCE(MAX(seq), 0) FROM message) AS message
      """;

  // Somebody may have come back meanwhile.
  private static final String BACK = """
      SELECT 1 FROM report WHERE person = ?
      UNION ALL SELECT 1 FROM event WHERE seq > ? AND person = ?
      UNION ALL SELECT 1 FROM message WHERE seq > ? AND person = ?
      """;

  private static final List<String> FORGET = List.of(
      "DELETE FROM message WHERE kind = 'home' AND person = ?",
      "DELETE FROM acquaintance WHERE person = ?",
      "DELETE FROM mailbox WHERE person = ?",
      "DELETE FROM same_person WHERE person = ?",
      "DELETE FROM same_person WHERE other = ?");

  static final String RENAME = "UPDATE person SET remote_id = ?, name = '' WHERE id = ?";

  private UnkeptPeople() {}

  private record Newest(long event, long message) {}

  /** Forgets them, and says how many there were. */
  static int forget(Database database, Instant homesBefore, int limit) {
    Newest newest = database
        .readers()
        .readHot(
            sql -> sql.one(NEWEST, row -> new Newest(row.getLong("event"), row.getLong("message"))))
        .orElseThrow();
    List<Long> found = find(database, homesBefore, limit);
    return found.isEmpty()
        ? 0
        : database.writer().write(sql -> {
          sql.alone(Statements.Alone.LINKING_PEOPLE);
          int forgotten = 0;
          for (long person : found) {
            forgotten += forget(sql, person, newest);
          }
          return forgotten;
        });
  }

  private static List<Long> find(Database database, Instant homesBefore, int limit) {
    Writer.Work<List<Long>> find =
        sql -> sql.list(FIND, row -> row.getLong(1), homesBefore.toEpochMilli(), limit);
    return database.dialect() == Dialect.SQLITE
        ? database.readers().readHot(find)
        : database.writer().write(sql -> {
          // Nobody waits for it, so it may take longer than an answer.
          sql.update("SET LOCAL statement_timeout = '60s'");
          return find.run(sql);
        });
  }

  private static int forget(Statements sql, long person, Newest newest) throws SQLException {
    if (sql.one(BACK, row -> true, person, newest.event(), person, newest.message(), person)
        .isPresent()) {
      return 0;
    }
    for (String forget : FORGET) {
      sql.update(forget, person);
    }
    return sql.update(RENAME, Person.FORMER + UUID.randomUUID(), person);
  }
}
