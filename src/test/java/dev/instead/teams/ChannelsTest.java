package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.office.KnownAddresses;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private static final String TEAM = "19:general@thread.tacv2";
  private static final String ASKED = "GET v3/teams/" + TEAM + "/conversations";

  private final KnownAddresses book = new KnownAddresses();
  private FakeTeams teams;
  private Channels channels;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    channels = new Channels(teams.connector(), book, Runnable::run);
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
  }

  @Test
  void a_team_that_does_not_answer_is_no_trouble() {
    teams.answers(ASKED, asked -> Answer.error(500, "ServiceError"));

    channels.learn(spot(TEAM, ""));

    assertEquals(Optional.empty(), book.at(channel(TEAM)));
  }

  private Spot spot(String id, String name) {
    return new Spot(channel(id), TEAM, name, teams.service(), true);
  }

  private static Channel channel(String id) {
    return new Channel(Platform.TEAMS, FakeTeams.TENANT, id);
  }
}
