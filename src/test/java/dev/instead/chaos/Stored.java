package dev.instead.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database read with statements of its own: nothing of the product's, which could be wrong in the same way. */
final class Stored {
  /** A case as the table has it. */
  record CaseRow(String number, String stage, int reports) {}

  /** A team's card as the queue has it. */
  record CardRow(String number, String conversation, String remote, String state) {}

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static final String WITH_WORDS = """
      SELECT case_number FROM report WHERE text = ? UNION ALL SELECT case_number FROM note WHERE text = ?
      """;
  private static final String CASES =
      "SELECT number, stage, reports FROM cases WHERE kind = 'report' OR number LIKE 'S-%'";
  private static final String COUNTED =
      "SELECT COUNT(*) FROM report WHERE case_number = ? AND withdrawn = 0";
  private static final String CARDS = """
      SELECT case_number, conversation, remote_id, state FROM message WHERE kind = 'team_card'
      """;
  private static final String WAITING =
      "SELECT COUNT(*) FROM message WHERE state = 'due' AND delivered < wanted";
  private static final String LENT = "SELECT COUNT(*) FROM message WHERE lent_until IS NOT NULL";
  private static final String NEXT = """
      SELECT COALESCE(MIN(due_at), 0) FROM message WHERE state = 'due' AND delivered < wanted AND lent_until IS NULL
      """;
  private static final String GIVEN_UP =
      "SELECT kind || ' ' || case_number || ': ' || error FROM message WHERE state = 'given_up'";
  private static final String UNTOLD = """
      SELECT COUNT(*) FROM message WHERE state = 'given_up' AND kind = 'receipt' AND case_number = ?
      """;
  private static final String REVIEW_LISTS = """
      SELECT COUNT(*) FROM message m JOIN person p ON p.id = m.person
      WHERE m.kind = 'review_list' AND p.remote_id = ?
      """;

  private final String url;
  private final String user;

  /** @param user empty where none is asked for */
  Stored(String url, String user) {
    this.url = url;
    this.user = user;
  }

  /** The cases in which these words stand: one for each time. */
  List<String> withWords(String words) throws SQLException {
    return list(WITH_WORDS, row -> row.getString(1), words, words);
  }

  List<CaseRow> cases() throws SQLException {
    return list(CASES, row -> new CaseRow(row.getString(1), row.getString(2), row.getInt(3)));
  }

  /** The reports of a case, counted one by one. */
  int reportsOf(String number) throws SQLException {
    return number(COUNTED, number).intValue();
  }

  List<CardRow> cards() throws SQLException {
    return list(
        CARDS,
        row -> new CardRow(
            row.getString(1),
            row.getString(2),
            String.valueOf(row.getString(3)),
            row.getString(4)));
  }

  int waiting() throws SQLException {
    return number(WAITING).intValue();
  }

  int lent() throws SQLException {
    return number(LENT).intValue();
  }

  /** When the next message that waits is due, by the product's clock, in milliseconds; 0 when none waits. */
  long nextDue() throws SQLException {
    return number(NEXT);
  }

  List<String> givenUp() throws SQLException {
    return list(GIVEN_UP, row -> row.getString(1));
  }

  boolean hasGivenUpReceipts(String number) throws SQLException {
    return number(UNTOLD, number) > 0;
  }

  int reviewListsFor(String person) throws SQLException {
    return number(REVIEW_LISTS, person).intValue();
  }

  private Long number(String statement, String... values) throws SQLException {
    return list(statement, row -> row.getLong(1), values).get(0);
  }

  private <T> List<T> list(String statement, Row<T> each, String... values) throws SQLException {
    try (Connection connection =
            user.isEmpty()
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, "");
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setString(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet found = prepared.executeQuery()) {
        while (found.next()) {
          rows.add(each.of(found));
        }
      }
      return rows;
    }
  }
}
