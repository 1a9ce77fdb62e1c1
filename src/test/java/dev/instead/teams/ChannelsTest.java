package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.office.KnownAddresses;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private static final String TEAM = "19:general@thread.tacv2";
  private static final String ASKED = "GET v3/teams/" + TEAM + "/conversations";

  private final KnownAddresses book = new KnownAddresses();
  private final List<Channel> reached = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private FakeTeams teams;
  private Channels channels;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    channels = new Channels(teams.connector(), book, reached::add, Runnable::run, (wait, work) -> {
      waits.add(wait);
      later.add(work);
    });
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void every_channel_of_a_team_is_known_before_anybody_speaks_there() {
    teams.answers(
        ASKED,
        "{\"conversations\":[{\"id\":\"" + TEAM + "\",\"name\":null},"
            + "{\"id\":\"19:care@thread.tacv2\",\"name\":\"Social Care\"},{\"name\":\"no id\"}]}");

    channels.learn(spot(TEAM, ""));

    assertEquals(Optional.of(spot(TEAM, "")), book.at(channel(TEAM)));
    assertEquals(
        Optional.of(spot("19:care@thread.tacv2", "Social Care")),
        book.at(channel("19:care@thread.tacv2")));
    assertEquals(List.of(channel(TEAM), channel("19:care@thread.tacv2")), reached);
  }

  @Test
  void a_team_that_does_not_answer_is_no_trouble() {
    teams.answers(ASKED, asked -> Answer.error(500, "ServiceError"));

    channels.learn(spot(TEAM, ""));

    assertEquals(Optional.empty(), book.at(channel(TEAM)));
  }

  @Test
  void at_the_start_every_known_team_is_asked_one_after_the_other() {
    book.found(spot(TEAM, ""));
    book.found(team("19:other@thread.tacv2"));
    lists(TEAM, "19:new@thread.tacv2");
    lists("19:other@thread.tacv2", "19:care@thread.tacv2");

    channels.learnAll();
    assertEquals(1, calls(), "others get their turn");
    later.remove().run();

    assertEquals(2, calls());
    assertEquals(0, later.size());
    assertEquals(List.of(Duration.ofMillis(200)), waits);
    assertEquals(
        Set.of(channel("19:new@thread.tacv2"), channel("19:care@thread.tacv2")),
        Set.copyOf(reached));
  }

  @Test
  void a_team_that_teams_was_too_busy_for_is_asked_again_when_it_said_and_thrice_in_all() {
    book.found(spot(TEAM, ""));
    book.found(team("19:other@thread.tacv2"));
    lists(TEAM, "19:care@thread.tacv2");
    teams.answers(
        "GET v3/teams/19:other@thread.tacv2/conversations",
        asked -> Answer.waiting(429, Duration.ofSeconds(7)));

    channels.learnAll();
    while (!later.isEmpty()) {
      later.remove().run();
    }

    assertEquals(
        3, teams.asked("GET v3/teams/19:other@thread.tacv2/conversations").size());
    assertEquals(1, teams.asked(ASKED).size());
    assertEquals(2, waits.stream().filter(Duration.ofSeconds(7)::equals).count());
  }

  @Test
  void a_team_that_fails_keeps_no_other_from_being_asked() {
    book.found(team("19:broken@thread.tacv2"));
    book.found(spot(TEAM, ""));
    teams.answers(
        "GET v3/teams/19:broken@thread.tacv2/conversations", asked -> Answer.error(403, "Gone"));
    lists(TEAM, "19:care@thread.tacv2");

    channels.learnAll();
    later.remove().run();

    assertEquals(List.of(channel("19:care@thread.tacv2")), reached);
  }

  @Test
  void without_a_token_nothing_more_is_asked() {
    book.found(team("19:a@thread.tacv2"));
    book.found(spot(TEAM, ""));
    teams.answers("token", asked -> Answer.of(401, "{\"error\":\"invalid_client\"}"));

    channels.learnAll();

    assertEquals(0, later.size());
  }

  @Test
  void while_the_store_is_down_nothing_is_asked_and_nothing_breaks() {
    new Channels(
            teams.connector(), new BrokenAddresses(), reached::add, Runnable::run, (wait, work) -> {
              throw new AssertionError("there is nothing to wait for");
            })
        .learnAll();

    assertEquals(0, calls());
  }

  private void lists(String team, String channel) {
    teams.answers(
        "GET v3/teams/" + team + "/conversations",
        "{\"conversations\":[{\"id\":\"" + channel + "\",\"name\":\"Some\"}]}");
  }

  private long calls() {
    return teams.asked.stream()
        .filter(each -> each.call().startsWith("GET v3/teams/"))
        .count();
  }

  private Spot team(String id) {
    return new Spot(channel(id), id, "", teams.service(), true);
  }

  private Spot spot(String id, String name) {
    return new Spot(channel(id), TEAM, name, teams.service(), true);
  }

  private static Channel channel(String id) {
    return new Channel(Platform.TEAMS, FakeTeams.TENANT, id);
  }
}
