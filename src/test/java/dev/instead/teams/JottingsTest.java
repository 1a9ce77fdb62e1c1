package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instead.desk.StoreException;
import dev.instead.office.KnownAddresses;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBookContract;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class JottingsTest extends AddressBookContract {
  private static final AddressBook.Spot CARE = new AddressBook.Spot(
      new Channel(Platform.TEAMS, TENANT, "19:care@thread.tacv2"),
      "19:general@thread.tacv2",
      "Social Care",
      "https://smba.trafficmanager.net/emea/",
      true);

  private final KnownAddresses below = new KnownAddresses();
  private final Queue<Runnable> toWrite = new ArrayDeque<>();
  private final AddressBook book = new Jottings(below, Runnable::run, channel -> {});
  private final AddressBook later = new Jottings(below, toWrite::add, channel -> {});

  @Override
  protected AddressBook book() {
    return book;
  }

  @Test
  void who_was_met_is_known_before_anything_is_written() {
    later.met(MET);
    later.found(CARE);

    assertEquals(Optional.of(MET), later.of(DEWI));
    assertEquals(Optional.of(CARE), later.at(CARE.channel()));
    assertEquals(Optional.empty(), below.of(DEWI));

    writes();
    assertEquals(Optional.of(MET), below.of(DEWI));
    assertEquals(Optional.of(CARE), below.at(CARE.channel()));
  }

  @Test
  void nothing_is_written_when_nothing_is_new() {
    later.met(MET);
    later.found(CARE);
    writes();

    later.met(MET);
    later.found(CARE);

    assertEquals(0, toWrite.size());
  }

  @Test
  void what_happens_in_a_row_is_written_in_a_row() {
    below.found(CARE);
    later.left(Platform.TEAMS, TENANT, CARE.team());
    later.found(CARE);
    writes();
    assertEquals(Optional.of(CARE), below.at(CARE.channel()));

    later.found(new AddressBook.Spot(CARE.channel(), CARE.team(), "Care", CARE.service(), true));
    later.left(Platform.TEAMS, TENANT, CARE.team());
    assertEquals(Optional.of(false), later.at(CARE.channel()).map(AddressBook.Spot::reachable));
    writes();
    assertEquals(Optional.of(false), below.at(CARE.channel()).map(AddressBook.Spot::reachable));
  }

  @Test
  void while_the_store_is_down_telling_goes_on_and_is_made_up_for() {
    BrokenAddresses broken = new BrokenAddresses();
    Jottings jottings = new Jottings(broken, Runnable::run, channel -> {});

    jottings.met(MET);
    jottings.found(CARE);
    jottings.left(Platform.TEAMS, TENANT, "19:other@thread.tacv2");
    assertEquals(Optional.of(MET), jottings.of(DEWI));
    assertEquals(Optional.of(CARE), jottings.at(CARE.channel()));
    assertThrows(
        StoreException.class, () -> jottings.of(new Person(Platform.TEAMS, TENANT, "stranger")));

    broken.mended = Optional.of(below);
    jottings.met(MET);
    assertEquals(Optional.of(MET), below.of(DEWI));
  }

  @Test
  void a_channel_that_is_found_or_reachable_again_is_told_once_it_is_written_down() {
    List<Channel> reached = new ArrayList<>();
    BrokenAddresses broken = new BrokenAddresses();
    Jottings jottings = new Jottings(broken, toWrite::add, reached::add);
    jottings.found(CARE);
    writes();
    assertEquals(List.of(), reached, "nothing was written");

    broken.mended = Optional.of(below);
    jottings.found(CARE);
    assertEquals(List.of(), reached);
    writes();
    assertEquals(List.of(CARE.channel()), reached);

    jottings.found(CARE);
    writes();
    jottings.found(
        new AddressBook.Spot(CARE.channel(), CARE.team(), "Another name", CARE.service(), true));
    writes();
    assertEquals(1, reached.size(), "it could be reached before");

    jottings.left(Platform.TEAMS, TENANT, CARE.team());
    writes();
    jottings.found(CARE);
    writes();
    assertEquals(2, reached.size());

    jottings.found(
        new AddressBook.Spot(CARE.channel(), CARE.team(), CARE.name(), CARE.service(), false));
    writes();
    assertEquals(2, reached.size());
  }

  @Test
  void too_much_to_write_is_no_failure() {
    Jottings jottings = new Jottings(
        below,
        work -> {
          throw new RejectedExecutionException("full");
        },
        channel -> {});
    jottings.met(MET);
    assertEquals(Optional.of(MET), jottings.of(DEWI));
  }

  private void writes() {
    while (!toWrite.isEmpty()) {
      toWrite.remove().run();
    }
  }
}
