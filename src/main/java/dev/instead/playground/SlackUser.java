package dev.instead.playground;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody in the local workspace.
 *
 * @param team the workspace that the person belongs to: another one than the app's for people of other organisations
 * @param locale as Slack writes it, e.g. {@code en-US}
 * @param zone an IANA time zone
 */
public record SlackUser(
    String id,
    String name,
    String title,
    String locale,
    String zone,
    String team,
    Set<Trait> traits) {

  /** What Slack tells about a person beside the name. */
  public enum Trait {
    ADMIN,
    MULTI_CHANNEL_GUEST,
    SINGLE_CHANNEL_GUEST,
    DEACTIVATED,
    STRANGER,
    BOT
  }

  public SlackUser {
    traits = Set.copyOf(traits);
  }

  /** An ordinary employee of the app's own workspace. */
  public static SlackUser employee(String id, String name, String title, String locale) {
    return new SlackUser(id, name, title, locale, "Asia/Jakarta", SlackWorkspace.TEAM, Set.of());
  }

  public SlackUser as(Trait... more) {
    return new SlackUser(id, name, title, locale, zone, team, Set.of(more));
  }

  /** The same person as a member of another organisation, met through Slack Connect. */
  public SlackUser ofTeam(String otherTeam) {
    return new SlackUser(id, name, title, locale, zone, otherTeam, traits);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public boolean isGuest() {
    return is(Trait.MULTI_CHANNEL_GUEST) || is(Trait.SINGLE_CHANNEL_GUEST);
  }

  /** The id of this person's conversation with the app: U0DEWI → D0DEWI. */
  String directMessage() {
    return "D" + id.substring(1);
  }

  String handle() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  String email() {
    return handle() + "@meranti.example";
  }
}
