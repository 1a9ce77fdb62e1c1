package dev.instead.policy;

import dev.instead.people.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A team that cases are routed to; never one named person.
 *
 * @param channels the conversation's id on each platform that the team uses
 * @param language the language of its cards
 * @param hours absent: always on
 */
public record Team(
    TeamId id,
    LocalText name,
    Map<Platform, String> channels,
    Members members,
    Members lead,
    Locale language,
    Optional<Hours> hours,
    List<Rung> ladder) {
  public Team {
    channels = InOrder.copyOf(channels);
    ladder = List.copyOf(ladder);
  }
}
