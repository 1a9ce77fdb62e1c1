package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Timers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTimersTest extends TimersContract {
  @TempDir
  Path directory;

  private final AtomicInteger rung = new AtomicInteger();
  private Database database;
  private Timers timers;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
    timers = new JdbiTimers(database, rung::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Timers timers() {
    return timers;
  }

  @Override
  int waiting() {
    return new JdbiQueue(database).backlog(NOON).waiting();
  }

  @Test
  void a_restart_loses_no_timer() {
    timers.begin("reviews", NOON);
    database.close();
    open();
    assertEquals(Optional.of(NOON), timers.due("reviews"));
  }

  @Test
  void the_courier_is_woken_only_where_there_is_something_to_send() {
    timers.begin("links", NOON);
    assertTrue(timers.take("links", NOON, NOON.plusSeconds(60), List.of()));
    assertEquals(0, rung.get());
    who_takes_it_moves_it_on_and_wants_the_messages_in_one();
    assertEquals(1, rung.get());
  }
}
