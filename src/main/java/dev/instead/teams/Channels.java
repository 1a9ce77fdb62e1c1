package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.calls.Later;
import dev.instead.calls.Sayings;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks teams for their channels: Teams names only one of them by itself, and a card may be for another before anybody speaks there. Asked
 * is the team that the bot comes into, and at the start each team that it knows: what happened while it was away was told to nobody.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
final class Channels {
  /** The bot may call fifty times a second for a tenant, and has messages to send as well. */
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private static final int MOST_TEAMS = 1_000;
  private static final int ATTEMPTS = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final Connector connector;
  private final AddressBook book;
  private final Consumer<Channel> reached;
  private final Executor askers;
  private final Later later;

  /**
   * Knows of no team yet.
   *
   * @param reached is told of each channel that is there
   * @param askers bounded; it may refuse work
   */
  Channels(
      Connector connector,
      AddressBook book,
      Consumer<Channel> reached,
      Executor askers,
      Later later) {
    this.connector = connector;
    this.book = book;
    this.reached = reached;
    this.askers = askers;
    this.later = later;
  }

  /** Puts all channels of the team into the book, soon. Never blocks, never throws. */
  void learn(Spot general) {
    begin(() -> next(new ArrayDeque<>(Set.of(general)), 1));
  }

  /** The same for every team in the book, one after the other. */
  void learnAll() {
    begin(() -> next(new ArrayDeque<>(book.teams(Platform.TEAMS, MOST_TEAMS)), 1));
  }

  private void begin(Runnable work) {
    try {
      askers.execute(() -> {
        try {
          work.run();
        } catch (StoreException e) {
          LOG.warn("The channels of the teams can't be looked after now: {}", e.getMessage());
        }
      });
    } catch (RejectedExecutionException full) {
      LOG.warn("Teams was not asked for channels; each is known once somebody speaks there");
    }
  }

  /** Asks for the first and leaves the rest for later, so that others get their turn. */
  private void next(Deque<Spot> teams, int attempt) {
    Spot team = teams.poll();
    if (team == null) {
      return;
    }
    Asked asked = ask(team);
    boolean again = asked.busy().isPresent() && attempt < ATTEMPTS;
    if (again) {
      teams.addFirst(team);
    }
    if (asked.goOn() && !teams.isEmpty()) {
      later.after(
          asked.busy().orElse(BETWEEN), () -> begin(() -> next(teams, again ? attempt + 1 : 1)));
    }
  }

  /**
   * How asking went.
   *
   * @param goOn false when no other team need be asked either
   * @param busy how long Teams wants to be left alone
   */
  private record Asked(boolean goOn, Optional<Duration> busy) {
    static final Asked DONE = new Asked(true, Optional.empty());
  }

  private Asked ask(Spot team) {
    try {
      Reply reply = connector.channels(team.service(), team.team());
      if (reply.isOk()) {
        reply.json().path("conversations").forEach(channel -> found(team, channel));
        return Asked.DONE;
      }
      LOG.warn(
          "Teams was asked for a team's channels and answered HTTP {} {}; each is known once somebody speaks there",
          reply.status(),
          reply.error());
      return TeamsErrors.isBusy(reply)
          ? new Asked(true, Optional.of(reply.retryAfter().orElse(Sayings.SOON)))
          : Asked.DONE;
    } catch (IOException e) {
      LOG.warn(
          "Teams could not be asked for a team's channels ({}); each is known once somebody speaks there",
          e.getClass().getSimpleName());
      return Asked.DONE;
    } catch (Credentials.Refused e) {
      LOG.warn("Teams could not be asked for a team's channels: {}. {}", e.reason(), e.remedy());
      return new Asked(false, Optional.empty());
    }
  }

  private void found(Spot team, JsonNode channel) {
    Incoming.text(channel.get("id")).filter(id -> !id.isBlank()).ifPresent(id -> {
      Spot spot = new Spot(
          new Channel(team.channel().platform(), team.channel().workspace(), id),
          team.team(),
          Incoming.text(channel.get("name")).orElse(""),
          team.service(),
          true);
      book.found(spot);
      reached.accept(spot.channel());
    });
  }
}
