package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.Members;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.Team;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person with an account on each platform. */
class LinkedAccountsTest {
  private static final String POST = "https://x.com/acme/status/123 customer wants a refund";
  private static final Person DEWI_TOO = onTeams("dee00000-0000-4000-8000-000000000001");
  private static final Person ANA_TOO = onTeams("a0a00000-0000-4000-8000-000000000003");
  private static final Person BUDI_TOO = onTeams("b0d10000-0000-4000-8000-000000000002");

  private final Office office = new Office(anaOnTeamsToo());
  private final ReportDesk reports = office.desks.reports();
  private final CaseDesk desk = office.desks.cases();

  @BeforeEach
  void meet() {
    office
        .directory
        .knows(DEWI_TOO, "Dewi Lestari", "en-US", Profile.Standing.COLLEAGUE)
        .knows(ANA_TOO, "Ana Wijaya", "en-GB", Profile.Standing.COLLEAGUE)
        .knows(BUDI_TOO, "Budi Santoso", "id-ID", Profile.Standing.COLLEAGUE);
    one(DEWI, DEWI_TOO, "dewi@meranti.example");
    one(ANA, ANA_TOO, "ana@meranti.example");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void my_reports_are_those_of_both_accounts_newest_first() {
    ReportId older = office.files(DEWI, POST).report().id();
    office.clock.advance(Duration.ofMinutes(1));
    ReportId newer = office.files(DEWI_TOO, "He threatens our dealer").report().id();

    assertEquals(List.of(newer, older), mine(DEWI));
    assertEquals(List.of(newer, older), mine(DEWI_TOO));
    assertEquals(List.of(), mine(BUDI_TOO));
  }

  @Test
  void a_home_shows_at_once_what_was_reported_from_the_other_account() {
    office.desks.homes().opened(DEWI, office.delivery());
    office.delivers();
    office.files(DEWI_TOO, POST);
    office.delivers();

    assertEquals(1, assertInstanceOf(Notice.Home.class, home()).reports().size());

    CaseNumber number = office.theCase(numberOf(mine(DEWI).get(0))).number();
    office.claims(ANA, number);
    office.delivers();

    assertEquals(
        "status.claimed",
        assertInstanceOf(Notice.Home.class, home()).reports().get(0).status());
  }

  @Test
  void the_same_post_from_the_other_account_is_the_same_report() {
    Notice.Receipt first = office.files(DEWI, POST);
    Notice.Receipt again =
        office.files(DEWI_TOO, "https://x.com/acme/status/123 now she names the dealer");
    office.delivers();

    CaseNumber number = first.about().number();
    assertEquals(first.report().id(), again.report().id());
    assertFalse(again.joined());
    assertEquals(1, office.theCase(number).reports());
    assertEquals(1, office.card("C0SOCIAL", number).latest().size());
    assertEquals(
        List.of("now she names the dealer"),
        office.cases.notes(number).stream().map(note -> note.text()).toList());
    assertEquals(1, office.chat.told("U0DEWI").size(), "the receipt");
    assertEquals(List.of(), office.teams.told(DEWI_TOO.id()));
  }

  @Test
  void two_people_still_count_as_two() {
    CaseNumber number = office.files(DEWI, POST).about().number();

    assertTrue(office.files(BUDI_TOO, POST).joined());
    assertEquals(2, office.theCase(number).reports());
  }

  @Test
  void own_reports_can_be_worked_on_from_either_account() {
    Notice.Receipt receipt = office.files(DEWI, POST);
    ReportId report = receipt.report().id();

    assertInstanceOf(Opening.Show.class, reports.detailsForm(report, DEWI_TOO));
    assertInstanceOf(
        Notice.Acknowledged.class,
        reports.addDetails(report, DEWI_TOO, "It was in Bandung", office.delivery()));
    assertInstanceOf(Notice.NotFound.class, reports.withdraw(report, BUDI_TOO, office.delivery()));
    assertInstanceOf(
        Notice.Acknowledged.class, reports.withdraw(report, DEWI_TOO, office.delivery()));

    assertEquals(List.of(), mine(DEWI));
    List<CaseEvent> events = office.cases.events(receipt.about().number());
    assertEquals(
        Optional.of(DEWI_TOO), events.get(events.size() - 1).by(), "the account that did it");
  }

  @Test
  void without_a_link_nobody_touches_another_accounts_report() {
    ReportId report = office.files(BUDI, POST).report().id();

    assertInstanceOf(Notice.NotFound.class, reports.withdraw(report, BUDI_TOO, office.delivery()));
    assertInstanceOf(Opening.Say.class, reports.detailsForm(report, BUDI_TOO));
    assertEquals(List.of(), mine(BUDI_TOO));
  }

  @Test
  void nobody_is_told_of_what_they_did_under_their_other_account() {
    CaseNumber number = office.files(ANA_TOO, POST).about().number();
    office.files(BUDI, POST);
    office.claims(ANA, number);
    desk.reply(number, ANA, "We called the customer.", office.delivery());
    desk.resolve(number, ANA, Outcome.ANSWERED, "They have their money.", office.delivery());
    office.delivers();

    assertEquals(
        0, office.teams.told(ANA_TOO.id()).stream().filter(this::isNews).count());
    assertEquals(2, office.chat.told("U0BUDI").stream().filter(this::isNews).count());
  }

  @Test
  void who_reported_from_both_accounts_before_they_were_linked_hears_each_thing_once() {
    CaseNumber number = office.files(BUDI, POST).about().number();
    office.clock.advance(Duration.ofMinutes(1));
    office.files(BUDI_TOO, POST);
    office.delivers();
    assertEquals(2, office.card("C0SOCIAL", number).about().reports());

    one(BUDI, BUDI_TOO, "budi@meranti.example");
    office.delivers();
    assertEquals(1, office.card("C0SOCIAL", number).about().reports());

    office.claims(ANA, number);
    desk.resolve(number, ANA, Outcome.ANSWERED, "", office.delivery());
    office.delivers();
    assertEquals(1, office.chat.told("U0BUDI").stream().filter(this::isNews).count());
    assertEquals(
        0, office.teams.told(BUDI_TOO.id()).stream().filter(this::isNews).count());
  }

  @Test
  void a_case_taken_under_one_account_is_ones_own_under_the_other() {
    CaseNumber number = office.files(DEWI, POST).about().number();
    office.claims(ANA, number);

    assertInstanceOf(
        Notice.AlreadyYours.class,
        desk.claim(number, ANA_TOO, office.delivery()).orElseThrow());
    assertInstanceOf(
        Notice.NotYours.class, desk.release(number, BEN, office.delivery()).orElseThrow());
    assertEquals(Optional.empty(), desk.release(number, ANA_TOO, office.delivery()));
  }

  @Test
  void a_link_makes_nobody_a_member_of_a_team() {
    office.changes(Policies.sample());
    CaseNumber number = office.files(DEWI, POST).about().number();
    office.claims(ANA, number);

    assertInstanceOf(
        Notice.NotYourTeam.class,
        desk.release(number, ANA_TOO, office.delivery()).orElseThrow());
  }

  private boolean isNews(Notice notice) {
    return !(notice instanceof Notice.Receipt);
  }

  private List<ReportId> mine(Person person) {
    return assertInstanceOf(Notice.Home.class, office.desks.homes().home(person)).reports().stream()
        .map(mine -> mine.report().id())
        .toList();
  }

  private Notice home() {
    List<Notice> told = office.chat.told("U0DEWI").stream()
        .filter(notice -> notice instanceof Notice.Home)
        .toList();
    assertEquals(1, told.size());
    return told.get(0);
  }

  private CaseNumber numberOf(ReportId report) {
    return office.cases.report(report).orElseThrow().number();
  }

  private void one(Person account, Person other, String address) {
    Set<EmailAddress> theirs = Set.of(EmailAddress.of(address).orElseThrow());
    office.accounts.told(account, theirs);
    office.accounts.told(other, theirs);
  }

  private static Policy anaOnTeamsToo() {
    Policy sample = Policies.sample();
    Team care = sample.team(Policies.SOCIAL_CARE);
    Members members = new Members(Map.of(
        Platform.SLACK, care.members().on(Platform.SLACK), Platform.TEAMS, List.of(ANA_TOO.id())));
    return Policies.with(
        sample,
        new Team(
            care.id(),
            care.name(),
            care.channels(),
            members,
            care.lead(),
            care.language(),
            care.hours(),
            care.ladder()));
  }

  private static Person onTeams(String id) {
    return new Person(Platform.TEAMS, Office.TENANT, id);
  }
}
