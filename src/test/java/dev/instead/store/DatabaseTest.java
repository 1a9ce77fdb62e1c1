package dev.instead.store;

import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  private static final String FILL =
      "INSERT INTO delivery (key, answer, at) VALUES (hex(randomblob(16)), ?, 0)";

  @TempDir
  Path directory;

  @Test
  void a_new_database_is_created_with_its_directories_and_opens_again() {
    Path file = directory.resolve("var/lib/instead.db");

    try (Database database = open(file)) {
      assertTrue(
          cases(database).save(filing(newCase(NUMBER, "example.com/1"), report(NUMBER, DEWI))));
    }
    try (Database database = open(file)) {
      assertTrue(cases(database).find(NUMBER).isPresent());
    }
  }

  /** It holds names and what people reported; so do the log and the index beside it, while it is open. */
  @Test
  void nobody_else_can_read_what_is_stored() throws IOException {
    try (Database database = open(directory.resolve("instead.db"))) {
      cases(database).save(filing(newCase(NUMBER, "example.com/1"), report(NUMBER, DEWI)));

      for (String file : List.of("instead.db", "instead.db-wal", "instead.db-shm")) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))),
            file);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "journal_mode, wal",
    "synchronous, 2",
    "foreign_keys, 1",
    "secure_delete, 1",
    "busy_timeout, 200"
  })
  void the_writer_is_as_safe_as_it_can_be(String pragma, String value) {
    try (Database database = open(directory.resolve("instead.db"))) {
      assertEquals(
          value,
          database
              .writer()
              .write(sql -> sql.one("PRAGMA " + pragma, row -> row.getString(1)).orElseThrow()));
    }
  }

  @Test
  void readers_cannot_write() {
    try (Database database = open(directory.resolve("instead.db"))) {
      expect(
          "read-only", () -> database.readers().readHot(sql -> sql.update("DELETE FROM delivery")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x.db",
        "jdbc:sqlite:/x.db?mode=ro",
        "jdbc:oracle:thin:x",
        "/var/lib/instead.db"
      })
  void only_a_file_can_be_opened(String url) {
    StoreException refused = assertThrows(StoreException.class, () -> Database.open(url));

    assertTrue(message(refused).contains("INSTEAD_DATABASE_URL"), message(refused));
  }

  @Test
  void a_directory_in_the_files_place_is_named() {
    expect("this is a directory", () -> open(directory));
  }

  @Test
  void a_place_where_nothing_can_be_written_is_named() {
    Path nowhere = Path.of("/proc/instead/instead.db"); // not even root can write there

    StoreException refused = assertThrows(StoreException.class, () -> open(nowhere));

    assertTrue(message(refused).contains("/proc/instead/instead.db"), message(refused));
    assertTrue(message(refused).contains("write to the directory /proc/instead"), message(refused));
  }

  @Test
  void a_read_only_file_is_named() throws IOException {
    Path file = directory.resolve("instead.db");
    open(file).close();
    assertTrue(file.toFile().setReadOnly());

    expect("read-only", () -> open(file));
  }

  @Test
  void a_file_that_is_no_database_is_named_and_left_alone() throws IOException {
    Path file = directory.resolve("instead.db");
    String letter = "Dear team, this is a letter and not a database.\n".repeat(50);
    Files.writeString(file, letter, StandardCharsets.UTF_8);

    expect("not an SQLite database", () -> open(file));

    assertEquals(letter, Files.readString(file, StandardCharsets.UTF_8));
  }

  @Test
  void a_database_that_another_program_has_locked_is_named_and_opens_once_it_is_free()
      throws SQLException {
    Path file = directory.resolve("instead.db");
    open(file).close();
    try (Connection other = lockedBySomebodyElse(file)) {
      expect("another process has locked the database", () -> open(file));
      assertTrue(other.isValid(1));
    }
    open(file).close();
  }

  @Test
  void a_lock_taken_while_running_fails_the_write_and_nothing_is_stored() throws SQLException {
    Path file = directory.resolve("instead.db");
    try (Database database = open(file)) {
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        expect("another process has locked the database", () -> file(database));
        statement.execute("ROLLBACK");
      }
      assertTrue(cases(database).find(NUMBER).isEmpty());
      assertTrue(file(database));
    }
  }

  @Test
  void a_database_of_a_newer_version_is_left_alone() throws SQLException {
    Path file = directory.resolve("instead.db");
    open(file).close();
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = newer.createStatement()) {
      statement.execute("""
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
          VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'later', 1, 1)
          """);
    }

    expect("a newer version of Instead", () -> open(file));
  }

  @Test
  void a_full_disk_stores_nothing_and_is_survived() {
    try (Database database = open(directory.resolve("instead.db"))) {
      pages(database, "1");
      StoreException full = fillUp(database);
      assertTrue(message(full).contains("the disk is full"), message(full));
      long stored = reports(database);

      pages(database, "1000000");

      assertEquals(stored, reports(database));
      assertTrue(file(database));
      // The very statement that met the full disk works again.
      int added = database.writer().write(sql -> sql.update(FILL, "y"));
      assertEquals(1, added);
    }
  }

  @Test
  void one_database_has_one_instead() {
    Path file = directory.resolve("instead.db");
    try (Database first = open(file)) {
      expect("another Instead is running", () -> open(file));
      assertTrue(file(first));
    }
    open(file).close();
  }

  private StoreException fillUp(Database database) {
    for (int i = 0; i < 10_000; i++) {
      String text = "x".repeat(3000);
      try {
        database.writer().write(sql -> sql.update(FILL, text));
      } catch (StoreException full) {
        return full;
      }
    }
    throw new AssertionError("The disk never became full");
  }

  private static long reports(Database database) {
    return database
        .readers()
        .readHot(sql -> sql.one("SELECT COUNT(*) FROM delivery", row -> row.getLong(1)))
        .orElseThrow();
  }

  /** SQLite takes the smallest number of pages that holds what is there already. */
  private static void pages(Database database, String atMost) {
    database
        .writer()
        .write(sql -> sql.one("PRAGMA max_page_count = " + atMost, row -> row.getLong(1)));
  }

  private static boolean file(Database database) {
    return cases(database).save(filing(newCase(NUMBER, "example.com/1"), report(NUMBER, DEWI)));
  }

  private static JdbiCases cases(Database database) {
    return new JdbiCases(database, Clock.systemUTC(), () -> {});
  }

  private static Database open(Path file) {
    return Database.open("jdbc:sqlite:" + file, LIMIT, 100);
  }

  private static Connection lockedBySomebodyElse(Path file) throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = other.createStatement()) {
      for (String step : List.of("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT")) {
        statement.execute(step);
      }
    }
    return other;
  }

  private void expect(String words, Executable action) {
    StoreException thrown = assertThrows(StoreException.class, action);
    assertTrue(message(thrown).contains(words), message(thrown));
    assertTrue(message(thrown).contains(directory.toString()), message(thrown));
  }

  private static String message(StoreException thrown) {
    return String.valueOf(thrown.getMessage());
  }
}
