package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.office.KnownAddresses;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsWhisperTest {
  private static final Person DEWI = new Person(Platform.TEAMS, FakeTeams.TENANT, "dewi");
  private static final TeamsMessage HINT = new TeamsMessage("A hint", Map.of());
  private static final String THERE = "POST v3/conversations/" + FakeTeams.CHANNEL + "/activities";
  private static final String CHAT = "POST v3/conversations/a:dewi/activities";

  private final KnownAddresses book = new KnownAddresses();
  private FakeTeams teams;
  private TeamsWhisper whisper;
  private Place place;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    whisper = new TeamsWhisper(teams.connector(), book, true, Runnable::run);
    place = new Place(
        Place.Kind.CHANNEL, FakeTeams.TENANT, FakeTeams.CHANNEL, teams.service(), "28:bot");
    book.met(new Acquaintance(
        DEWI, "29:dewi", "Dewi", Optional.empty(), teams.service(), Optional.of("a:dewi"), true));
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void a_hint_is_shown_to_one_person_where_they_asked() {
    whisper.hint(place, DEWI, HINT);

    assertEquals("isTargetedActivity=true", teams.asked(THERE).get(0).query());
    assertEquals(0, teams.asked(CHAT).size());
  }

  @Test
  void where_a_hint_is_refused_it_goes_to_the_personal_chat() {
    teams.fails(Answer.error(400, "BadSyntax"));
    whisper.hint(place, DEWI, HINT);

    assertEquals(1, teams.asked(THERE).size());
    assertEquals(1, teams.asked(CHAT).size());
  }

  @Test
  void what_tells_of_reports_goes_to_the_personal_chat_alone() {
    whisper.privately(place, DEWI, HINT);

    assertEquals(0, teams.asked(THERE).size());
    assertEquals(1, teams.asked(CHAT).size());
  }
}
