package dev.instead.teams;

import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.List;
import java.util.Optional;

/** An address book whose store is down until it is mended. */
final class BrokenAddresses implements AddressBook {
  Optional<AddressBook> mended = Optional.empty();

  @Override
  public void met(Acquaintance who) {
    book().met(who);
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    return book().of(person);
  }

  @Override
  public void found(Spot spot) {
    book().found(spot);
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    return book().at(channel);
  }

  @Override
  public List<Spot> teams(Platform platform, int limit) {
    return book().teams(platform, limit);
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    book().left(platform, workspace, team);
  }

  private AddressBook book() {
    return mended.orElseThrow(() -> new StoreException("The store is down. Mend it."));
  }
}
