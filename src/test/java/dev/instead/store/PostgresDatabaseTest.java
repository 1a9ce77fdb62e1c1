package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Secret;
import dev.instead.desk.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a PostgreSQL, and how it ends. */
@OnPostgres
@Timeout(120)
class PostgresDatabaseTest {
  private static final String ADD = "INSERT INTO delivery (key, answer, at) VALUES (?, '', 0)";
  private static final String TOUCH = "UPDATE delivery SET at = at + 1 WHERE key = ?";
  private static final String COUNT = "SELECT COUNT(*) FROM delivery";
  private static final PostgresDatabase.Limits QUICK = new PostgresDatabase.Limits(
      Duration.ofSeconds(1),
      Duration.ofMillis(1200),
      Duration.ofMillis(1500),
      Duration.ofSeconds(10));

  /** A request may take as long as the platforms wait, and this machine has much else to do. */
  private static final Duration IN_TIME = Duration.ofSeconds(4);

  @TempDir
  Path folder;

  @Test
  void what_collides_with_another_transaction_is_done_anew() {
    Database database = PostgresServer.shared().store();
    AtomicInteger attempts = new AtomicInteger();

    int added = database.writer().write(sql -> {
      int rows = sql.update(ADD, "once");
      if (attempts.incrementAndGet() < 3) {
        throw new SQLException("could not serialize", "40001");
      }
      return rows;
    });

    assertEquals(1, added);
    assertEquals(3, attempts.get());
    assertEquals(1, count(database));
  }

  @Test
  void two_that_wait_for_each_other_both_end_well() throws Exception {
    Database database = PostgresServer.shared().store();
    database.writer().write(sql -> sql.update(ADD, "a") + sql.update(ADD, "b"));
    CyclicBarrier both = new CyclicBarrier(2);
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try {
      for (Future<Integer> each : callers.invokeAll(
          List.of(crosswise(database, both, "a", "b"), crosswise(database, both, "b", "a")))) {
        assertEquals(2, each.get(30, TimeUnit.SECONDS));
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static Callable<Integer> crosswise(
      Database database, CyclicBarrier both, String first, String second) {
    AtomicInteger attempts = new AtomicInteger();
    return () -> database.writer().write(sql -> {
      int touched = sql.update(TOUCH, first);
      if (attempts.incrementAndGet() == 1) {
        meet(both);
      }
      return touched + sql.update(TOUCH, second);
    });
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(20, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new AssertionError(alone);
    }
  }

  @Test
  void what_takes_too_long_is_given_up_in_time_and_nothing_is_stored() {
    try (Database database = PostgresDatabase.open(PostgresServer.shared().fresh(), QUICK)) {
      Instant began = Instant.now();
      says(
          "did not do in time",
          () -> database.writer().write(sql -> {
            sql.update(ADD, "never");
            return sql.one("SELECT pg_sleep(30)", row -> true);
          }));
      assertInTime(began);
      assertTrue(database.whyUnusable().orElse("").contains("did not do in time"));
      assertEquals(0, count(database));
    }
  }

  @Test
  void what_somebody_else_has_locked_is_given_up_in_time() throws SQLException {
    DatabaseAddress address = PostgresServer.shared().fresh();
    try (Database database = PostgresDatabase.open(address, QUICK);
        Connection other = PostgresServer.connect(address);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE delivery IN ACCESS EXCLUSIVE MODE");
      Instant began = Instant.now();
      says("did not do in time", () -> database.writer().write(sql -> sql.update(ADD, "late")));
      assertInTime(began);
      other.rollback();
      assertEquals(1, add(database, "later"));
    }
  }

  @Test
  void looking_for_people_to_forget_takes_its_time_and_nobody_else_notices() throws Exception {
    DatabaseAddress address = PostgresServer.shared().fresh();
    ExecutorService aside = Executors.newSingleThreadExecutor();
    try (Database database = PostgresDatabase.open(address, QUICK);
        Connection other = PostgresServer.connect(address);
        Statement statement = other.createStatement()) {
      database
          .writer()
          .write(
              sql -> sql.update(
                  "INSERT INTO person (platform, workspace, remote_id, name) VALUES ('slack', 'T', 'U', 'N')"));
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE proposal IN ACCESS EXCLUSIVE MODE");
      Future<Integer> forgotten =
          aside.submit(() -> new JdbiForgetting(database).people(Instant.EPOCH, 10));
      statement.execute("SELECT pg_sleep(2)"); // longer than a connection of the pool may be silent
      assertEquals(0, count(database));
      other.rollback();
      assertEquals(1, forgotten.get(30, TimeUnit.SECONDS));
    } finally {
      aside.shutdownNow();
    }
  }

  @Test
  void readers_cannot_write() {
    Database database = PostgresServer.shared().store();
    says("read-only", () -> database.readers().readHot(sql -> sql.update("DELETE FROM delivery")));
  }

  @Test
  void the_one_character_that_it_cant_keep_is_replaced() {
    Database database = PostgresServer.shared().store();
    database.writer().write(sql -> sql.update(ADD, "a\0b"));
    assertEquals(
        Optional.of("a\uFFFDb"),
        database
            .readers()
            .readHot(sql -> sql.one("SELECT key FROM delivery", row -> row.getString(1))));
  }

  @Test
  void while_it_is_away_everybody_hears_so_in_time_and_once_it_is_back_all_goes_on() {
    PostgresServer server = PostgresServer.ownIn(folder);
    try (Database database = PostgresDatabase.open(server.empty(), QUICK)) {
      database.writer().write(sql -> sql.update(ADD, "before"));
      assertEquals(1, count(database));
      server.stop();
      for (int i = 0; i < 3; i++) {
        Instant began = Instant.now();
        says("PostgreSQL", () -> database.writer().write(sql -> sql.update(ADD, "meanwhile")));
        says("PostgreSQL", () -> count(database));
        assertInTime(began);
      }
      assertTrue(database.whyUnusable().isPresent());

      server.startAgain();
      becomes(database);
      assertTrue(count(database) >= 2);
    } finally {
      server.close();
    }
  }

  @Test
  void while_it_hangs_everybody_hears_so_in_time_and_afterwards_all_goes_on() throws Exception {
    PostgresServer server = PostgresServer.ownIn(folder);
    try (Database database = PostgresDatabase.open(server.empty(), QUICK)) {
      database.writer().write(sql -> sql.update(ADD, "before"));
      server.hangs(true);
      try {
        for (int i = 0; i < 3; i++) {
          Instant began = Instant.now();
          says("does not answer", () -> database.writer().write(sql -> sql.update(ADD, "lost")));
          says("does not answer", () -> count(database));
          assertInTime(began);
        }
      } finally {
        server.hangs(false);
      }
      becomes(database);
    } finally {
      server.close();
    }
  }

  /** A restart between two requests is nobody's business. */
  @Test
  void connections_that_died_unnoticed_are_replaced_without_a_word() throws SQLException {
    DatabaseAddress address = PostgresServer.shared().fresh();
    try (Database database = PostgresServer.open(address);
        Connection other = PostgresServer.connect(address);
        Statement statement = other.createStatement()) {
      database.writer().write(sql -> sql.update(ADD, "before"));
      assertEquals(1, count(database));
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

      assertEquals(1, add(database, "after"));
      assertEquals(2, count(database));
    }
  }

  @Test
  void what_is_wrong_at_the_start_is_named_with_the_remedy() {
    DatabaseAddress good = PostgresServer.shared().fresh();
    String host = good.url().substring(0, good.url().lastIndexOf('/') + 1);
    Optional<Secret> password = Optional.of(new Secret("hush-hush"));

    says(
        "there is no database of this name",
        () -> Database.open(new DatabaseAddress(host + "nowhere", good.user(), password)));
    says(
        "refuses the user or the password",
        () -> Database.open(new DatabaseAddress(good.url(), Optional.of("nobody"), password)));
    says(
        "can't be reached",
        () -> Database.open(
            new DatabaseAddress("jdbc:postgresql://127.0.0.1:9/x", good.user(), password)));
  }

  @Test
  void a_database_of_a_newer_version_is_left_alone() throws SQLException {
    DatabaseAddress address = PostgresServer.shared().empty();
    Database.open(address).close();
    try (Connection newer = PostgresServer.connect(address);
        Statement statement = newer.createStatement()) {
      statement.execute("""
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
          VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'later', 1, true)
          """);
    }
    says("a newer version of Instead", () -> Database.open(address));
  }

  private static int add(Database database, String key) {
    return database.writer().write(sql -> sql.update(ADD, key));
  }

  private static long count(Database database) {
    return database
        .readers()
        .readHot(sql -> sql.one(COUNT, row -> row.getLong(1)))
        .orElseThrow();
  }

  private static void becomes(Database database) {
    Instant deadline = Instant.now().plusSeconds(30);
    for (int tries = 0; ; tries++) {
      String key = "after " + tries;
      try {
        database.writer().write(sql -> sql.update(ADD, key));
        return;
      } catch (StoreException notYet) {
        if (Instant.now().isAfter(deadline)) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static void assertInTime(Instant began) {
    Duration took = Duration.between(began, Instant.now());
    assertTrue(took.compareTo(IN_TIME) < 0, () -> "it took " + took);
  }

  private static void says(String words, Executable action) {
    String message = String.valueOf(assertThrows(StoreException.class, action).getMessage());
    assertTrue(message.contains(words), message);
    assertTrue(!message.contains("hush-hush"), message);
  }
}
