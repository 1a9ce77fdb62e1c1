package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Teams for the channels. An installation tells one of them, and cards go to others where nobody may ever write to the bot.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team
 */
final class TeamsSurroundings implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsSurroundings.class);

  private final Connector connector;
  private final AddressBook book;
  private final Executor background;

  /** @param background bounded; it may refuse work */
  TeamsSurroundings(Connector connector, AddressBook book, Executor background) {
    this.connector = connector;
    this.book = book;
    this.background = background;
  }

  @Override
  public void learn(String tenant, String team, String service) {
    try {
      background.execute(() -> ask(tenant, team, service));
    } catch (RejectedExecutionException e) {
      unknown("too much else is going on");
    }
  }

  private void ask(String tenant, String team, String service) {
    try {
      Reply reply = connector.channels(service, team);
      if (!reply.isOk()) {
        unknown("Teams answered " + reply.status() + " " + reply.error());
      }
      reply.json().path("conversations").forEach(channel -> found(tenant, team, service, channel));
    } catch (IOException | StoreException | Credentials.Refused e) {
      unknown(String.valueOf(e.getMessage()));
    }
  }

  private void found(String tenant, String team, String service, JsonNode channel) {
    Incoming.text(channel.get("id"))
        .ifPresent(id -> book.found(new AddressBook.Spot(
            new Channel(Platform.TEAMS, tenant, id),
            team,
            Incoming.text(channel.get("name")).orElse(""),
            service,
            true)));
  }

  private static void unknown(String why) {
    LOG.warn(
        "The channels of a team that the app was added to are not known: {}. Mention the app once in each channel that gets cards.",
        why);
  }
}
