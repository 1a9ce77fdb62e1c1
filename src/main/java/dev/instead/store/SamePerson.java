package dev.instead.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links accounts that share a mailbox, inside the writer's transaction, and sets right what counts people. */
final class SamePerson {
  private static final String FORGET_MAILBOXES = "DELETE FROM mailbox WHERE person = ?";

  private static final String ADD_MAILBOX = "INSERT INTO mailbox (digest, person) VALUES (?, ?)";

  // Whoever shares a mailbox with the person, on whichever platform, and the person.
  private static final String SHARING = """
      SELECT DISTINCT n.person FROM mailbox m JOIN mailbox n ON n.digest = m.digest WHERE m.person = ?
      """;

  // A second one of them would make it doubtful whose the mailbox is.
  private static final String PARTNERS = """
      SELECT DISTINCT n.person
      FROM person p JOIN mailbox m ON m.person = p.id JOIN mailbox n ON n.digest = m.digest JOIN person q ON q.id = n.person
      WHERE p.id = ? AND q.platform <> p.platform LIMIT 2
      """;

  private static final String OTHER = "SELECT other FROM same_person WHERE person = ?";

  private static final String UNLINK = "DELETE FROM same_person WHERE person = ? OR other = ?";

  private static final String LINK = "INSERT INTO same_person (person, other) VALUES (?, ?)";

  private static final List<String> FORGET_ALL =
      List.of("DELETE FROM same_person", "DELETE FROM mailbox", "DELETE FROM mailbox_key");

  private static final String OPEN_CASES_OF = """
      SELECT DISTINCT c.number FROM report r JOIN cases c ON c.number = r.case_number
      WHERE r.person = ? AND r.withdrawn = 0 AND c.stage IN ('open', 'claimed')
      """;

  private SamePerson() {}

  /** Whether anybody was linked or unlinked. */
  static boolean told(Statements sql, long person, Set<String> digests, Instant now)
      throws SQLException {
    sql.alone(Statements.Alone.LINKING_PEOPLE);
    Set<Long> touched = new HashSet<>(sharing(sql, person));
    sql.update(FORGET_MAILBOXES, person);
    for (String digest : digests) {
      sql.update(ADD_MAILBOX, digest, person);
    }
    touched.addAll(sharing(sql, person));
    touched.add(person);
    Set<Long> changed = new HashSet<>();
    for (long each : touched) {
      link(sql, each, changed);
    }
    setRight(sql, changed, now);
    return !changed.isEmpty();
  }

  /** Counts are set right as their cases change. */
  static void forget(Statements sql) throws SQLException {
    sql.alone(Statements.Alone.LINKING_PEOPLE);
    for (String statement : FORGET_ALL) {
      sql.update(statement);
    }
  }

  /** As the mailboxes say it now. */
  private static void link(Statements sql, long person, Set<Long> changed) throws SQLException {
    Optional<Long> before = sql.one(OTHER, row -> row.getLong(1), person);
    Optional<Long> after = partner(sql, person);
    if (after.isPresent() && !partner(sql, after.get()).equals(Optional.of(person))) {
      after = Optional.empty();
    }
    if (after.equals(before)) {
      return;
    }
    for (long each : List.of(person, before.orElse(person), after.orElse(person))) {
      sql.one(OTHER, row -> row.getLong(1), each).ifPresent(changed::add);
      sql.update(UNLINK, each, each);
      changed.add(each);
    }
    if (after.isPresent()) {
      sql.update(LINK, person, after.get());
      sql.update(LINK, after.get(), person);
    }
  }

  private static Optional<Long> partner(Statements sql, long person) throws SQLException {
    List<Long> found = sql.list(PARTNERS, row -> row.getLong(1), person);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<Long> sharing(Statements sql, long person) throws SQLException {
    return sql.list(SHARING, row -> row.getLong(1), person);
  }

  /** How many people reported their open cases is another number now, and their homes show other reports. */
  private static void setRight(Statements sql, Set<Long> people, Instant now) throws SQLException {
    Set<String> counted = new HashSet<>();
    for (long person : people) {
      for (String number : sql.list(OPEN_CASES_OF, row -> row.getString(1), person)) {
        if (counted.add(number)) {
          CaseWrites.count(sql, number);
          Messages.raiseCards(sql, number, now);
        }
      }
      Messages.raiseHome(sql, person, now);
    }
  }
}
