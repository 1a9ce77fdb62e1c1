package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.Proposals;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What can be seen of a store from outside, also while a bot runs on it.
 *
 * @param place the file, or the address without its parameters
 * @param isNew there is no store yet
 * @param givenUp messages that could not be delivered
 * @param stuck the newest ten of them, each with its kind, its case and the reason
 * @param spots the channels that the address book knows
 */
public record Look(String place, boolean isNew, int givenUp, List<String> stuck, List<Spot> spots) {
  private static final String STUCK =
      "SELECT kind, case_number, error FROM message WHERE state = 'given_up' ORDER BY due_at DESC LIMIT 10";
  private static final String MEANT = "SELECT remote_id FROM message WHERE id = ?";
  private static final String GIVEN_UP = "SELECT COUNT(*) FROM message WHERE state = 'given_up'";

  // A store that was not yet upgraded has none.
  private static final String HAS_TABLE =
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?";
  private static final String HAS_TABLE_POSTGRES = "SELECT 1 WHERE to_regclass(?) IS NOT NULL";

  private static final int PROPOSALS = 10_000;

  private static final String SPOTS =
      "SELECT platform, workspace, conversation, team, name, service, reachable FROM spot LIMIT 10000";

  // Needs the right to write and a database that is not locked, and changes nothing.
  private static final String TRY_TO_WRITE = "BEGIN IMMEDIATE";
  private static final String TRY_TO_WRITE_POSTGRES = "LOCK TABLE message IN ROW EXCLUSIVE MODE";

  public Look {
    stuck = List.copyOf(stuck);
    spots = List.copyOf(spots);
  }

  /**
   * Makes messages that were given up due again, also while a bot runs: it finds them within a second.
   *
   * @return how many
   * @throws StoreException when the store can't be opened or written
   */
  public static int retry(DatabaseAddress address, Instant now) {
    return in(address, 0, store -> {
      if (!store.has("message")) {
        return 0;
      }
      try (PreparedStatement retry = store.connection().prepareStatement(JdbiQueue.RETRY_ALL)) {
        retry.setLong(1, now.toEpochMilli());
        return retry.executeUpdate();
      }
    });
  }

  /**
   * Which messages the store means; also while a bot runs.
   *
   * @return by id, for those that it has: what stands for it on its platform; empty when none was sent yet
   * @throws StoreException when the store can't be opened or read
   */
  public static Map<String, String> known(DatabaseAddress address, Collection<String> messages) {
    return in(address, Map.of(), store -> {
      Map<String, String> known = new HashMap<>();
      if (store.has("message")) {
        try (PreparedStatement meant = store.connection().prepareStatement(MEANT)) {
          for (String id : messages) {
            meant.setString(1, id);
            try (ResultSet row = meant.executeQuery()) {
              if (row.next()) {
                known.put(id, Objects.requireNonNullElse(row.getString(1), ""));
              }
            }
          }
        }
      }
      return known;
    });
  }

  /**
   * The open proposals, oldest first; also while a bot runs.
   *
   * @throws StoreException when the store can't be opened or read
   */
  public static List<Proposals.Kept> proposals(DatabaseAddress address) {
    return in(
        address,
        List.of(),
        store -> store.has("proposal") ? proposals(store.connection()) : List.of());
  }

  /**
   * Drops an open proposal; also while a bot runs.
   *
   * @return false when there is none of that id
   * @throws StoreException when the store can't be opened or written
   */
  public static boolean drop(DatabaseAddress address, String id, Instant now) {
    return in(address, false, store -> {
      if (!store.has("proposal")) {
        return false;
      }
      try (PreparedStatement drop = store.connection().prepareStatement(JdbiProposals.DROP)) {
        drop.setLong(1, now.toEpochMilli());
        drop.setString(2, id);
        return drop.executeUpdate() > 0;
      }
    });
  }

  private static List<Proposals.Kept> proposals(Connection connection) throws SQLException {
    List<Proposals.Kept> kept = new ArrayList<>();
    try (PreparedStatement open = connection.prepareStatement(JdbiProposals.OPEN)) {
      open.setInt(1, PROPOSALS);
      ResultSet row = open.executeQuery();
      while (row.next()) {
        kept.add(JdbiProposals.kept(row));
      }
    }
    return kept;
  }

  /**
   * Looks.
   *
   * @throws StoreException when it can't be opened or written
   */
  public static Look at(DatabaseAddress address) {
    String place = place(address);
    Look nothing = new Look(place, true, 0, List.of(), List.of());
    return in(address, nothing, store -> {
      if (!store.has("message")) {
        return nothing;
      }
      try (Statement statement = store.connection().createStatement()) {
        store.connection().setAutoCommit(store.dialect() == Dialect.SQLITE);
        statement.execute(store.dialect().of(TRY_TO_WRITE, TRY_TO_WRITE_POSTGRES));
        try {
          return new Look(
              place, false, givenUp(statement), stuck(statement), spots(store, statement));
        } finally {
          statement.execute("ROLLBACK");
        }
      }
    });
  }

  /** A store that is being looked at. */
  record Store(Connection connection, Dialect dialect) {
    boolean has(String table) throws SQLException {
      try (PreparedStatement has =
          connection.prepareStatement(dialect.of(HAS_TABLE, HAS_TABLE_POSTGRES))) {
        has.setString(1, table);
        return has.executeQuery().next();
      }
    }
  }

  interface Task<T> {
    T with(Store store) throws SQLException;
  }

  /** Works on a store beside a bot that may run on it; what there is not is {@code ifNew}. */
  static <T> T in(DatabaseAddress address, T ifNew, Task<T> task) {
    return address.isPostgres() ? inPostgres(address, task) : inFile(address, ifNew, task);
  }

  private static <T> T inFile(DatabaseAddress address, T ifNew, Task<T> task) {
    Path file = DatabaseFile.path(address.url());
    if (!Files.exists(file)) {
      return ifNew;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 1000");
      }
      return task.with(new Store(connection, Dialect.SQLITE));
    } catch (SQLException e) {
      throw new SqliteTrouble(file).of(e);
    }
  }

  private static <T> T inPostgres(DatabaseAddress address, Task<T> task) {
    try (Connection connection = PostgresDatabase.source(
            address, "-c lock_timeout=5s -c statement_timeout=10s")
        .getConnection()) {
      return task.with(new Store(connection, Dialect.POSTGRES));
    } catch (SQLException e) {
      throw new PostgresTrouble(address.place()).of(e);
    }
  }

  private static String place(DatabaseAddress address) {
    return address.isPostgres()
        ? address.place()
        : DatabaseFile.path(address.url()).toString();
  }

  private static int givenUp(Statement statement) throws SQLException {
    try (ResultSet count = statement.executeQuery(GIVEN_UP)) {
      return count.next() ? count.getInt(1) : 0;
    }
  }

  private static List<String> stuck(Statement statement) throws SQLException {
    List<String> stuck = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(STUCK)) {
      while (row.next()) {
        String number = row.getString(2);
        stuck.add(row.getString(1) + (number.isEmpty() ? "" : " of case " + number) + ": "
            + row.getString(3));
      }
    }
    return stuck;
  }

  private static List<Spot> spots(Store store, Statement statement) throws SQLException {
    List<Spot> spots = new ArrayList<>();
    if (store.has("spot")) {
      try (ResultSet row = statement.executeQuery(SPOTS)) {
        while (row.next()) {
          spots.add(JdbiAddressBook.spot(row));
        }
      }
    }
    return spots;
  }
}
