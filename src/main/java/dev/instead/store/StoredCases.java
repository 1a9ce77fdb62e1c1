package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.policy.SituationId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** Reads the cases of a store from outside, also while a bot runs on it, and never writes. */
public final class StoredCases {
  // Columns that every version of the store has had.
  private static final String ALL =
      "SELECT number, situation, language, link_url, restricted, opened_at FROM cases WHERE kind = 'report' ORDER BY opened_at, number";

  private static final String HAS_CASES =
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cases'";
  private static final String HAS_CASES_POSTGRES =
      "SELECT 1 WHERE to_regclass('cases') IS NOT NULL";

  private static final int AT_ONCE = 500;

  /**
   * What decided where a case went.
   *
   * @param host of its link; empty without one
   * @param restricted only its team may know that it exists
   */
  public record Stored(
      String number,
      SituationId situation,
      Locale language,
      String host,
      boolean restricted,
      Instant openedAt) {}

  private StoredCases() {}

  /**
   * Hands over every reported case, the oldest first.
   *
   * @throws StoreException when it can't be read
   */
  public static void each(DatabaseAddress address, Consumer<Stored> cases) {
    if (address.isPostgres()) {
      eachOnPostgres(address, cases);
    } else {
      eachInFile(DatabaseFile.path(address.url()), cases);
    }
  }

  private static void eachInFile(Path file, Consumer<Stored> cases) {
    Trouble trouble = new SqliteTrouble(file);
    if (!Files.isRegularFile(file)) {
      throw trouble.say("there is no such file. Name the database to replay.");
    }
    try (Connection connection = open(file)) {
      each(connection, HAS_CASES, trouble, cases);
    } catch (SQLException e) {
      throw trouble.of(e);
    }
  }

  private static void eachOnPostgres(DatabaseAddress address, Consumer<Stored> cases) {
    Trouble trouble = new PostgresTrouble(address.place());
    try (Connection connection = PostgresDatabase.source(
            address,
            "-c default_transaction_read_only=on -c lock_timeout=5s -c statement_timeout=60s")
        .getConnection()) {
      // Else the driver would hold all rows at once.
      connection.setAutoCommit(false);
      each(connection, HAS_CASES_POSTGRES, trouble, cases);
    } catch (SQLException e) {
      throw trouble.of(e);
    }
  }

  private static void each(
      Connection connection, String hasCases, Trouble trouble, Consumer<Stored> cases)
      throws SQLException {
    if (!hasCases(connection, hasCases)) {
      throw trouble.say("this database holds no cases of Instead. Name another one.");
    }
    read(connection, cases);
  }

  // Without a log beside it nobody writes to the file. SQLite is told so, or it would make a log to
  // read.
  private static Connection open(Path file) throws SQLException {
    boolean written = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(1_000);
    return config.createConnection(
        "jdbc:sqlite:" + address(file) + (written ? "?mode=ro" : "?immutable=1"));
  }

  private static String address(Path file) {
    return "file:" + file.toUri().getRawPath();
  }

  private static boolean hasCases(Connection connection, String query) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(query);
        ResultSet found = look.executeQuery()) {
      return found.next();
    }
  }

  private static void read(Connection connection, Consumer<Stored> cases) throws SQLException {
    try (PreparedStatement all = connection.prepareStatement(ALL)) {
      all.setFetchSize(AT_ONCE);
      try (ResultSet row = all.executeQuery()) {
        while (row.next()) {
          cases.accept(stored(row));
        }
      }
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getString("number"),
        new SituationId(row.getString("situation")),
        Locale.forLanguageTag(row.getString("language")),
        host(row.getString("link_url")),
        row.getInt("restricted") == 1,
        Instant.ofEpochMilli(row.getLong("opened_at")));
  }

  private static String host(@Nullable String url) {
    if (url == null || !url.contains("://")) {
      return "";
    }
    String rest = url.substring(url.indexOf("://") + "://".length());
    return rest.split("[/?#]", 2)[0];
  }
}
