package dev.instead.playground;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody in the local Teams tenant.
 *
 * @param aad the AAD object id: the same for every app, and what a policy file lists
 * @param locale of the client, e.g. {@code en-US}
 * @param zone an IANA time zone
 */
public record TeamsPerson(
    String aad, String name, String title, String locale, String zone, Set<Trait> traits) {

  /** What Teams tells about a person beside the name. */
  public enum Trait {
    /** Invited from another organisation. */
    GUEST,
    /** Came into a meeting by its link, without an account: activities then carry no AAD object id. */
    ANONYMOUS
  }

  public TeamsPerson {
    traits = Set.copyOf(traits);
  }

  /** An ordinary employee. */
  public static TeamsPerson employee(String aad, String name, String title, String locale) {
    return new TeamsPerson(aad, name, title, locale, "Asia/Jakarta", Set.of());
  }

  public TeamsPerson as(Trait... more) {
    return new TeamsPerson(aad, name, title, locale, zone, Set.of(more));
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Teams' name of the person for this one bot: {@code 29:…}. */
  public String remoteId() {
    return "29:1" + aad.replace("-", "");
  }

  /** The id of the person's chat with the bot. */
  public String chat() {
    return "a:1" + aad.replace("-", "");
  }

  /** Guests are told by the {@code #EXT#} in theirs. */
  public String userPrincipalName() {
    String handle = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    return is(Trait.GUEST)
        ? handle + "_agency.example#EXT#@meranti.example"
        : handle + "@meranti.example";
  }
}
