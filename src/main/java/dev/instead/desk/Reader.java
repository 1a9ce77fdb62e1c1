package dev.instead.desk;

import dev.instead.people.Person;
import dev.instead.people.Profile;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who is about to be told something.
 *
 * @param language the policy's language for them
 * @param profile absent when the platform could not be asked in time
 */
public record Reader(Person person, Locale language, Optional<Profile> profile) {
  /** First name, empty when unknown. */
  public String greeting() {
    return profile.map(Profile::firstName).orElse("");
  }

  /** How colleagues know them, empty when unknown. */
  public String name() {
    return profile.map(Profile::name).orElse("");
  }
}
