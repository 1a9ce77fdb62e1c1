package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.AddressBookContract;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresAddressBookTest extends AddressBookContract {
  private Database database;
  private AddressBook book;

  @BeforeEach
  void open() {
    database = PostgresServer.shared().store();
    book = new JdbiAddressBook(database, Runnable::run);
  }

  @Override
  protected AddressBook book() {
    return book;
  }

  @Test
  void another_node_knows_whom_this_one_met() {
    book.met(MET);

    assertEquals(Optional.of(MET), new JdbiAddressBook(database, Runnable::run).of(DEWI));
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

    Look seen = Look.at(PostgresServer.shared().address());
    assertEquals(List.of(care), seen.spots());
    assertEquals(false, seen.isNew());
    assertEquals(true, Look.at(PostgresServer.shared().empty()).isNew());
  }
}
