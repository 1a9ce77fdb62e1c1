package dev.instead.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How people and conversations are reached on a platform that has to be told so with every message: Microsoft Teams wants the address of
 * its service, a conversation's id and its own name of a person. Kept in the store, refreshed by everything that arrives.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
public interface AddressBook {
  /**
   * A person as the platform last showed them.
   *
   * @param remoteId the platform's name of the person for this bot ({@code 29:…})
   * @param name how colleagues know them; empty when the platform didn't say
   * @param language of their client, when the platform said it
   * @param service the address of the platform's service for them, e.g. {@code https://smba.trafficmanager.net/emea/}
   * @param chat their personal chat with the bot, once there is one
   * @param reachable false once the platform said that the person removed or blocked the bot
   */
  record Acquaintance(
      Person person,
      String remoteId,
      String name,
      Optional<Locale> language,
      String service,
      Optional<String> chat,
      boolean reachable) {
    /** This news, and from {@code known} what it leaves out. */
    public Acquaintance over(Acquaintance known) {
      return new Acquaintance(
          person,
          remoteId,
          name.isEmpty() ? known.name : name,
          language.or(known::language),
          service,
          chat.or(known::chat),
          reachable);
    }
  }

  /**
   * A channel that the bot was added to.
   *
   * @param team the id of the team that it belongs to; a team's General channel has the team's own id
   * @param reachable false once the channel was deleted or the bot removed
   */
  record Spot(Channel channel, String team, String name, String service, boolean reachable) {
    /** This news, and from {@code known} what it leaves out. */
    public Spot over(Spot known) {
      return new Spot(channel, team, name.isEmpty() ? known.name : name, service, reachable);
    }
  }

  /** Remembers or refreshes; an absent chat or language, or an empty name, leaves what was known. Cheap when nothing is new. */
  void met(Acquaintance who);

  Optional<Acquaintance> of(Person person);

  /** Remembers or refreshes; an empty name leaves what was known. */
  void found(Spot spot);

  Optional<Spot> at(Channel channel);

  /** One channel of each team that the bot was ever in, those that can be reached first. */
  List<Spot> teams(Platform platform, int limit);

  /** The bot was removed from a whole team: none of its channels is reachable until one is found again. */
  void left(Platform platform, String workspace, String team);
}
