package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Reader;
import dev.instead.desk.Readers;
import dev.instead.office.KnownAddresses;
import dev.instead.office.Office;
import dev.instead.office.ToldAccounts;
import dev.instead.people.Accounts;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Directories;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.people.Profile.Standing;
import dev.instead.teams.FakeTeams.Answer;
import dev.instead.teams.FakeTeams.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsDirectoryTest {
  private static final String DEWIS_ID = "0a11ce00-0000-4000-8000-000000000001";
  private static final Person DEWI = new Person(Platform.TEAMS, FakeTeams.TENANT, DEWIS_ID);
  private static final String MEMBER = "GET v3/conversations/a:dewi/members/" + DEWIS_ID;
  private static final String ROSTER =
      "GET v3/conversations/" + FakeTeams.CHANNEL + "/pagedmembers";

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final KnownAddresses book = new KnownAddresses();
  private FakeTeams teams;
  private TeamsDirectory directory;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    directory = directory(Runnable::run);
    book.met(dewi(Optional.of("a:dewi")));
    book.found(new Spot(
        new Channel(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL),
        "19:team@thread.tacv2",
        "Social Care",
        teams.service(),
        true));
    teams.answers(MEMBER, member("dewi@contoso.example", "user"));
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void a_person_has_the_name_that_teams_says_and_the_language_that_they_read() {
    assertEquals(
        Optional.of(new Profile(
            "Dewi Lestari", "Dewi", Optional.of(Locale.UK), Optional.empty(), Standing.COLLEAGUE)),
        directory.profile(DEWI));
  }

  @ParameterizedTest
  @CsvSource({
    "dewi@contoso.example, user, COLLEAGUE",
    "dewi_partner.example#EXT#@contoso.example, user, GUEST",
    "dewi_partner.example#ext#@contoso.example, user, GUEST",
    "dewi@contoso.example, guest, GUEST",
    "dewi@contoso.example, anonymous, OUTSIDER"
  })
  void everybody_has_a_standing(String principal, String role, Standing standing) {
    teams.answers(MEMBER, member(principal, role));

    assertEquals(Optional.of(standing), directory.profile(DEWI).map(Profile::standing));
  }

  @ParameterizedTest
  @CsvSource({
    "dewi@contoso.example, user, true",
    "dewi_partner.example#EXT#@contoso.example, user, false",
    "dewi@contoso.example, guest, false"
  })
  void only_a_colleagues_addresses_are_told_as_theirs(
      String principal, String role, boolean theirs) {
    teams.answers(
        MEMBER,
        member(principal, role)
            .replaceFirst("\\{", "{\"email\":\"Dewi.Lestari@Contoso.example\","));
    ToldAccounts accounts = new ToldAccounts();
    directory.introduceTo(accounts);

    directory.profile(DEWI);

    assertEquals(
        theirs
            ? ToldAccounts.addresses("dewi@contoso.example", "dewi.lestari@contoso.example")
            : Set.of(),
        accounts.of.get(DEWI));
  }

  @Test
  void who_could_not_be_noted_is_known_all_the_same() {
    directory.introduceTo(ToldAccounts.withoutAStore());

    assertEquals(Optional.of("Dewi Lestari"), directory.profile(DEWI).map(Profile::name));
    assertEquals(1, teams.asked(MEMBER).size());
  }

  @Test
  void who_belongs_to_another_tenant_is_no_colleague() {
    teams.answers(MEMBER, member("dewi@partner.example", "user", "another-tenant"));
    assertEquals(Optional.of(Standing.OUTSIDER), directory.profile(DEWI).map(Profile::standing));
  }

  @Test
  void members_of_another_tenant_do_not_count() {
    teams.answers(
        ROSTER,
        "{\"members\":[{\"aadObjectId\":\"ana\",\"tenantId\":\""
            + FakeTeams.TENANT.toUpperCase(Locale.ROOT)
            + "\"},{\"aadObjectId\":\"eve\",\"tenantId\":\"another-tenant\"}]}");
    assertEquals(
        Optional.of(Set.of("ana")),
        directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  void who_was_only_heard_in_a_channel_is_asked_about_there() {
    Person eve = new Person(Platform.TEAMS, FakeTeams.TENANT, "eve");
    book.met(new Acquaintance(
        eve, "29:eve", "Eve", Optional.empty(), teams.service(), Optional.empty(), true));
    directory.saw(eve, FakeTeams.CHANNEL);
    teams.answers(
        "GET v3/conversations/" + FakeTeams.CHANNEL + "/members/eve",
        "{\"id\":\"29:eve\",\"aadObjectId\":\"eve\",\"userRole\":\"user\",\"tenantId\":\"another-tenant\"}");

    assertEquals(Optional.of(Standing.OUTSIDER), directory.profile(eve).map(Profile::standing));
    assertEquals(List.of(), teams.asked("POST v3/conversations"));
  }

  @Test
  void who_has_no_chat_yet_is_asked_about_in_a_new_one() {
    Person ben = new Person(Platform.TEAMS, FakeTeams.TENANT, "ben");
    book.met(new Acquaintance(
        ben, "29:ben", "Ben", Optional.empty(), teams.service(), Optional.empty(), true));
    teams.answers(
        "GET v3/conversations/a:29:ben/members/ben",
        "{\"id\":\"29:ben\",\"aadObjectId\":\"ben\",\"userRole\":\"guest\"}");

    assertEquals(Optional.of(Standing.GUEST), directory.profile(ben).map(Profile::standing));
    assertEquals(Optional.of("a:29:ben"), book.of(ben).flatMap(Acquaintance::chat));
    assertEquals(0, teams.messages.size());
  }

  @Test
  void names_are_known_without_asking_teams() {
    assertEquals(
        Map.of(DEWI, book.of(DEWI).orElseThrow().name()),
        directory.names(List.of(DEWI, new Person(Platform.TEAMS, FakeTeams.TENANT, "stranger"))));
    assertEquals(List.of(), teams.asked(MEMBER));
  }

  @Test
  void nothing_is_known_of_strangers_and_of_other_platforms() {
    assertEquals(
        Optional.empty(),
        directory.profile(new Person(Platform.TEAMS, FakeTeams.TENANT, "stranger")));
    assertEquals(
        Optional.empty(), directory.profile(new Person(Platform.SLACK, "T0MERANTI", "U0DEWI")));
    assertEquals(Optional.empty(), directory.members(Platform.SLACK, "T0MERANTI", "S0CARE"));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void when_teams_does_not_answer_in_time_name_and_language_are_known_all_the_same() {
    directory = directory(waiting::add);

    assertEquals(
        Optional.of(new Profile(
            "Dewi L.", "Dewi", Optional.of(Locale.UK), Optional.empty(), Standing.UNKNOWN)),
        directory.profile(DEWI));
    assertEquals(1, waiting.size());
  }

  @Test
  void while_the_store_is_down_nobody_is_known_and_nothing_fails() {
    directory = new TeamsDirectory(
        teams.connector(),
        new BrokenAddresses(),
        Runnable::run,
        Runnable::run,
        Duration.ofMillis(1),
        Duration.ofMillis(1),
        nanos::get);

    assertEquals(Optional.empty(), directory.profile(DEWI));
    assertEquals(
        Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  @Timeout(60)
  void while_the_store_is_too_busy_to_be_read_the_answer_is_the_careful_one_and_in_time()
      throws IOException {
    try (Office office = new Office()) {
      directory = new TeamsDirectory(
          teams.connector(), office.addresses(work -> {}), Runnable::run, Runnable::run);
      long begun = System.nanoTime();

      Reader dewi = new Readers(office::policy, directory, Accounts.separate()).of(DEWI);
      assertEquals(Optional.empty(), dewi.profile());
      assertEquals(office.policy().original(), dewi.language());
      assertEquals(Map.of(), directory.names(List.of(DEWI)));
      assertEquals(
          Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));

      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(taken.compareTo(Duration.ofSeconds(2)) < 0, () -> "took " + taken);
    }
  }

  @Test
  void a_crowd_that_nobody_can_ask_about_is_no_failure() {
    directory = directory(work -> {
      throw new RejectedExecutionException("full");
    });

    assertEquals(Optional.of("Dewi L."), directory.profile(DEWI).map(Profile::name));
  }

  @Test
  void people_are_asked_about_once_in_ten_minutes() {
    directory.profile(DEWI);
    pass(Duration.ofMinutes(9));
    directory.profile(DEWI);
    assertEquals(1, teams.asked(MEMBER).size());

    pass(Duration.ofMinutes(2));
    directory.profile(DEWI);
    assertEquals(2, teams.asked(MEMBER).size());
  }

  @Test
  void the_members_of_a_channel_are_read_page_by_page_without_guests() {
    teams.answers(ROSTER, asked -> Answer.of(200, page(asked)));

    assertEquals(
        Optional.of(Set.of("ana", "ben")),
        directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
    assertEquals(
        List.of("pageSize=500", "pageSize=500&continuationToken=go%20on%26on"),
        teams.asked(ROSTER).stream().map(Asked::query).toList());
  }

  @Test
  void several_rosters_are_asked_for_before_any_is_waited_for() {
    String press = "19:press@thread.tacv2";
    book.found(new Spot(
        new Channel(Platform.TEAMS, FakeTeams.TENANT, press),
        "19:team@thread.tacv2",
        "Press",
        teams.service(),
        true));
    String members = "{\"members\":[{\"aadObjectId\":\"ana\"}]}";
    teams.answers(ROSTER, members);
    teams.answers("GET v3/conversations/" + press + "/pagedmembers", members);
    directory = directory(asked -> {
      waiting.add(asked);
      if (waiting.size() == 2) {
        waiting.forEach(Runnable::run);
      }
    });

    assertEquals(
        Map.of(FakeTeams.CHANNEL, Set.of("ana"), press, Set.of("ana")),
        directory.membersOfAll(
            Platform.TEAMS,
            FakeTeams.TENANT,
            List.of(FakeTeams.CHANNEL, press, "19:never.seen@thread.tacv2")));
  }

  @Test
  void a_roster_that_is_not_read_to_its_end_is_not_known() {
    teams.answers(
        ROSTER,
        asked -> asked.query().contains("continuationToken")
            ? Answer.error(500, "ServiceError")
            : Answer.of(200, page(asked)));

    assertEquals(
        Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  void a_roster_without_end_is_given_up() {
    teams.answers(ROSTER, "{\"members\":[],\"continuationToken\":\"again\"}");

    assertEquals(
        Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
    assertEquals(100, teams.asked(ROSTER).size());
  }

  @Test
  void a_stale_roster_is_given_at_once_and_asked_for_again_behind() {
    directory = directory(waiting::add);
    teams.answers(ROSTER, "{\"members\":[{\"aadObjectId\":\"ana\"}]}");
    directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL);
    waiting.remove().run();
    teams.answers(ROSTER, "{\"members\":[{\"aadObjectId\":\"ben\"}]}");
    pass(Duration.ofMinutes(11));

    assertEquals(
        Optional.of(Set.of("ana")),
        directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
    waiting.remove().run();
    assertEquals(
        Optional.of(Set.of("ben")),
        directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  void rights_by_a_roster_that_can_not_be_asked_for_any_more_end_after_an_hour() {
    teams.answers(ROSTER, "{\"members\":[{\"aadObjectId\":\"ana\"}]}");
    directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL);
    teams.answers(ROSTER, asked -> Answer.error(403, "BotNotInConversationRoster"));

    for (int minutes = 10; minutes < 60; minutes += 10) {
      pass(Duration.ofMinutes(10));
      assertEquals(
          Optional.of(Set.of("ana")),
          directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
    }
    pass(Duration.ofMinutes(10));
    assertEquals(
        Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  void the_roster_of_a_channel_that_was_left_is_not_known() {
    teams.answers(ROSTER, "{\"members\":[{\"aadObjectId\":\"ana\"}]}");
    directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL);
    book.left(Platform.TEAMS, FakeTeams.TENANT, "19:team@thread.tacv2");

    assertEquals(
        Optional.empty(), directory.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
  }

  @Test
  void the_roster_of_a_channel_where_the_bot_never_was_is_not_known() {
    assertEquals(
        Optional.empty(),
        directory.members(Platform.TEAMS, FakeTeams.TENANT, "19:other@thread.tacv2"));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void each_platform_is_asked_about_its_own_people() {
    Directories both = new Directories(Map.of(Platform.TEAMS, directory));
    teams.answers(ROSTER, "{\"members\":[{\"aadObjectId\":\"ana\"}]}");

    assertTrue(both.profile(DEWI).isPresent());
    assertEquals(
        Optional.of(Set.of("ana")),
        both.members(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL));
    assertEquals(Optional.empty(), both.profile(new Person(Platform.SLACK, "T0MERANTI", "U0DEWI")));
    assertEquals(Optional.empty(), both.members(Platform.SLACK, "T0MERANTI", "S0CARE"));
  }

  private TeamsDirectory directory(Executor askers) {
    return new TeamsDirectory(
        teams.connector(),
        book,
        askers,
        askers,
        Duration.ofMillis(1),
        Duration.ofMillis(1),
        nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static String page(Asked asked) {
    return asked.query().contains("continuationToken")
        ? "{\"members\":[{\"aadObjectId\":\"BEN\",\"userRole\":\"user\"},"
            + "{\"aadObjectId\":\"gus\",\"userPrincipalName\":\"gus#EXT#@contoso.example\"}],\"continuationToken\":null}"
        : "{\"members\":[{\"aadObjectId\":\"ana\"},{\"id\":\"29:nobody\",\"userRole\":\"anonymous\"}],"
            + "\"continuationToken\":\"go on&on\"}";
  }

  private static String member(String principal, String role) {
    return member(principal, role, FakeTeams.TENANT);
  }

  private static String member(String principal, String role, String tenant) {
    return "{\"id\":\"29:dewi\",\"aadObjectId\":\"" + DEWIS_ID
        + "\",\"name\":\"Dewi Lestari\",\"givenName\":\"Dewi\",\"userPrincipalName\":\""
        + principal + "\",\"userRole\":\"" + role + "\",\"tenantId\":\"" + tenant + "\"}";
  }

  private Acquaintance dewi(Optional<String> chat) {
    return new Acquaintance(
        DEWI, "29:dewi", "Dewi L.", Optional.of(Locale.UK), teams.service(), chat, true);
  }
}
