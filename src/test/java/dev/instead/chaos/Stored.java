package dev.instead.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The database read with statements of its own: nothing of the product's, which could be wrong in the same way. */
final class Stored {
  /**
   * A case as the table has it.
   *
   * @param reports as the case says
   * @param counted as there are
   */
  record CaseRow(String number, String stage, int reports, int counted) {}

  /** A team's card as the queue has it. */
  record CardRow(String number, String conversation, String remote, String state) {}

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static final String WORDS = """
      SELECT text, case_number FROM report UNION ALL SELECT text, case_number FROM note
      """;
  private static final String CASES = """
      SELECT c.number, c.stage, c.reports, (SELECT COUNT(*) FROM report r WHERE r.case_number = c.number AND r.withdrawn = 0)
      FROM cases c
      """;
  private static final String SPOTS = "SELECT COUNT(*) FROM spot";
  private static final String MET = "SELECT COUNT(*) FROM acquaintance";
  private static final String CARDS = """
      SELECT case_number, conversation, remote_id, state FROM message WHERE kind = 'team_card'
      """;
  private static final String WAITING =
      "SELECT COUNT(*) FROM message WHERE state = 'due' AND delivered < wanted";
  private static final String LENT = "SELECT COUNT(*) FROM message WHERE lent_until IS NOT NULL";
  private static final String NOW = """
      SELECT COUNT(*) FROM message
      WHERE lent_until IS NOT NULL OR (state = 'due' AND delivered < wanted AND due_at <= CAST(? AS BIGINT))
      """;
  private static final String NEXT = """
      SELECT COALESCE(MIN(COALESCE(lent_until, due_at)), 0) FROM message
      WHERE state = 'due' AND delivered < wanted AND COALESCE(lent_until, due_at) > CAST(? AS BIGINT)
      """;
  private static final String GIVEN_UP =
      "SELECT kind || ' ' || case_number || ': ' || error FROM message WHERE state = 'given_up'";
  private static final String UNTOLD =
      "SELECT case_number FROM message WHERE state = 'given_up' AND kind = 'receipt'";
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

  /** In which cases words stand: a case for each time. */
  Map<String, List<String>> words() throws SQLException {
    return list(WORDS, row -> Map.entry(row.getString(1), row.getString(2))).stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  List<CaseRow> cases() throws SQLException {
    return list(
        CASES,
        row -> new CaseRow(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)));
  }

  /** Whether the bot knows so many channels and people on Teams. */
  boolean knows(int channels, int people) throws SQLException {
    return number(SPOTS) >= channels && number(MET) >= people;
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

  /** Whether something may be sent at this moment, or is being sent. */
  boolean isBusy(long now) throws SQLException {
    return number(NOW, Long.toString(now)) > 0;
  }

  /** When the next message that waits may be sent after {@code now}, in milliseconds of the product's clock; 0 when none will. */
  long nextAfter(long now) throws SQLException {
    return number(NEXT, Long.toString(now));
  }

  List<String> givenUp() throws SQLException {
    return list(GIVEN_UP, row -> row.getString(1));
  }

  /** The cases of which not every reporter could be told in private. */
  Set<String> untold() throws SQLException {
    return new HashSet<>(list(UNTOLD, row -> row.getString(1)));
  }

  int reviewListsFor(String person) throws SQLException {
    return number(REVIEW_LISTS, person).intValue();
  }

  private Long number(String statement, String... values) throws SQLException {
    return list(statement, row -> row.getLong(1), values).get(0);
  }

  private <T> List<T> list(String statement, Row<T> each, String... values) throws SQLException {
    try (Connection connection = user.isEmpty()
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
