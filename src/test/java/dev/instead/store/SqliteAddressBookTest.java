package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.config.DatabaseAddress;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.AddressBookContract;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    book = new JdbiAddressBook(database);
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
    new JdbiAddressBook(database).met(MET);

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

  /** Rows that the writer's connection has ever changed. */
  private long changes() {
    return database
        .writer()
        .write(sql -> sql.one(CHANGES, row -> row.getLong(1)).orElseThrow());
  }
}
