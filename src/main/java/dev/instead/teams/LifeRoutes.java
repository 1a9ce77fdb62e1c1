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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the bot can reach: everything that arrives refreshes it, and installs, removals, renames and deletions are followed.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
final class LifeRoutes {
  private final UseCases desks;
  private final AddressBook book;
  private final Whisper whisper;
  private final BiConsumer<Person, String> seen;
  private final Consumer<AddressBook.Spot> teams;

  /**
   * @param book telling it never fails, whatever becomes of the store: {@link Jottings}
   * @param seen is told who was heard in which conversation
   * @param teams is told of each team that the bot comes into, by its General channel
   */
  LifeRoutes(
      UseCases desks,
      AddressBook book,
      Whisper whisper,
      BiConsumer<Person, String> seen,
      Consumer<AddressBook.Spot> teams) {
    this.seen = seen;
    this.teams = teams;
    this.desks = desks;
    this.book = book;
    this.whisper = whisper;
  }

  /** Remembers where it came from. */
  void met(Incoming incoming) {
    incoming.person().ifPresent(person -> {
      met(incoming, person, incoming.place().isPersonal() || wasReachable(person));
      seen.accept(person, incoming.place().unthreaded());
    });
    if (incoming.place().kind() == Place.Kind.CHANNEL) {
      found(incoming, incoming.place().channel().id(), "");
    }
  }

  /** {@code conversationUpdate}. */
  void changed(Incoming incoming, Runnable refresh) {
    boolean removed = hasBot(incoming, incoming.activity().getMembersRemoved());
    if (removed) {
      left(incoming);
      return;
    }
    String event = incoming.channelData().path("eventType").asText();
    switch (event) {
      case "channelDeleted" -> channel(incoming, false);
      case "teamUnarchived", "teamRestored" -> {
        refresh.run();
        entered(incoming);
      }
      case "teamDeleted", "teamHardDeleted", "teamArchived" -> left(incoming);
      case "channelCreated",
          "channelRenamed",
          "channelRestored",
          "channelUnshared",
          "channelShared" -> {
        refresh.run();
        channel(incoming, true);
      }
      default -> refresh.run();
    }
    if (hasBot(incoming, incoming.activity().getMembersAdded())) {
      installed(incoming);
    }
  }

  /** {@code installationUpdate}. */
  void installation(Incoming incoming, Runnable refresh) {
    switch (Incoming.orEmpty(incoming.activity().getAction())) {
      case "remove" -> left(incoming);
      case "add", "add-upgrade" -> {
        refresh.run();
        installed(incoming);
      }
      default -> {} // remove-upgrade: the new version follows at once.
    }
  }

  private void installed(Incoming incoming) {
    if (!incoming.place().isPersonal()) {
      JsonNode chosen = incoming.channelData().path("settings").path("selectedChannel");
      Incoming.text(chosen.get("id")).ifPresent(id -> found(incoming, id, name(chosen)));
      entered(incoming);
      return;
    }
    incoming
        .person()
        .filter(person -> isFirst(person, incoming))
        .ifPresent(person -> whisper.here(
            incoming.place(),
            TeamsCards.of(new Notice.Help(), desks.readers().languageOf(person))));
  }

  private void entered(Incoming incoming) {
    team(incoming).ifPresent(team -> {
      found(incoming, team, "");
      teams.accept(new AddressBook.Spot(
          new Channel(Platform.TEAMS, incoming.tenant(), team),
          team,
          "",
          incoming.place().service(),
          true));
    });
  }

  /** Teams tells of one installation in two activities; one welcome is enough. */
  private boolean isFirst(Person person, Incoming incoming) {
    return desks
        .answers()
        .isNew(Delivery.of("teams:" + incoming.tenant() + ":welcome", person.id()));
  }

  private void left(Incoming incoming) {
    if (incoming.place().isPersonal()) {
      incoming.person().ifPresent(person -> met(incoming, person, false));
    } else {
      team(incoming).ifPresent(team -> book.left(Platform.TEAMS, incoming.tenant(), team));
    }
  }

  /** Who speaks elsewhere says nothing of their personal chat: it may be uninstalled or blocked. */
  private boolean wasReachable(Person person) {
    try {
      return book.of(person).map(AddressBook.Acquaintance::reachable).orElse(true);
    } catch (StoreException e) {
      return true; // A message more is tried; Teams says then how it is.
    }
  }

  private void channel(Incoming incoming, boolean reachable) {
    JsonNode channel = incoming.channelData().path("channel");
    Incoming.text(channel.get("id")).ifPresent(id -> found(incoming, id, name(channel), reachable));
  }

  private void met(Incoming incoming, Person person, boolean reachable) {
    Place place = incoming.place();
    book.met(new AddressBook.Acquaintance(
        person,
        incoming.remoteId(),
        incoming.name(),
        incoming.language(),
        place.service(),
        place.isPersonal() ? Optional.of(place.conversation()) : Optional.empty(),
        reachable));
  }

  private void found(Incoming incoming, String id, String name) {
    found(incoming, id, name, true);
  }

  private void found(Incoming incoming, String id, String name, boolean reachable) {
    team(incoming)
        .ifPresent(team -> book.found(new AddressBook.Spot(
            new Channel(Platform.TEAMS, incoming.tenant(), id),
            team,
            name,
            incoming.place().service(),
            reachable)));
  }

  private static Optional<String> team(Incoming incoming) {
    return Incoming.text(incoming.channelData().path("team").get("id"))
        .or(() -> Incoming.text(incoming.channelData().get("teamsTeamId")));
  }

  private static String name(JsonNode named) {
    return Incoming.text(named.get("name")).orElse("");
  }

  private static boolean hasBot(Incoming incoming, @Nullable List<ChannelAccount> members) {
    return members != null
        && members.stream()
            .anyMatch(member -> member != null && incoming.place().bot().equals(member.getId()));
  }
}
