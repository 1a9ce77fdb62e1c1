package dev.instead.store;

import dev.instead.desk.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * What can be seen of a store from outside, also while a bot runs on it.
 *
 * @param place the file
 * @param isNew there is no store yet
 * @param givenUp messages that could not be delivered
 */
public record Look(String place, boolean isNew, int givenUp) {
  private static final String GIVEN_UP = "SELECT COUNT(*) FROM message WHERE state = 'given_up'";

  // Needs the right to write and a database that is not locked, and changes nothing.
  private static final String TRY_TO_WRITE = "BEGIN IMMEDIATE";

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
   * Looks.
   *
   * @throws StoreException when it can't be opened or written
   */
  public static Look at(String jdbcUrl) {
    Path file = DatabaseFile.path(jdbcUrl);
    if (!Files.exists(file)) {
      return new Look(file.toString(), true, 0);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 1000");
      statement.execute(TRY_TO_WRITE);
      try (ResultSet count = statement.executeQuery(GIVEN_UP)) {
        return new Look(file.toString(), false, count.next() ? count.getInt(1) : 0);
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw new Trouble(file).of(e);
    }
  }
}
