package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Moves a store from a file to PostgreSQL: every table in one transaction, which is committed once each row was read back and is what it
 * was. No bot may run on either meanwhile.
 */
public final class StoreCopy {
  /** Every table, each after those that it refers to. */
  static final List<String> TABLES = List.of(
      "person",
      "cases",
      "report",
      "note",
      "event",
      "message",
      "delivery",
      "acquaintance",
      "spot",
      "mailbox",
      "mailbox_key",
      "same_person",
      "answer_given",
      "proposal",
      "feedback",
      "timer",
      "link_check");

  /** The tables whose rows PostgreSQL numbers, and the column. */
  private static final Map<String, String> NUMBERED = Map.of(
      "person", "id", "event", "seq", "message", "seq", "answer_given", "seq", "feedback", "seq");

  private static final String OTHERS =
      "SELECT COUNT(*) FROM node WHERE id <> ? AND seen > clock_timestamp() - interval '10 seconds'";

  private static final int AT_ONCE = 500;

  private final Connection source;
  private final Connection target;
  private final Trouble trouble;

  private StoreCopy(Connection source, Connection target, Trouble trouble) {
    this.source = source;
    this.target = target;
    this.trouble = trouble;
  }

  /**
   * Copies.
   *
   * @param from a file; brought up to date if an older version wrote it
   * @param to an empty database of PostgreSQL
   * @return how many rows each table has
   * @throws StoreException when that can't be done; then the target is as empty as before
   */
  public static Map<String, Long> copy(DatabaseAddress from, DatabaseAddress to) {
    if (from.isPostgres() || !to.isPostgres()) {
      throw new StoreException(
          "A store is moved from a file to PostgreSQL: --from jdbc:sqlite:… --to jdbc:postgresql://….");
    }
    if (!Files.exists(DatabaseFile.path(from.url()))) {
      throw new SqliteTrouble(DatabaseFile.path(from.url()))
          .say("there is no such file. Name the one that INSTEAD_DATABASE_URL named so far.");
    }
    Trouble trouble = new PostgresTrouble(to.place());
    // Opening them makes them alike, and keeps bots away from the file.
    try (Database file = Database.open(from);
        Database server = Database.open(to);
        Connection source = DriverManager.getConnection(from.url());
        Connection target = PostgresDatabase.source(to, "-c lock_timeout=5s").getConnection()) {
      file.whyUnusable().ifPresent(why -> {
        throw new StoreException(why);
      });
      return new StoreCopy(source, target, trouble)
          .all(server.nodes().map(Nodes::id).orElse(""));
    } catch (SQLException failed) {
      throw trouble.of(failed);
    }
  }

  private Map<String, Long> all(String self) throws SQLException {
    target.setAutoCommit(false);
    refuseUnlessUnused(self);
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      Fingerprint read = copy(table);
      Fingerprint written = fingerprint(target, table);
      if (!read.equals(written)) {
        throw trouble.say("table " + table + " is not what it was after copying (" + read.rows()
            + " rows, then " + written.rows() + "); nothing was kept. Please report this.");
      }
      rows.put(table, written.rows());
    }
    numberOn();
    target.commit();
    return Collections.unmodifiableMap(rows);
  }

  private void refuseUnlessUnused(String self) throws SQLException {
    try (Statement statement = target.createStatement();
        PreparedStatement others = target.prepareStatement(OTHERS)) {
      statement.execute("LOCK TABLE " + String.join(", ", TABLES) + " IN EXCLUSIVE MODE");
      others.setString(1, self);
      try (ResultSet row = others.executeQuery()) {
        if (row.next() && row.getInt(1) > 0) {
          throw trouble.say("a bot is running on this database. Stop it first.");
        }
      }
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
          if (row.next()) {
            throw trouble.say("the database is not empty: table " + table
                + " has rows. Name a new one, so that nothing is mixed up.");
          }
        }
      }
    }
  }

  private Fingerprint copy(String table) throws SQLException {
    Fingerprint.Sum sum = new Fingerprint.Sum();
    try (Statement statement = source.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
      List<String> columns = columns(row);
      try (PreparedStatement insert = target.prepareStatement(insert(table, columns))) {
        for (long count = 1; row.next(); count++) {
          sum.add(columns, row);
          for (int i = 1; i <= columns.size(); i++) {
            insert.setObject(i, Fingerprint.value(row, columns.get(i - 1)));
          }
          insert.addBatch();
          if (count % AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
    }
    return sum.total();
  }

  private static Fingerprint fingerprint(Connection connection, String table) throws SQLException {
    Fingerprint.Sum sum = new Fingerprint.Sum();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
        List<String> columns = columns(row);
        while (row.next()) {
          sum.add(columns, row);
        }
      }
    }
    return sum.total();
  }

  /** What is new gets numbers above those that were copied. */
  private void numberOn() throws SQLException {
    try (Statement statement = target.createStatement()) {
      for (Map.Entry<String, String> each : NUMBERED.entrySet()) {
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), (SELECT COALESCE(MAX(%2$s), 0) + 1 FROM %1$s), false)"
                .formatted(each.getKey(), each.getValue()));
      }
    }
  }

  private static String insert(String table, List<String> columns) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  private static List<String> columns(ResultSet row) throws SQLException {
    int count = row.getMetaData().getColumnCount();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      columns.add(row.getMetaData().getColumnLabel(i));
    }
    // Who holds a lease is known on PostgreSQL alone, and by nobody yet.
    columns.remove("lent_to");
    return columns;
  }
}
