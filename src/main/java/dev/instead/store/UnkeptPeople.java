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
  static final String FIND = """
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

  static final List<String> FORGET = List.of(
      "DELETE FROM message WHERE kind = 'home' AND person = ?",
      "DELETE FROM acquaintance WHERE person = ?",
      "DELETE FROM mailbox WHERE person = ?",
      "DELETE FROM same_person WHERE person = ?",
      "DELETE FROM same_person WHERE other = ?");

  static final String RENAME = "UPDATE person SET remote_id = ?, name = '' WHERE id = ?";

  /** Nobody else's write waits longer than these take. */
  private static final int AT_ONCE = 50;

  private UnkeptPeople() {}

  private record Newest(long event, long message) {}

  /** Forgets them, and says how many there were. */
  static int forget(Database database, Instant homesBefore, int limit) {
    Newest newest = database
        .readers()
        .readHot(
            sql -> sql.one(NEWEST, row -> new Newest(row.getLong("event"), row.getLong("message"))))
        .orElseThrow();
    List<Long> found = database.readAtLeisure(
        sql -> sql.list(FIND, row -> row.getLong(1), homesBefore.toEpochMilli(), limit));
    int forgotten = 0;
    for (int from = 0; from < found.size(); from += AT_ONCE) {
      List<Long> some = found.subList(from, Math.min(from + AT_ONCE, found.size()));
      forgotten += database.writer().write(sql -> forget(sql, some, newest));
    }
    return forgotten;
  }

  private static int forget(Statements sql, List<Long> people, Newest newest) throws SQLException {
    sql.alone(Statements.Alone.LINKING_PEOPLE);
    int forgotten = 0;
    for (long person : people) {
      forgotten += forget(sql, person, newest);
    }
    return forgotten;
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
