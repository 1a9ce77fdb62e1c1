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

/** Asks the connector for a team's channels and writes them into the address book. */
final class TeamsSurroundings implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsSurroundings.class);

  private final Connector connector;
  private final AddressBook book;
  private final Executor askers;

  /** {@code askers} is bounded; it may refuse work. */
  TeamsSurroundings(Connector connector, AddressBook book, Executor askers) {
    this.connector = connector;
    this.book = book;
    this.askers = askers;
  }

  @Override
  public void explore(String service, String tenant, String team) {
    try {
      askers.execute(() -> ask(service, tenant, team));
    } catch (RejectedExecutionException full) {
      unlearnt(team, "too much is going on");
    }
  }

  private void ask(String service, String tenant, String team) {
    try {
      Reply reply = connector.channels(service, team);
      if (!reply.isOk()) {
        unlearnt(team, "HTTP " + reply.status() + " " + reply.error());
        return;
      }
      for (JsonNode channel : reply.json().path("conversations")) {
        String id = channel.path("id").asText();
        if (!id.isEmpty()) {
          book.found(new AddressBook.Spot(
              new Channel(Platform.TEAMS, tenant, id),
              team,
              channel.path("name").isTextual() ? channel.path("name").asText() : "",
              service,
              true));
        }
      }
    } catch (IOException e) {
      unlearnt(team, e.getClass().getSimpleName());
    } catch (Credentials.Refused e) {
      unlearnt(team, e.reason());
    } catch (StoreException e) {
      unlearnt(team, "the store is down");
    }
  }

  private static void unlearnt(String team, String why) {
    LOG.warn(
        "The channels of the team {} are not known yet ({}); each is learnt when somebody mentions the bot there",
        team,
        why);
  }
}
