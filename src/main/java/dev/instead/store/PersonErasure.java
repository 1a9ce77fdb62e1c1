package dev.instead.store;

import dev.instead.desk.FeedbackWords;
import dev.instead.people.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes one account out of a store beside a bot that may run on it. What it takes is looked for first and then removed by its keys, so that
 * the bot's writes wait only for a moment; and it is looked for again until nothing is found.
 */
final class PersonErasure {
  /** What is found by the person's number, and how each of it is removed. */
  static final Map<String, String> OF_PERSON = ofPerson();

  private static final String LINKS = """
      SELECT DISTINCT c.number FROM report r JOIN cases c ON c.number = r.case_number
      WHERE r.person = ? AND c.link_url IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM report o JOIN person p ON p.id = o.person
          WHERE o.case_number = c.number AND o.person <> r.person AND p.remote_id NOT LIKE 'former:%')
      """;

  private static final String FORGET_LINK =
      "UPDATE cases SET link_url = NULL, link_key = NULL, version = version + 1 WHERE number = ?";

  private static final String CASES = """
      SELECT case_number FROM report WHERE person = ?
      UNION SELECT case_number FROM note WHERE person = ?
      UNION SELECT number FROM cases WHERE stage_by = ?
      """;

  // What the platforms call the person, and the conversations that only they are in.
  private static final String MARKS = """
      SELECT remote_id AS mark FROM person WHERE id = ?
      UNION SELECT remote_id FROM acquaintance WHERE person = ?
      UNION SELECT chat FROM acquaintance WHERE person = ? AND chat IS NOT NULL
      UNION SELECT remote_conversation FROM message WHERE person = ? AND remote_conversation IS NOT NULL
      """;

  private static final String DELIVERIES = "SELECT key FROM delivery WHERE instr(key, ?) > 0";
  private static final String DELIVERIES_POSTGRES =
      "SELECT key FROM delivery WHERE strpos(key, ?) > 0";

  private static final String QUESTIONS = """
      SELECT r.text FROM report r JOIN cases c ON c.number = r.case_number WHERE r.person = ? AND c.kind = 'question' AND r.text <> ''
      """;

  private static final String FEEDBACK = "SELECT seq FROM feedback WHERE words = ?";

  private static final int ROUNDS = 5;

  private final Connection connection;
  private final Statements sql;

  PersonErasure(Connection connection, Statements sql) {
    this.connection = connection;
    this.sql = sql;
  }

  private static Map<String, String> ofPerson() {
    Map<String, String> removals = new LinkedHashMap<>();
    removals.put(
        "SELECT id FROM report WHERE person = ? AND text <> ''",
        "UPDATE report SET text = '' WHERE id = ?");
    removals.put("SELECT id FROM note WHERE person = ?", "DELETE FROM note WHERE id = ?");
    removals.put(
        "SELECT number FROM cases WHERE stage_by = ? AND outcome_text <> ''",
        "UPDATE cases SET outcome_text = '', version = version + 1 WHERE number = ?");
    removals.put(LINKS, FORGET_LINK);
    removals.put("SELECT id FROM message WHERE person = ?", "DELETE FROM message WHERE id = ?");
    removals.put("SELECT id FROM proposal WHERE person = ?", "DELETE FROM proposal WHERE id = ?");
    removals.put(
        "SELECT id FROM proposal WHERE settled_by = ?",
        "UPDATE proposal SET settled_by = NULL WHERE id = ?");
    removals.put(
        "SELECT person FROM acquaintance WHERE person = ?",
        "DELETE FROM acquaintance WHERE person = ?");
    removals.put(
        "SELECT person FROM mailbox WHERE person = ?", "DELETE FROM mailbox WHERE person = ?");
    removals.put(
        "SELECT person FROM same_person WHERE person = ?",
        "DELETE FROM same_person WHERE person = ?");
    removals.put(
        "SELECT person FROM same_person WHERE other = ?",
        "DELETE FROM same_person WHERE person = ?");
    return removals;
  }

  /** @param person the account's number in the store */
  void erase(long person, Instant now) throws SQLException {
    Set<String> cards = new LinkedHashSet<>(texts(CASES, person, person, person));
    Set<String> marks = new LinkedHashSet<>(texts(MARKS, person, person, person, person));
    List<Removal> found = found(person, marks);
    for (int round = 0; round < ROUNDS && (round == 0 || !found.isEmpty()); round++) {
      remove(person, found, cards, now);
      found = found(person, marks);
    }
    if (!found.isEmpty()) {
      throw new SQLException("the person goes on writing; run it again");
    }
  }

  private record Removal(String statement, Object key) {}

  private List<Removal> found(long person, Set<String> marks) throws SQLException {
    List<Removal> found = new ArrayList<>();
    for (Map.Entry<String, String> each : OF_PERSON.entrySet()) {
      add(found, each.getKey(), each.getValue(), person);
    }
    for (String mark : marks) {
      if (mark.isBlank()) {
        continue; // It would be part of every key.
      }
      add(
          found,
          sql.dialect().of(DELIVERIES, DELIVERIES_POSTGRES),
          "DELETE FROM delivery WHERE key = ?",
          mark);
    }
    for (String question : texts(QUESTIONS, person)) {
      for (String words : FeedbackWords.of(question)) {
        add(found, FEEDBACK, "DELETE FROM feedback WHERE seq = ?", words);
      }
    }
    return found;
  }

  private void add(List<Removal> found, String look, String remove, Object by) throws SQLException {
    sql.list(look, row -> new Removal(remove, row.getObject(1)), by).forEach(found::add);
  }

  /** The name goes first: what the person does from then on belongs to somebody whom nobody has met. */
  private void remove(long person, List<Removal> found, Set<String> cards, Instant now)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      sql.alone(Statements.Alone.LINKING_PEOPLE);
      sql.update(UnkeptPeople.RENAME, Person.FORMER + UUID.randomUUID(), person);
      for (Removal each : found) {
        sql.update(each.statement(), each.key());
      }
      for (String number : cards) {
        Messages.raiseCards(sql, number, now);
      }
      connection.commit();
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private List<String> texts(String look, @Nullable Object... values) throws SQLException {
    return sql.list(look, row -> row.getString(1), values);
  }
}
