package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Retention;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.store.Look;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration KEPT = Retention.USUAL.reports();

  private final Office office = new Office();
  private final Notice.Receipt receipt =
      office.files(DEWI, "https://oldpost.example/1 refund, oldwords");
  private final CaseNumber number = receipt.about().number();

  @BeforeEach
  void a_case_ends() {
    office.erasures.round();
    office.reports(BUDI, "https://oldpost.example/1 oldjoined");
    office.claims(ANA, number);
    office.desks.cases().askReporter(number, ANA, "oldnote", office.delivery());
    office.desks.cases().resolve(number, ANA, Outcome.ANSWERED, "oldoutcome", office.delivery());
    office.delivers();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void later(Duration time) {
    office.clock.advance(time);
    office.erasures.round();
  }

  @Test
  void a_case_that_is_over_for_long_enough_keeps_its_audit_and_nobodys_words() {
    List<String> steps = steps();
    later(KEPT.minus(DAY));
    assertTrue(office.stores("oldwords"));

    later(DAY.multipliedBy(2));

    Case left = office.theCase(number);
    assertEquals(Optional.empty(), left.link());
    assertEquals(2, left.reports());
    assertEquals(steps, steps());
    assertTrue(office.cases.events(number).stream().allMatch(event -> event.by().isEmpty()));
    assertEquals(0, office.rows("note"));
    assertEquals(1, office.rows("message WHERE case_number <> ''"));
    assertEquals(List.of(), office.cases.filedBy(DEWI, 9));
    office.stops();
    for (String word : List.of("oldpost", "oldwords", "oldjoined", "oldnote", "oldoutcome")) {
      assertFalse(office.stores(word), word);
    }
  }

  @Test
  void its_card_in_the_channel_is_still_known_so_that_the_doctor_leaves_it_alone() {
    String card = office.stored("SELECT id FROM message WHERE kind = 'team_card'");
    Map<String, String> before = Look.known(office.address, List.of(card));
    assertFalse(before.getOrDefault(card, "").isEmpty());
    office.tampers(
        "UPDATE message SET state = 'given_up', delivered = 0, error = 'Slack said no' WHERE kind = 'team_card'");

    later(KEPT.plus(DAY));

    assertEquals(before, Look.known(office.address, List.of(card)));
    assertEquals(0, Look.at(office.address).givenUp());
    assertEquals(
        0, office.rows("message WHERE kind = 'team_card' AND (person IS NOT NULL OR error <> '')"));
  }

  @Test
  void a_case_that_cant_be_erased_keeps_no_other_from_it_and_is_tried_again() {
    CaseNumber next =
        office.files(BUDI, "https://next.example/1 refund, nextwords").about().number();
    office.claims(ANA, next);
    office.clock.advance(Duration.ofMinutes(1));
    office.desks.cases().resolve(next, ANA, Outcome.ANSWERED, "", office.delivery());
    office.tampers("CREATE TRIGGER stubborn BEFORE UPDATE ON report WHEN OLD.case_number = '"
        + number + "' BEGIN SELECT RAISE(ABORT, 'no'); END");

    later(KEPT.plus(DAY));

    assertTrue(office.cases.erased(next).isPresent());
    assertEquals(Optional.empty(), office.cases.erased(number));

    office.tampers("DROP TRIGGER stubborn");
    later(DAY);

    assertTrue(office.cases.erased(number).isPresent());
  }

  private List<String> steps() {
    return office.cases.events(number).stream()
        .map(event -> event.at() + " " + event.what())
        .toList();
  }

  @Test
  void people_of_whom_nothing_else_is_kept_go_too_and_others_stay() {
    office.files(BUDI, "https://x.com/new/status/1 refund");
    later(KEPT.plus(DAY));

    office.stops();
    assertFalse(office.stores(DEWI.id()));
    assertFalse(office.stores("Dewi Lestari"));
    assertTrue(office.stores(BUDI.id()));
  }

  @Test
  void an_open_case_is_kept_however_old() {
    CaseNumber open =
        office.files(DEWI, "https://open.example/1 refund, openwords").about().number();

    later(KEPT.multipliedBy(4));

    assertEquals("refund, openwords", office.cases.latestReports(open, 1).get(0).text());
    assertEquals(DEWI, office.cases.latestReports(open, 1).get(0).reporter());
  }

  @Test
  void presses_on_the_cards_of_an_erased_case_are_answered_kindly() {
    later(KEPT.plus(DAY));

    Notice gone = new Notice.Erased(
        Optional.of(LocalDate.ofInstant(office.clock.instant(), office.policy().zone())));
    CaseDesk desk = office.desks.cases();
    assertEquals(Optional.of(gone), desk.claim(number, ANA, office.delivery()));
    assertEquals(Optional.of(gone), desk.reopen(number, ANA, office.delivery()));
    assertEquals(new Opening.Say(gone), office.desks.forms().open(CaseForm.TIMELINE, number, ANA));
    assertEquals(
        gone, office.desks.reports().notSolved(receipt.report().id(), DEWI, office.delivery()));
    assertEquals(
        new Opening.Say(gone),
        office.desks.reports().detailsForm(receipt.report().id(), DEWI));
    assertInstanceOf(
        Notice.NotYourTeam.class, desk.claim(number, DEWI, office.delivery()).orElseThrow());
    desk.pressedOn(number, ANA, new Channel(Platform.SLACK, Office.WORKSPACE, "C0SOCIAL"), "1.1");
    office.delivers();
    assertTrue(office.queue.stuck(9).isEmpty());
  }

  @Test
  void questions_go_by_their_own_time() {
    office.desks.answers().sendOn(DEWI, "is oldquestion allowed zzz qqq", office.delivery());
    CaseNumber question =
        office.cases.openCases(office.policy().policyTeam(), 1).get(0).number();
    Person omar = Office.OMAR;
    office.claims(omar, question);
    office.desks.cases().resolve(question, omar, Outcome.ANSWERED, "yes", office.delivery());

    later(Retention.USUAL.questions().plus(DAY));

    assertEquals("", office.cases.latestReports(question, 1).get(0).text());
    assertTrue(office.stores("oldwords"));
  }

  @Test
  void the_same_post_reported_again_is_a_new_case() {
    later(KEPT.plus(DAY));

    Notice.Receipt again = office.files(DEWI, "https://oldpost.example/1 refund");
    assertFalse(again.joined());
    assertEquals(
        Optional.empty(),
        office.desks.cases().claim(again.about().number(), ANA, office.delivery()));
  }
}
