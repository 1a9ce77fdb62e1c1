package dev.instead.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The platforms' own knowledge of people and groups, cached. Look-ups are rate limited by the platforms, so every question may go
 * unanswered: then it is empty at once, or after a moment that fits into an answer's deadline, and the asker decides carefully.
 */
public interface Directory {
  /** What the platform says about the person, or empty when that can't be had in time. */
  Optional<Profile> profile(Person person);

  /**
   * How colleagues know several people, asked about all at once: it takes no longer than {@link #profile} of one. Whoever isn't known in
   * time is left out.
   */
  default Map<Person, String> names(Collection<Person> people) {
    Map<Person, String> names = new HashMap<>();
    people.forEach(
        person -> profile(person).ifPresent(profile -> names.put(person, profile.name())));
    return names;
  }

  /** The members' ids of a group (Slack: a user group {@code S…}), or empty when they can't be had in time. */
  Optional<Set<String>> members(Platform platform, String workspace, String group);

  /**
   * The members of several groups, asked about all at once: it takes no longer than {@link #members} of one. Groups whose members can't be
   * had in time are left out.
   */
  default Map<String, Set<String>> membersOfAll(
      Platform platform, String workspace, Collection<String> groups) {
    Map<String, Set<String>> members = new HashMap<>();
    groups.forEach(
        group -> members(platform, workspace, group).ifPresent(ids -> members.put(group, ids)));
    return members;
  }
}
