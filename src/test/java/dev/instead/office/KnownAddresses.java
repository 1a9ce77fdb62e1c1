package dev.instead.office;

import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** An address book in memory. */
public final class KnownAddresses implements AddressBook {
  private final Map<Person, Acquaintance> people = new ConcurrentHashMap<>();
  private final Map<Channel, Spot> spots = new ConcurrentHashMap<>();

  @Override
  public void met(Acquaintance who) {
    people.merge(who.person(), who, (before, now) -> now.over(before));
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public void found(Spot spot) {
    spots.merge(spot.channel(), spot, (before, now) -> now.over(before));
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    return Optional.ofNullable(spots.get(channel));
  }

  @Override
  public List<Spot> teams(Platform platform, int limit) {
    Map<String, Spot> teams = new TreeMap<>();
    spots.values().stream()
        .filter(spot -> spot.channel().platform() == platform)
        .sorted(Comparator.comparing(spot -> spot.channel().id()))
        .forEach(spot -> teams.putIfAbsent(spot.channel().workspace() + " " + spot.team(), spot));
    return teams.values().stream()
        .sorted(Comparator.comparing(Spot::reachable).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    spots.replaceAll((channel, spot) -> channel.platform() == platform
            && channel.workspace().equals(workspace)
            && spot.team().equals(team)
        ? new Spot(channel, team, spot.name(), spot.service(), false)
        : spot);
  }
}
