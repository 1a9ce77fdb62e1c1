package dev.instead.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection's statements, each prepared once and kept. Where every request passes, preparing anew would cost more than all the rest
 * of it; everything else goes through Jdbi. For one thread at a time.
 */
final class Statements {
  /** Makes a value of a result's current row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** Changes rows and says how many. Values are text, numbers, booleans (stored as 0 or 1) or null. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet found = bound(sql, values).executeQuery()) {
      return found.next() ? Optional.ofNullable(row.of(found)) : Optional.empty();
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet found = bound(sql, values).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row.of(found));
      }
      return rows;
    }
  }

  /** A number that may be missing. */
  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setObject(index, null);
    } else if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof Number number) {
      statement.setLong(index, number.longValue());
    } else if (value instanceof Boolean truth) {
      statement.setInt(index, truth ? 1 : 0);
    } else {
      throw new AssertionError("No column takes a " + value.getClass().getSimpleName());
    }
  }
}
