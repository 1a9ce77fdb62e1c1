package dev.instead.office;

import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An address book in memory. */
public final class KnownAddresses implements AddressBook {
  private final Map<Person, Acquaintance> people = new ConcurrentHashMap<>();
  private final Map<Channel, Spot> spots = new ConcurrentHashMap<>();

  @Override
  public void met(Acquaintance who) {
    people.merge(who.person(), who, KnownAddresses::refreshed);
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public Optional<Person> withRemoteId(Platform platform, String workspace, String remoteId) {
    return people.values().stream()
        .filter(known -> known.remoteId().equals(remoteId))
        .map(Acquaintance::person)
        .filter(person -> person.platform() == platform && person.workspace().equals(workspace))
        .findFirst();
  }

  @Override
  public void found(Spot spot) {
    spots.merge(spot.channel(), spot, KnownAddresses::refreshed);
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    return Optional.ofNullable(spots.get(channel));
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    spots.replaceAll((channel, spot) -> channel.platform() == platform
            && channel.workspace().equals(workspace)
            && spot.team().equals(team)
        ? new Spot(channel, team, spot.name(), spot.service(), false)
        : spot);
  }

  private static Acquaintance refreshed(Acquaintance before, Acquaintance now) {
    return new Acquaintance(
        now.person(),
        now.remoteId(),
        now.name().isEmpty() ? before.name() : now.name(),
        now.language().or(before::language),
        now.service(),
        now.chat().or(before::chat),
        now.reachable());
  }

  private static Spot refreshed(Spot before, Spot now) {
    String name = now.name().isEmpty() ? before.name() : now.name();
    return new Spot(now.channel(), now.team(), name, now.service(), now.reachable());
  }
}
