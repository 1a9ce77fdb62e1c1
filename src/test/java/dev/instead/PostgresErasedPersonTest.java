package dev.instead;

import dev.instead.office.Office;
import dev.instead.store.OnPostgres;
import dev.instead.store.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Of a server every row of every table is looked at, as text. */
@OnPostgres
class PostgresErasedPersonTest extends ErasedPerson {
  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

  PostgresErasedPersonTest() {
    super(new Office(PostgresServer.shared().fresh()));
  }

  @Override
  boolean has(String words) {
    try (Connection connection = PostgresServer.connect(office.address);
        Statement statement = connection.createStatement()) {
      for (String table : texts(statement, TABLES)) {
        if (texts(statement, "SELECT t::text FROM " + table + " t").stream()
            .anyMatch(row -> row.contains(words))) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
