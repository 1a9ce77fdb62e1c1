package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a team that the bot came into for its channels: Teams names only one of them by itself, and a card may be for another before
 * anybody speaks there.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final Connector connector;
  private final AddressBook book;
  private final Executor askers;

  /** @param askers bounded; it may refuse work */
  Channels(Connector connector, AddressBook book, Executor askers) {
    this.connector = connector;
    this.book = book;
    this.askers = askers;
  }

  /** Puts all channels of the team into the book, soon. Never blocks, never throws. */
  void learn(Spot general) {
    try {
      askers.execute(() -> ask(general));
    } catch (RejectedExecutionException full) {
      LOG.warn(
          "The channels of a team were not asked for; each is known once somebody speaks there");
    }
  }

  private void ask(Spot general) {
    try {
      Reply reply = connector.channels(general.service(), general.team());
      if (reply.isOk()) {
        reply.json().path("conversations").forEach(channel -> found(general, channel));
        return;
      }
      LOG.warn(
          "Teams was asked for a team's channels and answered HTTP {} {}; each is known once somebody speaks there",
          reply.status(),
          reply.error());
    } catch (IOException e) {
      LOG.warn(
          "Teams could not be asked for a team's channels ({}); each is known once somebody speaks there",
          e.getClass().getSimpleName());
    } catch (Credentials.Refused e) {
      LOG.warn("Teams could not be asked for a team's channels: {}. {}", e.reason(), e.remedy());
    }
  }

  private void found(Spot general, JsonNode channel) {
    Incoming.text(channel.get("id"))
        .filter(id -> !id.isBlank())
        .ifPresent(id -> book.found(new Spot(
            new Channel(general.channel().platform(), general.channel().workspace(), id),
            general.team(),
            Incoming.text(channel.get("name")).orElse(""),
            general.service(),
            true)));
  }
}
