package dev.instead.people;

import java.util.Optional;
import java.util.Set;

/**
 * The platforms' own knowledge of people and groups, cached. Look-ups are rate limited by the platforms, so every question may go
 * unanswered: then it is empty at once, or after a moment that fits into an answer's deadline, and the asker decides carefully.
 */
public interface Directory {
  /** What the platform says about the person, or empty when that can't be had in time. */
  Optional<Profile> profile(Person person);

  /** The members' ids of a group (Slack: a user group {@code S…}), or empty when they can't be had in time. */
  Optional<Set<String>> members(Platform platform, String workspace, String group);
}
