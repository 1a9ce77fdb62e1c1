package dev.instead.desk;

import static dev.instead.office.Office.CITRA;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.OMAR;
import static dev.instead.office.Office.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.Review.State;
import dev.instead.office.Office;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import dev.instead.policy.EntryId;
import dev.instead.policy.Members;
import dev.instead.policy.Policies;
import dev.instead.policy.ReplyId;
import dev.instead.policy.RuleId;
import dev.instead.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The week of owners: one message on Monday morning with what is to be read again, and none when nothing is. */
class ReviewsTest {
  private static final Person LARAS = Office.person("U0LARAS");
  private static final Person LARAS_ON_TEAMS =
      new Person(Platform.TEAMS, TENANT, "1a4a0000-0000-4000-8000-000000000006");

  /** Nine in the morning in Jakarta, the week after the office opens. */
  private static final Instant MONDAY = Instant.parse("2026-11-30T02:00:00Z");

  private static final Duration WEEK = Duration.ofDays(7);

  private Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void on_monday_at_nine_in_the_policys_zone_an_owner_gets_one_message() {
    rounds(Office.OPENING);
    rounds(MONDAY.minusMillis(1));
    assertEquals(List.of(), told("U0LARAS"));
    rounds(MONDAY);
    rounds(MONDAY.plusSeconds(1));
    Notice.ReviewList list = list("U0LARAS");
    assertEquals(
        List.of(new Notice.Review(
            Policies.GIVEAWAY,
            office.topic(Policies.GIVEAWAY),
            State.OVERDUE,
            Policies.TODAY.minusDays(1))),
        list.due());
  }

  @Test
  void each_week_there_is_one_as_long_as_something_is_due() {
    rounds(Office.OPENING);
    for (int week = 0; week < 3; week++) {
      rounds(MONDAY.plus(WEEK.multipliedBy(week)));
    }
    assertEquals(3, told("U0LARAS").size());
  }

  @Test
  void a_bot_that_was_away_on_monday_makes_up_for_it_once() {
    rounds(Office.OPENING);
    rounds(MONDAY.plus(Duration.ofDays(17)));
    rounds(MONDAY.plus(Duration.ofDays(18)));
    assertEquals(1, told("U0LARAS").size());
    rounds(MONDAY.plus(WEEK.multipliedBy(3)));
    assertEquals(2, told("U0LARAS").size());
  }

  @Test
  void a_restart_between_the_timer_and_the_message_loses_and_repeats_nothing() {
    rounds(Office.OPENING);
    office.clock.set(MONDAY);
    office.desks.reviews().round();
    // What was decided before the restart is in the store, and whoever starts next sends it.
    Reviews afterwards =
        new Reviews(office::policy, office.timers, office.desks.owners(), office.clock);
    afterwards.round();
    office.delivers();
    assertEquals(1, told("U0LARAS").size());
  }

  @Test
  void who_owns_nothing_that_is_due_hears_nothing() {
    rounds(Office.OPENING);
    rounds(MONDAY);
    for (String person : List.of("U0CITRA", "U0OMAR", "U0DEWI", "U0MAYA")) {
      assertEquals(List.of(), told(person), person);
    }
  }

  @Test
  void what_is_due_within_thirty_days_is_listed_before_its_day() {
    LocalDate last = LocalDate.of(2027, 2, 1);
    assertEquals(1, due(LARAS, last.minusDays(31)).size());
    assertTrue(due(LARAS, last.minusDays(30))
        .contains(new Notice.Review(
            Policies.NEW_STORE, office.topic(Policies.NEW_STORE), State.DUE, last)));
    assertEquals(State.DUE, state(LARAS, Policies.NEW_STORE, last));
    assertEquals(State.OVERDUE, state(LARAS, Policies.NEW_STORE, last.plusDays(1)));
  }

  @Test
  void links_and_approved_wording_are_their_owners_to_read() {
    LocalDate day = LocalDate.of(2027, 3, 31);
    assertEquals(State.DUE, state(CITRA, Policies.REFUNDS, day));
    assertEquals(State.OVERDUE, state(CITRA, new ReplyId("refund-1"), day));
    assertEquals(List.of(), due(DEWI, day));
  }

  @Test
  void an_embargo_is_looked_at_once_a_quarter_after_it_was_lifted() {
    // Lifted on 15 January.
    LocalDate lifted = LocalDate.of(2027, 1, 15);
    assertFalse(lists(lifted.plusDays(89)));
    assertTrue(lists(lifted.plusDays(90)));
    assertTrue(lists(lifted.plusDays(96)));
    assertFalse(lists(lifted.plusDays(97)));
    assertTrue(lists(lifted.plusDays(180)));
  }

  @Test
  void ten_are_shown_and_the_rest_can_be_asked_for() {
    for (int i = 0; i < 22; i++) {
      office.changes(Policies.with(
          office.policy(),
          Policies.answer(
              new RuleId("extra-" + i),
              Policies.text("Extra " + i, "Tambahan " + i),
              Policies.phrases(List.of("extra " + i), List.of("tambahan " + i)),
              Verdict.GO,
              Policies.advice(Policies.text("do", "lakukan"), Policies.text("why", "sebab")))));
    }
    office.clock.set(Instant.parse("2027-02-01T03:00:00Z"));
    Set<EntryId> seen = new HashSet<>();
    int from = 0;
    for (int size : List.of(10, 10, 7)) {
      Notice.ReviewList page = assertInstanceOf(
          Notice.ReviewList.class, office.desks.reviews().list(LARAS, from).orElseThrow());
      assertEquals(27, page.all());
      assertEquals(size, page.due().size());
      page.due().forEach(review -> assertTrue(seen.add(review.id())));
      from = page.next();
    }
    assertTrue(office.desks.reviews().list(LARAS, from).isEmpty());
    assertTrue(office.desks.reviews().list(LARAS, -5).isPresent());
    assertTrue(office.desks.reviews().list(LARAS, Integer.MAX_VALUE).isEmpty());
  }

  @Test
  void a_role_without_people_is_the_owners_of_the_policy() {
    owners(Map.of());
    rounds(Office.OPENING);
    rounds(MONDAY);
    assertEquals(1, list("U0OMAR").all());
  }

  @Test
  void who_is_reached_only_on_a_platform_that_is_not_there_leaves_it_to_the_policys_owner() {
    Person elsewhere = new Person(Platform.TEAMS, TENANT, LARAS_ON_TEAMS.id());
    owners(Map.of("product-comms", new Members(Map.of(Platform.TEAMS, List.of(elsewhere.id())))));
    Owners withoutTeams =
        new Owners(new Places(slackAlone()), office.desks.readers(), office.accounts);
    assertEquals(List.of(OMAR), withoutTeams.of(office.policy(), "product-comms"));
  }

  @Test
  void who_has_an_account_on_both_platforms_gets_it_once() {
    owners(Map.of(
        "product-comms",
        new Members(Map.of(
            Platform.SLACK, List.of(LARAS.id()),
            Platform.TEAMS, List.of(LARAS_ON_TEAMS.id())))));
    Set<EmailAddress> address = Set.of(EmailAddress.of("laras@meranti.example").orElseThrow());
    office.accounts.told(LARAS, address);
    office.accounts.told(LARAS_ON_TEAMS, address);
    rounds(Office.OPENING);
    rounds(MONDAY);
    assertEquals(1, told("U0LARAS").size());
    assertEquals(List.of(), office.teams.told(LARAS_ON_TEAMS.id()));
    assertEquals(
        1,
        office.desks.reviews().list(LARAS_ON_TEAMS, 0).stream().count(),
        "on the other platform it is hers as well");
  }

  @Test
  void who_owns_several_roles_gets_one_list_of_all() {
    owners(Map.of(
        "product-comms", Policies.slack("U0LARAS"), "customer-care", Policies.slack("U0LARAS")));
    LocalDate day = LocalDate.of(2027, 3, 31);
    assertTrue(due(LARAS, day).size() > 5);
    office.clock.set(day.atTime(9, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
    office.desks.reviews().round();
    office.clock.advance(WEEK);
    rounds(office.clock.instant());
    assertEquals(1, told("U0LARAS").size());
  }

  @Test
  void what_was_put_right_before_the_message_went_out_is_not_said() {
    rounds(Office.OPENING);
    office.clock.set(MONDAY);
    office.desks.reviews().round();
    office.changes(Policies.with(
        office.policy(),
        Policies.answer(
            Policies.GIVEAWAY,
            Policies.text("Giveaways", "Hadiah"),
            Policies.phrases(List.of("a giveaway"), List.of("bagi hadiah")),
            Verdict.ASK,
            Policies.advice(Policies.text("do", "lakukan"), Policies.text("why", "sebab")))));
    office.delivers();
    assertEquals(List.of(), told("U0LARAS"));
  }

  private void owners(Map<String, Members> owners) {
    office.changes(Policies.owned(office.policy(), owners));
  }

  private static Workspaces slackAlone() {
    Workspaces workspaces = new Workspaces();
    workspaces.learn(Platform.SLACK, Office.WORKSPACE);
    return workspaces;
  }

  private void rounds(Instant at) {
    office.clock.set(at);
    office.desks.reviews().round();
    office.delivers();
  }

  private List<Notice> told(String person) {
    return office.chat.told(person).stream()
        .filter(Notice.ReviewList.class::isInstance)
        .toList();
  }

  private Notice.ReviewList list(String person) {
    List<Notice> told = told(person);
    assertEquals(1, told.size());
    return (Notice.ReviewList) told.get(0);
  }

  private List<Notice.Review> due(Person owner, LocalDate day) {
    office.clock.set(day.atTime(12, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
    List<Notice.Review> due = new ArrayList<>();
    office
        .desks
        .reviews()
        .list(owner, 0)
        .ifPresent(list -> due.addAll(((Notice.ReviewList) list).due()));
    return due;
  }

  private State state(Person owner, EntryId id, LocalDate day) {
    return due(owner, day).stream()
        .filter(review -> review.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private boolean lists(LocalDate day) {
    return due(LARAS, day).stream().anyMatch(review -> review.state() == State.LIFTED);
  }
}
