package dev.instead.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each platform's own directory, asked for its own people. A platform without one knows nobody. */
public record Directories(Map<Platform, Directory> on) implements Directory {
  public Directories {
    on = Map.copyOf(on);
  }

  @Override
  public Optional<Profile> profile(Person person) {
    return Optional.ofNullable(on.get(person.platform()))
        .flatMap(directory -> directory.profile(person));
  }

  @Override
  public Map<Person, String> names(Collection<Person> people) {
    Map<Person, String> names = new HashMap<>();
    on.forEach((platform, directory) -> {
      List<Person> own =
          people.stream().filter(person -> person.platform() == platform).toList();
      names.putAll(own.isEmpty() ? Map.of() : directory.names(own));
    });
    return names;
  }

  @Override
  public Optional<Set<String>> members(Platform platform, String workspace, String group) {
    return Optional.ofNullable(on.get(platform))
        .flatMap(directory -> directory.members(platform, workspace, group));
  }

  @Override
  public Map<String, Set<String>> membersOfAll(
      Platform platform, String workspace, Collection<String> groups) {
    return Optional.ofNullable(on.get(platform))
        .map(directory -> directory.membersOfAll(platform, workspace, groups))
        .orElse(Map.of());
  }
}
