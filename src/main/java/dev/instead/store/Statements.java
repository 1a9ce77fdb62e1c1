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
 * One connection's statements, each prepared once and kept as long as this is: on PostgreSQL for one transaction, and its driver remembers more. Where every request passes, preparing anew would cost more than all the rest
 * of it; everything else goes through Jdbi. For one thread at a time.
 */
final class Statements {
  /** Makes a value of a result's current row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** What is done by one at a time where several may write. The numbers are PostgreSQL's names for the locks. */
  enum Alone {
    LINKING_PEOPLE(1),
    KEEPING_PROPOSALS(2),
    TAKING_FOR_SLACK(3),
    TAKING_FOR_TEAMS(4);

    private static final long OURS = 0x1457_EAD0L << 16;

    private final int number;

    Alone(int number) {
      this.number = number;
    }

    long key() {
      return OURS + number;
    }
  }

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * From here to the end of the transaction nobody else does what this name stands for, on any node. On SQLite nobody else ever writes at
   * the same time.
   */
  void alone(Alone what) throws SQLException {
    if (dialect == Dialect.POSTGRES) {
      one("SELECT pg_advisory_xact_lock(?)", row -> true, what.key());
    }
  }

  /** Like {@link #alone}, except that others may do the same in this way. */
  void beside(Alone what) throws SQLException {
    if (dialect == Dialect.POSTGRES) {
      one("SELECT pg_advisory_xact_lock_shared(?)", row -> true, what.key());
    }
  }

  /** Changes rows and says how many. Values are text, numbers, booleans (stored as 0 or 1) or null. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException failed) {
      forget(sql, failed);
      throw failed;
    }
  }

  <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet found = bound(sql, values).executeQuery()) {
      return found.next() ? Optional.ofNullable(row.of(found)) : Optional.empty();
    } catch (SQLException failed) {
      forget(sql, failed);
      throw failed;
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet found = bound(sql, values).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row.of(found));
      }
      return rows;
    } catch (SQLException failed) {
      forget(sql, failed);
      throw failed;
    }
  }

  /** A number that may be missing. */
  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** PostgreSQL takes every character but one, which no person types. */
  private String storable(String text) {
    return dialect == Dialect.POSTGRES ? text.replace('\0', '\uFFFD') : text;
  }

  /** After most errors, a full disk among them, the driver has closed the statement inside: it would fail for ever. */
  private void forget(String sql, SQLException failed) {
    PreparedStatement broken = prepared.remove(sql);
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException closed) {
        failed.addSuppressed(closed);
      }
    }
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

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setObject(index, null);
    } else if (value instanceof String text) {
      statement.setString(index, storable(text));
    } else if (value instanceof Double number) {
      statement.setDouble(index, number);
    } else if (value instanceof Number number) {
      statement.setLong(index, number.longValue());
    } else if (value instanceof Boolean truth) {
      statement.setInt(index, truth ? 1 : 0);
    } else {
      throw new AssertionError("No column takes a " + value.getClass().getSimpleName());
    }
  }
}
