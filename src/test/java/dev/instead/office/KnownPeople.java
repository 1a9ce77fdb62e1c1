package dev.instead.office;

import dev.instead.people.Directory;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A directory that knows whom it was told of. */
public final class KnownPeople implements Directory {
  private final Map<Person, Profile> profiles = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();

  public KnownPeople knows(Person person, String name, String language, Profile.Standing standing) {
    profiles.put(
        person,
        new Profile(
            name,
            name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name,
            Optional.of(Locale.forLanguageTag(language)),
            Optional.empty(),
            standing));
    return this;
  }

  public KnownPeople group(String id, String... members) {
    groups.put(id, Set.of(members));
    return this;
  }

  public void forgets(String group) {
    groups.remove(group);
  }

  @Override
  public Optional<Profile> profile(Person person) {
    return Optional.ofNullable(profiles.get(person));
  }

  @Override
  public Optional<Set<String>> members(Platform platform, String workspace, String group) {
    return Optional.ofNullable(groups.get(group));
  }
}
