package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.ChannelAccount;
import dev.instead.desk.Delivery;
import dev.instead.desk.StoreException;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who and what the bot can reach: everything that arrives refreshes it, and installs, removals, renames and deletions are followed.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
final class LifeRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LifeRoutes.class);

  private final UseCases desks;
  private final AddressBook book;
  private final Whisper whisper;

  LifeRoutes(UseCases desks, AddressBook book, Whisper whisper) {
    this.desks = desks;
    this.book = book;
    this.whisper = whisper;
  }

  /** Remembers where it came from. A store that is down must not keep anybody from being heard. */
  void met(Arrival arrival) {
    try {
      arrival.person().ifPresent(person -> met(arrival, person, true));
      if (arrival.place().kind() == Place.Kind.CHANNEL) {
        found(arrival, arrival.place().channel().id(), "");
      }
    } catch (StoreException e) {
      LOG.warn("Where an activity came from was not remembered: {}", e.getMessage());
    }
  }

  /** {@code conversationUpdate}. */
  void changed(Arrival arrival, Runnable refresh) {
    boolean removed = hasBot(arrival, arrival.activity().getMembersRemoved());
    if (removed) {
      left(arrival);
      return;
    }
    String event = arrival.channelData().path("eventType").asText();
    switch (event) {
      case "channelDeleted" -> channel(arrival, false);
      case "teamDeleted", "teamHardDeleted", "teamArchived" -> left(arrival);
      case "channelCreated",
          "channelRenamed",
          "channelRestored",
          "channelUnshared",
          "channelShared" -> {
        refresh.run();
        channel(arrival, true);
      }
      default -> refresh.run();
    }
    if (hasBot(arrival, arrival.activity().getMembersAdded())) {
      installed(arrival);
    }
  }

  /** {@code installationUpdate}. */
  void installation(Arrival arrival, Runnable refresh) {
    switch (Arrival.orEmpty(arrival.activity().getAction())) {
      case "remove" -> left(arrival);
      case "add", "add-upgrade" -> {
        refresh.run();
        installed(arrival);
      }
      default -> {} // remove-upgrade: the new version follows at once.
    }
  }

  private void installed(Arrival arrival) {
    if (!arrival.place().isPersonal()) {
      JsonNode chosen = arrival.channelData().path("settings").path("selectedChannel");
      Arrival.text(chosen.get("id")).ifPresent(id -> found(arrival, id, name(chosen)));
      team(arrival).ifPresent(team -> found(arrival, team, ""));
      return;
    }
    arrival
        .person()
        .filter(person -> isFirst(person, arrival))
        .ifPresent(person -> whisper.here(
            arrival.place(), TeamsCards.of(new Notice.Help(), desks.readers().languageOf(person))));
  }

  /** Teams tells of one installation in two activities; one welcome is enough. */
  private boolean isFirst(Person person, Arrival arrival) {
    return desks
        .answers()
        .isNew(Delivery.of("teams:" + arrival.tenant() + ":welcome", person.id()));
  }

  private void left(Arrival arrival) {
    if (arrival.place().isPersonal()) {
      arrival.person().ifPresent(person -> met(arrival, person, false));
    } else {
      team(arrival).ifPresent(team -> book.left(Platform.TEAMS, arrival.tenant(), team));
    }
  }

  private void channel(Arrival arrival, boolean reachable) {
    JsonNode channel = arrival.channelData().path("channel");
    Arrival.text(channel.get("id")).ifPresent(id -> found(arrival, id, name(channel), reachable));
  }

  private void met(Arrival arrival, Person person, boolean reachable) {
    Place place = arrival.place();
    book.met(new AddressBook.Acquaintance(
        person,
        arrival.remoteId(),
        arrival.name(),
        arrival.language(),
        place.service(),
        place.isPersonal() ? Optional.of(place.conversation()) : Optional.empty(),
        reachable));
  }

  private void found(Arrival arrival, String id, String name) {
    found(arrival, id, name, true);
  }

  private void found(Arrival arrival, String id, String name, boolean reachable) {
    team(arrival)
        .ifPresent(team -> book.found(new AddressBook.Spot(
            new Channel(Platform.TEAMS, arrival.tenant(), id),
            team,
            name,
            arrival.place().service(),
            reachable)));
  }

  private static Optional<String> team(Arrival arrival) {
    return Arrival.text(arrival.channelData().path("team").get("id"))
        .or(() -> Arrival.text(arrival.channelData().get("teamsTeamId")));
  }

  private static String name(JsonNode named) {
    return Arrival.text(named.get("name")).orElse("");
  }

  private static boolean hasBot(Arrival arrival, @Nullable List<ChannelAccount> members) {
    return members != null
        && members.stream()
            .anyMatch(member -> member != null && arrival.place().bot().equals(member.getId()));
  }
}
