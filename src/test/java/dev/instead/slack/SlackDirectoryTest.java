package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.ToldAccounts;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.people.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackDirectoryTest {
  private static final Person BOB = new Person(Platform.SLACK, "T0000INST", "U0000BOB");
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private FakeSlackApi api;
  private SlackDirectory directory;

  @BeforeEach
  void open() throws IOException {
    api = new FakeSlackApi();
    directory = directory(Runnable::run);
    api.answers("users.info", fixture("member"));
    api.answers(
        "usergroups.users.list", FakeSlackApi.Answer.ok("{\"ok\":true,\"users\":[\"U1\",\"W2\"]}"));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_person_is_known_with_language_and_zone() {
    assertEquals(
        Optional.of(new Profile(
            "Bob",
            "Bob",
            Optional.of(Locale.UK),
            Optional.of(ZoneId.of("Europe/London")),
            Profile.Standing.COLLEAGUE)),
        directory.profile(BOB));
    assertEquals(
        Map.of("user", "U0000BOB", "include_locale", "1"),
        api.asked("users.info").get(0).fields());
  }

  @ParameterizedTest
  @CsvSource({
    "member, T0000INST, COLLEAGUE",
    "multi_channel_guest, T0000INST, GUEST",
    "single_channel_guest, T0000INST, GUEST",
    "deactivated, T0000INST, DEACTIVATED",
    "external_stranger, T0000INST, OUTSIDER",
    "member, T0000ELSE, OUTSIDER",
    "multi_channel_guest, T0000ELSE, OUTSIDER",
    "grid_user, T0000INST, COLLEAGUE",
    "grid_user, T0000OTHR, COLLEAGUE",
    "grid_user, E0000ORG, COLLEAGUE",
    "grid_user, T0000ELSE, OUTSIDER"
  })
  void everybody_has_a_standing(String fixture, String installed, Profile.Standing standing)
      throws IOException {
    api.answers("users.info", fixture(fixture));

    Optional<Profile> profile =
        directory.profile(new Person(Platform.SLACK, installed, "U0000BOB"));

    assertEquals(Optional.of(standing), profile.map(Profile::standing));
  }

  @Test
  void a_bot_is_a_bot_and_an_unknown_zone_is_none() {
    api.answers(
        "users.info",
        FakeSlackApi.Answer.ok(
            "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T0000INST\",\"name\":\"robo\",\"is_bot\":true,\"tz\":\"Moon/Sea\"}}"));

    assertEquals(
        Optional.of(
            new Profile("robo", "robo", Optional.empty(), Optional.empty(), Profile.Standing.BOT)),
        directory.profile(BOB));
  }

  @Test
  void people_are_asked_once_in_ten_minutes() {
    directory.profile(BOB);
    pass(Duration.ofMinutes(9));
    directory.profile(BOB);

    assertEquals(1, api.asked("users.info").size());
  }

  @Test
  void a_stale_answer_is_given_at_once_and_asked_again() {
    directory = directory(waiting::add);
    directory.profile(BOB);
    waiting.remove().run();
    pass(Duration.ofMinutes(11));

    assertTrue(directory.profile(BOB).isPresent());
    assertEquals(1, waiting.size());
    assertTrue(directory.profile(BOB).isPresent());
    assertEquals(1, waiting.size(), "one question at a time");

    waiting.remove().run();
    assertEquals(2, api.asked("users.info").size());
  }

  @Test
  void an_hour_old_answer_is_forgotten() {
    directory = directory(waiting::add);
    directory.profile(BOB);
    waiting.remove().run();
    pass(Duration.ofMinutes(61));

    assertEquals(Optional.empty(), directory.profile(BOB));
  }

  @Test
  void nobody_waits_longer_than_an_answer_may_take() {
    directory = directory(waiting::add);

    assertEquals(Optional.empty(), directory.profile(BOB));
    waiting.remove().run();
    assertTrue(directory.profile(BOB).isPresent());
  }

  @Test
  void a_failure_is_remembered_for_a_minute() throws IOException {
    api.answers("users.info", FakeSlackApi.Answer.error("unknown_method"));
    assertEquals(Optional.empty(), directory.profile(BOB));
    api.answers("users.info", fixture("member"));

    pass(Duration.ofSeconds(59));
    assertEquals(Optional.empty(), directory.profile(BOB));
    assertEquals(1, api.asked("users.info").size());

    pass(Duration.ofSeconds(2));
    assertTrue(directory.profile(BOB).isPresent());
  }

  @Test
  void a_failure_does_not_wipe_out_what_was_known() {
    directory.profile(BOB);
    api.answers("users.info", FakeSlackApi.Answer.dropped());
    pass(Duration.ofMinutes(11));

    assertTrue(directory.profile(BOB).isPresent());
    assertTrue(directory.profile(BOB).isPresent());
    assertEquals(2, api.asked("users.info").size());
  }

  @Test
  void a_hundred_people_are_asked_about_in_any_minute_and_no_more() {
    for (int i = 0; i < 130; i++) {
      directory.profile(new Person(Platform.SLACK, "T0000INST", "U" + i));
    }
    assertEquals(50, api.asked("users.info").size());

    pass(Duration.ofSeconds(60));
    for (int i = 200; i < 330; i++) {
      directory.profile(new Person(Platform.SLACK, "T0000INST", "U" + i));
    }
    assertEquals(100, api.asked("users.info").size());
  }

  @Test
  void who_could_not_be_asked_about_for_want_of_calls_is_asked_about_later() {
    for (int i = 0; i < 100; i++) {
      directory.profile(new Person(Platform.SLACK, "T0000INST", "U" + i));
    }
    assertEquals(Optional.empty(), directory.profile(BOB));
    pass(Duration.ofSeconds(2));

    assertTrue(directory.profile(BOB).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "member, true, true",
    "grid_user, true, true",
    "member, false, false",
    "multi_channel_guest, true, false",
    "deactivated, true, false",
    "external_stranger, true, false"
  })
  void only_a_colleagues_confirmed_address_is_told_as_theirs(
      String who, boolean confirmed, boolean theirs) throws IOException {
    api.answers("users.info", FakeSlackApi.Answer.ok(described(who, confirmed)));
    ToldAccounts accounts = new ToldAccounts();
    directory.introduceTo(accounts);

    directory.profile(BOB);

    assertEquals(
        theirs ? ToldAccounts.addresses("bob@acme.example") : Set.of(), accounts.of.get(BOB));
  }

  @Test
  void who_could_not_be_noted_is_known_all_the_same() throws IOException {
    directory.introduceTo(ToldAccounts.withoutAStore());

    assertTrue(directory.profile(BOB).isPresent());
  }

  @Test
  void a_group_has_its_members() {
    assertEquals(
        Optional.of(Set.of("U1", "W2")), directory.members(Platform.SLACK, "T0000INST", "S0CARE"));
    Map<String, String> fields = api.asked("usergroups.users.list").get(0).fields();
    assertEquals("S0CARE", fields.get("usergroup"));
    assertEquals("T0000INST", fields.get("team_id"));
  }

  @Test
  void an_organisations_group_is_asked_for_in_the_workspace_that_the_policy_names() {
    api.answers("auth.teams.list", teams("T0MEDAN", "T0JAKARTA"));
    directory = directory(Runnable::run, Optional.of("E0ORG"));

    assertEquals(
        Optional.of(Set.of("U1", "W2")),
        directory.members(Platform.SLACK, "E0ORG", "T0MEDAN/S0CARE"));
    Map<String, String> fields = api.asked("usergroups.users.list").get(0).fields();
    assertEquals("S0CARE", fields.get("usergroup"));
    assertEquals("T0MEDAN", fields.get("team_id"));
  }

  @Test
  void a_group_without_a_workspace_is_of_the_only_one_that_an_organisation_has() {
    api.answers("auth.teams.list", teams("T0MEDAN"));
    directory = directory(Runnable::run, Optional.of("E0ORG"));

    assertTrue(directory.members(Platform.SLACK, "E0ORG", "S0CARE").isPresent());
    assertEquals("T0MEDAN", api.asked("usergroups.users.list").get(0).fields().get("team_id"));
  }

  @Test
  void nobody_is_known_to_be_in_a_group_that_may_be_of_any_workspace() {
    api.answers("auth.teams.list", teams("T0MEDAN", "T0JAKARTA"));
    directory = directory(Runnable::run, Optional.of("E0ORG"));

    assertEquals(Optional.empty(), directory.members(Platform.SLACK, "E0ORG", "S0CARE"));
    assertEquals(0, api.asked("usergroups.users.list").size());
  }

  @Test
  void twenty_groups_are_asked_about_in_any_minute() {
    for (int i = 0; i < 30; i++) {
      directory.members(Platform.SLACK, "T0000INST", "S" + i);
    }
    assertEquals(10, api.asked("usergroups.users.list").size());

    pass(Duration.ofSeconds(60));
    for (int i = 100; i < 130; i++) {
      directory.members(Platform.SLACK, "T0000INST", "S" + i);
    }
    assertEquals(20, api.asked("usergroups.users.list").size());
  }

  @Test
  void too_many_questions_at_once_go_unanswered() {
    directory = directory(task -> {
      throw new RejectedExecutionException();
    });

    assertEquals(Optional.empty(), directory.profile(BOB));
  }

  @Test
  void several_groups_are_asked_for_before_any_is_waited_for() {
    SlackDirectory slow = directory(asked -> {
      waiting.add(asked);
      if (waiting.size() == 2) {
        waiting.forEach(Runnable::run);
      }
    });

    assertEquals(
        Map.of("S0CARE", Set.of("U1", "W2"), "S0PRESS", Set.of("U1", "W2")),
        slow.membersOfAll(Platform.SLACK, "T0000INST", List.of("S0CARE", "S0PRESS")));
  }

  @Test
  void other_platforms_are_none_of_slacks_business() {
    assertEquals(
        Optional.empty(), directory.profile(new Person(Platform.TEAMS, "tenant", "29:tia")));
    assertEquals(Optional.empty(), directory.members(Platform.TEAMS, "tenant", "group"));
    assertEquals(0, api.asked.size());
  }

  private SlackDirectory directory(Executor askers) {
    return directory(askers, Optional.empty());
  }

  private SlackDirectory directory(Executor askers, Optional<String> organisation) {
    Grants grants = new Grants(
        SlackApi.at(api.url(), Duration.ofSeconds(2)).methods("xoxb-1234567890123456"), nanos::get);
    Installation installation = new Installation(organisation, grants, new Workspaces());
    installation.look();
    return new SlackDirectory(
        SlackApi.at(api.url(), Duration.ofSeconds(2)),
        "xoxb-1234567890123456",
        installation,
        askers,
        AT_ONCE,
        nanos::get);
  }

  static FakeSlackApi.Answer teams(String... ids) {
    return FakeSlackApi.Answer.ok(Arrays.stream(ids)
        .map(id -> "{\"id\":\"" + id + "\"}")
        .collect(Collectors.joining(",", "{\"ok\":true,\"teams\":[", "]}")));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static FakeSlackApi.Answer fixture(String name) throws IOException {
    return FakeSlackApi.Answer.ok(described(name));
  }

  private static String described(String name, boolean confirmed) throws IOException {
    return described(name)
        .replaceFirst("\"user\": *\\{", "\"user\": {\"is_email_confirmed\": " + confirmed + ",");
  }

  private static String described(String name) throws IOException {
    Path file = Path.of("src/test/resources/fixtures/slack/composed/users.info." + name + ".json");
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
