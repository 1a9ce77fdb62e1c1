package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.AddressBookContract;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteAddressBookTest extends AddressBookContract {
  private static final String CHANGES = "SELECT total_changes()";

  @TempDir
  Path directory;

  private Database database;
  private AddressBook book;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
    book = new JdbiAddressBook(database, Runnable::run);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected AddressBook book() {
    return book;
  }

  @Test
  void nothing_is_written_when_nothing_is_new() {
    book.met(MET);
    long before = changes();

    book.met(MET);
    new JdbiAddressBook(database, Runnable::run).met(MET);

    assertEquals(before, changes());
  }

  @Test
  void it_is_still_there_after_a_restart() {
    book.met(MET);
    database.close();
    open();

    assertEquals(Optional.of(MET), book.of(DEWI));
  }

  @Test
  void the_doctor_sees_the_channels_from_outside_while_the_bot_runs() {
    Spot care = new Spot(
        new Channel(Platform.TEAMS, TENANT, "19:care@thread.tacv2"),
        "19:general@thread.tacv2",
        "Social Care",
        "https://smba.trafficmanager.net/emea/",
        true);
    book.found(care);

    assertEquals(
        List.of(care),
        Look.at(DatabaseAddress.of("jdbc:sqlite:" + directory.resolve("instead.db")))
            .spots());
  }

  @Test
  @Timeout(60)
  void a_first_read_that_takes_too_long_is_waited_for_once_and_goes_on_behind() {
    book.met(MET);
    Deque<Runnable> stuck = new ArrayDeque<>();
    AddressBook slow = new JdbiAddressBook(database, stuck::add, Duration.ofMillis(50));
    assertThrows(StoreException.class, () -> slow.of(DEWI));
    assertThrows(StoreException.class, () -> slow.of(DEWI));
    assertEquals(1, stuck.size(), "it is being read already");

    stuck.remove().run();
    assertEquals(Optional.of(MET), slow.of(DEWI));
    assertEquals(0, stuck.size());
  }

  @Test
  @Timeout(60)
  void who_waited_in_vain_does_not_wait_again_for_the_same() {
    AddressBook slow = new JdbiAddressBook(database, work -> {}, Duration.ofSeconds(3));
    // As many as a request may ask, and more: with the wait for each this would take minutes.
    for (int i = 0; i < 30; i++) {
      assertThrows(StoreException.class, () -> slow.of(DEWI));
    }
  }

  @Test
  void when_too_many_are_read_the_answer_is_not_waited_for() {
    AddressBook full = new JdbiAddressBook(database, work -> {
      throw new RejectedExecutionException("full");
    });
    assertThrows(StoreException.class, () -> full.of(DEWI));
    assertThrows(StoreException.class, () -> full.of(DEWI));
  }

  @Test
  void what_was_told_meanwhile_is_not_forgotten_for_what_was_read_before() {
    Deque<Runnable> later = new ArrayDeque<>();
    AddressBook slow = new JdbiAddressBook(database, later::add, Duration.ofMillis(1));
    assertThrows(StoreException.class, () -> slow.of(DEWI));
    slow.met(MET);
    later.remove().run();
    assertEquals(Optional.of(MET), slow.of(DEWI));
  }

  /** Rows that the writer's connection has ever changed. */
  private long changes() {
    return database
        .writer()
        .write(sql -> sql.one(CHANGES, row -> row.getLong(1)).orElseThrow());
  }
}
