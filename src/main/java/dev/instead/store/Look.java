package dev.instead.store;

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
import java.util.List;

/**
 * What can be seen of a store from outside, also while a bot runs on it.
 *
 * @param place the file
 * @param isNew there is no store yet
 * @param givenUp messages that could not be delivered
 * @param spots the channels that the address book knows
 */
public record Look(String place, boolean isNew, int givenUp, List<Spot> spots) {
  private static final String GIVEN_UP = "SELECT COUNT(*) FROM message WHERE state = 'given_up'";

  // A store that was not yet upgraded has none.
  private static final String HAS_TABLE =
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?";

  private static final int PROPOSALS = 10_000;

  private static final String SPOTS =
      "SELECT platform, workspace, conversation, team, name, service, reachable FROM spot LIMIT 10000";

  // Needs the right to write and a database that is not locked, and changes nothing.
  private static final String TRY_TO_WRITE = "BEGIN IMMEDIATE";

  public Look {
    spots = List.copyOf(spots);
  }

  /**
   * Makes messages that were given up due again, also while a bot runs: it finds them within a second.
   *
   * @return how many
   * @throws StoreException when the store can't be opened or written
   */
  public static int retry(String jdbcUrl, Instant now) {
    Path file = DatabaseFile.path(jdbcUrl);
    if (!Files.exists(file)) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement retry = connection.prepareStatement(JdbiQueue.RETRY_ALL)) {
      retry.setLong(1, now.toEpochMilli());
      return retry.executeUpdate();
    } catch (SQLException e) {
      throw new Trouble(file).of(e);
    }
  }

  /**
   * The open proposals, oldest first; also while a bot runs.
   *
   * @throws StoreException when the store can't be opened or read
   */
  public static List<Proposals.Kept> proposals(String jdbcUrl) {
    Path file = DatabaseFile.path(jdbcUrl);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement open = connection.prepareStatement(HAS_TABLE)) {
      open.setString(1, "proposal");
      return open.executeQuery().next() ? proposals(connection) : List.of();
    } catch (SQLException e) {
      throw new Trouble(file).of(e);
    }
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
  public static Look at(String jdbcUrl) {
    Path file = DatabaseFile.path(jdbcUrl);
    if (!Files.exists(file)) {
      return new Look(file.toString(), true, 0, List.of());
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 1000");
      statement.execute(TRY_TO_WRITE);
      try {
        return new Look(file.toString(), false, givenUp(statement), spots(statement));
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw new Trouble(file).of(e);
    }
  }

  private static int givenUp(Statement statement) throws SQLException {
    try (ResultSet count = statement.executeQuery(GIVEN_UP)) {
      return count.next() ? count.getInt(1) : 0;
    }
  }

  private static List<Spot> spots(Statement statement) throws SQLException {
    try (PreparedStatement has = statement.getConnection().prepareStatement(HAS_TABLE)) {
      has.setString(1, "spot");
      if (!has.executeQuery().next()) {
        return List.of();
      }
    }
    List<Spot> spots = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(SPOTS)) {
      while (row.next()) {
        spots.add(JdbiAddressBook.spot(row));
      }
    }
    return spots;
  }
}
