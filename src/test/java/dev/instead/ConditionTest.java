package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConditionTest {
  @TempDir
  Path folder;

  private final AtomicBoolean courierRuns = new AtomicBoolean(true);
  private Database database;
  private Condition condition;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("instead.db"));
    condition = new Condition(database, courierRuns::get, Duration.ZERO);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void it_is_ready_from_its_opening_until_it_is_stopped() {
    assertEquals(Optional.of("Instead is starting."), condition.whyNotReady());
    condition.opens();
    assertEquals(Optional.empty(), condition.whyNotReady());
    condition.stops();
    assertEquals(Optional.of("Instead is being stopped."), condition.whyNotReady());
  }

  @Test
  void without_a_courier_it_is_not_ready() {
    condition.opens();
    courierRuns.set(false);
    assertTrue(condition.whyNotReady().orElse("").contains("courier has stopped"));
  }

  @Test
  void a_store_that_cannot_be_written_is_noticed_though_nobody_writes_and_so_is_that_it_can_again()
      throws Exception {
    condition.opens();
    try (Connection other = locked()) {
      assertEquals(Optional.empty(), condition.whyNotReady());
      condition.look();
      String why = condition.whyNotReady().orElse("");
      assertTrue(why.contains("another process has locked"), why);
      assertFalse(other.isClosed());
    }
    Instant deadline = Instant.now().plusSeconds(30);
    while (condition.whyNotReady().isPresent()) {
      assertTrue(Instant.now().isBefore(deadline), "well again, and still not ready");
      condition.look();
      assertFalse(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void what_others_store_is_proof_enough() {
    Condition calm = new Condition(database, courierRuns::get, Duration.ofMinutes(1));
    calm.opens();
    database.close();

    calm.look();

    // A trial would have met the closed store.
    assertFalse(calm.whyNotReady().orElse("").contains("nothing was stored"));
  }

  private Connection locked() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("instead.db"));
    try (Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
    }
    return other;
  }
}
