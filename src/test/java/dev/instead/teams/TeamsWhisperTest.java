package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.calls.Later;
import dev.instead.office.KnownAddresses;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsWhisperTest {
  private static final Person DEWI = new Person(Platform.TEAMS, FakeTeams.TENANT, "dewi");
  private static final TeamsMessage HINT = new TeamsMessage("A hint", Map.of());
  private static final String THERE = "POST v3/conversations/" + FakeTeams.CHANNEL + "/activities";
  private static final String CHAT = "POST v3/conversations/a:dewi/activities";

  private final KnownAddresses book = new KnownAddresses();
  private FakeTeams teams;
  private TeamsWhisper whisper;
  private Place place;
  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private boolean busy;
  private long nanos;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    whisper = whisper(book);
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

  @ParameterizedTest
  @ValueSource(ints = {429, 412})
  void what_teams_was_too_busy_for_is_said_after_the_wait_it_asked_for(int status) {
    teams.fails(Answer.waiting(status, Duration.ofSeconds(4)));
    whisper.here(place, HINT);
    assertEquals(List.of(Duration.ofSeconds(4)), waits);
    assertEquals(1, teams.asked(THERE).size());

    later.remove().run();
    assertEquals(2, teams.asked(THERE).size());
    assertEquals(0, later.size());
  }

  @Test
  void being_busy_is_no_reason_to_take_a_hint_elsewhere() {
    teams.fails(Answer.waiting(429, Duration.ofSeconds(1)));
    whisper.hint(place, DEWI, HINT);
    later.remove().run();
    assertEquals(2, teams.asked(THERE).size());
    assertEquals(0, teams.asked(CHAT).size());
  }

  @Test
  void the_third_time_is_the_last() {
    Answer wait = Answer.waiting(429, Duration.ofSeconds(1));
    teams.fails(wait, wait, wait, wait);
    whisper.privately(place, DEWI, HINT);
    later.remove().run();
    later.remove().run();
    assertEquals(0, later.size());
    assertEquals(3, teams.asked(CHAT).size());
  }

  @Test
  void what_teams_may_have_taken_is_not_said_again() {
    teams.fails(Answer.error(502, "BadGateway"), Answer.dropped());
    whisper.here(place, HINT);
    whisper.here(place, HINT);
    assertEquals(0, later.size());
    assertEquals(2, teams.asked(THERE).size());
  }

  @Test
  void what_never_reached_teams_is_tried_again() {
    Connector astray = new Connector(
        teams.credentials(),
        new ServiceHosts(Set.of("127.0.0.1:1")),
        FakeTeams.TENANT,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2));
    Place nowhere = new Place(
        Place.Kind.CHANNEL, FakeTeams.TENANT, FakeTeams.CHANNEL, "http://127.0.0.1:1/", "28:bot");
    whisper(astray, book).here(nowhere, HINT);
    assertEquals(List.of(Duration.ofSeconds(1)), waits);
  }

  @Test
  void an_address_that_can_not_be_read_now_is_read_later() {
    BrokenAddresses broken = new BrokenAddresses();
    whisper(broken).privately(place, DEWI, HINT);
    assertEquals(0, teams.asked(CHAT).size());
    broken.mended = Optional.of(book);
    later.remove().run();
    assertEquals(1, teams.asked(CHAT).size());
  }

  @Test
  void an_answer_that_waited_half_a_minute_for_its_turn_is_left_out() {
    busy = true;
    whisper.here(place, HINT);
    nanos += Duration.ofSeconds(1).toNanos();
    whisper.privately(place, DEWI, HINT);
    nanos += Duration.ofSeconds(29).toNanos();
    turns.forEach(Runnable::run);
    assertEquals(0, teams.asked(THERE).size());
    assertEquals(1, teams.asked(CHAT).size());
  }

  @Test
  @Timeout(60)
  void as_many_voices_wait_for_a_slow_connector_as_people_ask_at_once() throws Exception {
    CountDownLatch allThere = new CountDownLatch(64);
    ExecutorService voices = TeamsSide.voices();
    try {
      for (int i = 0; i < 64; i++) {
        voices.execute(() -> {
          allThere.countDown();
          try {
            allThere.await(30, TimeUnit.SECONDS); // none goes on before all have begun
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
      }
      assertTrue(allThere.await(10, TimeUnit.SECONDS));
    } finally {
      voices.shutdownNow();
    }
  }

  private TeamsWhisper whisper(AddressBook addresses) {
    return whisper(teams.connector(), addresses);
  }

  private TeamsWhisper whisper(Connector connector, AddressBook addresses) {
    Later noted = (wait, work) -> {
      waits.add(wait);
      later.add(work);
    };
    return new TeamsWhisper(
        connector,
        addresses,
        true,
        work -> {
          if (busy) {
            turns.add(work);
          } else {
            work.run();
          }
        },
        noted,
        () -> nanos);
  }
}
