package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.OwnersFile;
import dev.instead.desk.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a file of SQLite, taken while the bot runs, and put back while it doesn't. What was erased is in no page of it.
 *
 * <p>Of a restored store nobody knows what was said since the copy was taken. So what waits is looked for before it is sent, and the cards
 * of open cases are drawn again.
 */
public final class Backup {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final List<String> LOGS = List.of("-wal", "-shm");
  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

  private static final String TAKE = "VACUUM INTO ?";
  private static final String COUNT = """
      SELECT (SELECT COUNT(*) FROM cases), (SELECT COUNT(*) FROM report), (SELECT MAX(at) FROM event)
      """;
  private static final String MAY_HAVE_BEEN_SENT = """
      UPDATE message SET in_doubt = in_doubt + 1, lent_until = NULL
      WHERE state = 'due' AND delivered < wanted AND remote_id IS NULL
      """;
  private static final String DRAW_AGAIN = """
      UPDATE message SET wanted = wanted + 1, wanted_at = ?, due_at = ?
      WHERE kind = 'team_card' AND state = 'due' AND delivered = wanted AND remote_id IS NOT NULL
        AND case_number IN (SELECT number FROM cases WHERE stage IN ('open', 'claimed'))
      """;

  private Backup() {}

  /**
   * What a copy holds.
   *
   * @param last when something last happened to a case; empty when nothing has
   */
  public record Contents(Path file, long cases, long reports, Optional<Instant> last) {}

  /**
   * What was put back.
   *
   * @param before where the store that was replaced is now; empty when there was none
   * @param cards how many cards of open cases will be drawn again
   */
  public record Restored(Contents contents, Optional<Path> before, int cards) {}

  /**
   * Copies the store as it is at one moment, and reads the copy through.
   *
   * @param to a file that isn't there yet; readable for its owner alone
   * @throws StoreException when that can't be done; then {@code to} isn't there
   */
  public static Contents take(DatabaseAddress address, Path to) {
    Path file = file(address);
    if (!Files.exists(file)) {
      throw new SqliteTrouble(file).say("there is no store to copy. Check INSTEAD_DATABASE_URL.");
    }
    Path part = beside(to, ".part");
    try {
      Files.createDirectories(directory(to));
      refuseToReplace(to);
      Files.deleteIfExists(part);
      OwnersFile.make(part); // SQLite fills an empty file
      try {
        vacuumInto(file, part);
        Contents contents = read(part, part);
        move(part, to);
        return new Contents(to, contents.cases(), contents.reports(), contents.last());
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException there) {
      throw new SqliteTrouble(to).say("this file is there already. Name another one.", there);
    } catch (IOException failed) {
      throw new SqliteTrouble(to)
          .say("the copy can't be written there. Name another place.", failed);
    }
  }

  /**
   * Puts a copy in the place of the store; what was there is kept beside it. No bot may be running on it.
   *
   * @throws StoreException when that can't be done; then the store is as it was
   */
  public static Restored restore(Path copy, DatabaseAddress address, Instant now) {
    Path file = file(address);
    if (!Files.isRegularFile(copy)) {
      throw new SqliteTrouble(copy)
          .say("there is no such copy. Name a file that \"instead backup\" wrote.");
    }
    Path part = beside(file, ".part");
    try (DatabaseFile held = DatabaseFile.hold(file)) {
      Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
      try {
        Contents contents = read(part, copy);
        int cards = lookBeforeSpeaking(part, now);
        Optional<Path> before = keepBeside(held.path(), now);
        move(part, file);
        return new Restored(contents, before, cards);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failed) {
      throw new SqliteTrouble(file)
          .say("the copy can't be put there. Check the disk and the rights.", failed);
    }
  }

  private static void vacuumInto(Path file, Path part) {
    try (Connection connection = open(file);
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, part.toString());
      take.execute();
    } catch (SQLException e) {
      throw new SqliteTrouble(file).of(e);
    }
  }

  /**
   * Reads every page, and finds out whose file it is.
   *
   * @param named the file that the operator knows it by
   */
  private static Contents read(Path copy, Path named) {
    Trouble trouble = new SqliteTrouble(named);
    try (Connection connection = open(copy);
        Statement statement = connection.createStatement()) {
      try (ResultSet sound = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!sound.next() || !sound.getString(1).equals("ok")) {
          throw trouble.say("this copy is damaged. Use another one.");
        }
      }
      try (ResultSet ours = statement.executeQuery(
          "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('cases', 'report', 'event', 'message')")) {
        if (!ours.next() || ours.getInt(1) < 4) {
          throw trouble.say(
              "this is not a store of Instead. Name a file that \"instead backup\" wrote.");
        }
      }
      try (ResultSet count = statement.executeQuery(COUNT)) {
        count.next();
        long last = count.getLong(3);
        Optional<Instant> at =
            count.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
        return new Contents(copy, count.getLong(1), count.getLong(2), at);
      }
    } catch (SQLException e) {
      throw trouble.of(e);
    }
  }

  private static int lookBeforeSpeaking(Path file, Instant now) {
    try (Connection connection = open(file);
        Statement doubt = connection.createStatement();
        PreparedStatement draw = connection.prepareStatement(DRAW_AGAIN)) {
      connection.setAutoCommit(false);
      doubt.executeUpdate(MAY_HAVE_BEEN_SENT);
      draw.setLong(1, now.toEpochMilli());
      draw.setLong(2, now.toEpochMilli());
      int cards = draw.executeUpdate();
      connection.commit();
      return cards;
    } catch (SQLException e) {
      throw new SqliteTrouble(file).of(e);
    }
  }

  /** Under a second name the old store stays until the new one has taken its place: there is one at every moment. */
  private static Optional<Path> keepBeside(Path file, Instant now) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Path before = beside(file, ".before-" + STAMP.format(now));
    writeDown(file);
    Files.createLink(before, file);
    for (String log : LOGS) {
      if (Files.exists(beside(file, log))) {
        // Else it would be taken for the new store's.
        Files.move(beside(file, log), beside(before, log));
      }
    }
    return Optional.of(before);
  }

  /** Brings what is in the log beside it into the file, where that can be done. */
  private static void writeDown(Path file) {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException damaged) {
      LOG.warn("The store that is replaced can't be read any more; it is kept as it is", damaged);
    }
  }

  private static Path file(DatabaseAddress address) {
    if (address.isPostgres()) {
      throw new StoreException(
          "PostgreSQL is backed up and restored with its own tools: pg_dump --format=custom, and pg_restore.");
    }
    return DatabaseFile.path(address.url());
  }

  private static Connection open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
    }
    return connection;
  }

  private static void refuseToReplace(Path to) throws FileAlreadyExistsException {
    if (Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
  }

  /** A power cut leaves the whole file there, or none. */
  private static void move(Path part, Path to) throws IOException {
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
