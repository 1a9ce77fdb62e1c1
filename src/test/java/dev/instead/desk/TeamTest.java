package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.CITRA;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static dev.instead.office.Office.OMAR;
import static dev.instead.office.Office.SIGIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamTest {
  private final Office office = new Office();
  private CaseDesk desk;
  private Notice.Receipt receipt;
  private CaseNumber number;

  @BeforeEach
  void report() {
    desk = office.desks.cases();
    receipt = office.files(DEWI, "https://x.com/acme/status/1 customer is angry about a refund");
    number = receipt.about().number();
    office.delivers();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_first_click_wins_and_the_reporter_hears_who_is_on_it() {
    office.claims(ANA, number);
    office.delivers();

    assertEquals(Optional.of(ANA), office.card("C0SOCIAL", number).about().owner());
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    Notice.PickedUp news = assertInstanceOf(Notice.PickedUp.class, last("U0DEWI"));
    assertEquals("Ana Wijaya", news.names().get(ANA));
  }

  @Test
  void the_second_to_claim_hears_who_has_it_since_when_and_what_is_next() {
    CaseNumber next =
        office.files(BUDI, "https://x.com/acme/status/2 another one").about().number();
    office.claims(ANA, number);
    office.clock.advance(Duration.ofMinutes(3));

    Notice.TooLate late = said(Notice.TooLate.class, desk.claim(number, BEN, office.delivery()));
    assertEquals(ANA, late.by());
    assertEquals(Office.OPENING, late.since());
    assertEquals(Optional.of(next), late.next().map(Case::number));
    assertEquals("Ana Wijaya", late.names().get(ANA));
  }

  @Test
  void a_hundred_people_press_at_once_and_one_wins() throws Exception {
    String[] team = new String[100];
    for (int i = 0; i < team.length; i++) {
      team[i] = "U%03d".formatted(i);
    }
    office.directory.group("S0CARE", team);
    ExecutorService people = Executors.newFixedThreadPool(team.length);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Optional<Notice>>> answers = new ArrayList<>();
    for (String id : team) {
      Person member = Office.person(id);
      Delivery delivery = office.delivery();
      answers.add(people.submit(() -> {
        go.await();
        return desk.claim(number, member, delivery);
      }));
    }
    go.countDown();
    int winners = 0;
    for (Future<Optional<Notice>> answer : answers) {
      Optional<Notice> said = answer.get(30, TimeUnit.SECONDS);
      winners += said.isEmpty() ? 1 : 0;
      said.ifPresent(notice -> assertInstanceOf(Notice.TooLate.class, notice));
    }
    people.shutdown();
    assertEquals(1, winners);
    assertEquals(1, count(CaseEvent.Claimed.class));
  }

  @Test
  void pressing_twice_says_that_it_is_yours() {
    office.claims(ANA, number);
    assertEquals(
        Optional.of(new Notice.AlreadyYours(number)), desk.claim(number, ANA, office.delivery()));
  }

  @Test
  void a_late_repeat_of_a_press_does_not_claim_again() {
    Delivery press = office.delivery();
    desk.claim(number, ANA, press);
    desk.release(number, ANA, office.delivery());
    assertEquals(Optional.empty(), desk.claim(number, ANA, press));
    assertInstanceOf(Stage.Open.class, office.theCase(number).stage());
  }

  @Test
  void whoever_guesses_the_number_of_a_restricted_case_hears_that_there_is_none() {
    CaseNumber secret = assertInstanceOf(
            Notice.Receipt.class, office.reports(DEWI, "he will hurt us", Policies.THREAT))
        .about()
        .number();
    Optional<Notice> unknown = desk.claim(new CaseNumber("S-2222"), ANA, office.delivery());
    assertEquals(Optional.of(new Notice.NotFound()), unknown);
    for (Person outside : List.of(ANA, OMAR, DEWI, GUS)) {
      assertEquals(unknown, desk.claim(secret, outside, office.delivery()), outside.id());
      assertEquals(
          new Opening.Say(unknown.orElseThrow()),
          office.desks.forms().open(CaseForm.TIMELINE, secret, outside));
    }
    assertEquals(Optional.empty(), desk.claim(secret, SIGIT, office.delivery()));
  }

  @Test
  void a_forged_press_reveals_nothing_of_a_restricted_case_even_while_groups_are_unreadable() {
    CaseNumber secret = assertInstanceOf(
            Notice.Receipt.class, office.reports(DEWI, "he will hurt us", Policies.THREAT))
        .about()
        .number();
    CaseNumber none = new CaseNumber("S-2222");
    for (String group : List.of("none yet", "S0CARE", "S0SECURITY")) {
      office.directory.forgets(group);
      for (Person outside : List.of(ANA, OMAR, DEWI, GUS)) {
        assertEquals(heard(none, outside), heard(secret, outside), outside.id());
      }
    }
    assertInstanceOf(Stage.Open.class, office.theCase(secret).stage());
  }

  @Test
  void a_group_that_can_not_be_read_keeps_nobody_trying_for_long() {
    CaseNumber secret = assertInstanceOf(
            Notice.Receipt.class, office.reports(DEWI, "he will hurt us", Policies.THREAT))
        .about()
        .number();
    office.directory.forgets("S0CARE");
    office.directory.forgets("S0SECURITY");
    assertBothHear(new Notice.OneMoment(), secret);

    office.clock.advance(Duration.ofMinutes(1));
    assertBothHear(new Notice.NotFound(), secret);

    office.clock.advance(Duration.ofHours(1));
    assertBothHear(new Notice.OneMoment(), secret);
  }

  private void assertBothHear(Notice expected, CaseNumber secret) {
    for (CaseNumber about : List.of(secret, new CaseNumber("S-2222"))) {
      assertEquals(Optional.of(expected), desk.claim(about, OMAR, office.delivery()));
      assertEquals(
          new Opening.Say(expected), office.desks.forms().open(CaseForm.TIMELINE, about, OMAR));
    }
  }

  /** What somebody hears who tries every press and every form with a number. */
  private List<Object> heard(CaseNumber about, Person person) {
    List<Object> heard = new ArrayList<>(List.of(
        desk.claim(about, person, office.delivery()),
        desk.release(about, person, office.delivery()),
        desk.dismiss(about, person, office.delivery()),
        desk.resolve(about, person, Outcome.ANSWERED, "x", office.delivery()),
        desk.reopen(about, person, office.delivery()),
        desk.handOver(about, person, Policies.SOCIAL_CARE, office.delivery()),
        desk.changeSeverity(about, person, Severity.LOW, office.delivery()),
        desk.merge(about, person, number, office.delivery()),
        desk.useReply(about, person, new ReplyId("refund-1"), office.delivery()),
        desk.askReporter(about, person, "x", office.delivery()),
        desk.reply(about, person, "x", office.delivery()),
        office.desks.entries().form(about, person)));
    for (CaseForm form : CaseForm.values()) {
      heard.add(office.desks.forms().open(form, about, person));
    }
    return heard;
  }

  @Test
  void strangers_guests_and_people_of_unreadable_groups_may_not_act() {
    assertInstanceOf(
        Notice.NotYourTeam.class, desk.claim(number, OMAR, office.delivery()).orElseThrow());
    assertInstanceOf(
        Notice.Refused.class, desk.claim(number, GUS, office.delivery()).orElseThrow());
    office.directory.forgets("S0CARE");
    assertEquals(Optional.of(new Notice.OneMoment()), desk.claim(number, ANA, office.delivery()));
    assertInstanceOf(Stage.Open.class, office.theCase(number).stage());
  }

  @Test
  void the_lead_is_known_by_the_policy_even_when_the_group_is_not() {
    office.directory.forgets("S0CARE");
    assertEquals(Optional.empty(), desk.claim(number, CITRA, office.delivery()));
  }

  @Test
  void resolving_tells_every_reporter_the_outcome_and_not_solved_opens_it_again() {
    Notice.Receipt second = office.files(BUDI, "https://twitter.com/i/web/status/1 juga lihat ini");
    office.claims(ANA, number);
    desk.resolve(number, ANA, Outcome.ANSWERED, "We called the customer.", office.delivery());
    office.delivers();

    Notice.OutcomeNews news = assertInstanceOf(Notice.OutcomeNews.class, last("U0DEWI"));
    assertEquals("We called the customer.", news.text());
    assertInstanceOf(Notice.OutcomeNews.class, last("U0BUDI"));

    office.desks.reports().notSolved(second.report().id(), BUDI, office.delivery());
    office.delivers();
    assertInstanceOf(Stage.Open.class, office.theCase(number).stage());
    assertEquals(number, office.card("C0SOCIAL", number).about().number());
    assertInstanceOf(Notice.ReopenedNews.class, last("U0DEWI"));
  }

  @Test
  void nobody_resolves_what_a_colleague_has_but_the_lead_may() {
    office.claims(ANA, number);
    Notice.NotYours no = said(
        Notice.NotYours.class, desk.resolve(number, BEN, Outcome.ANSWERED, "", office.delivery()));
    assertEquals(Optional.of(ANA), no.owner());
    assertEquals(
        Optional.empty(), desk.resolve(number, CITRA, Outcome.ANSWERED, "", office.delivery()));
  }

  @Test
  void writing_to_the_reporter_needs_the_claim_first() {
    Notice.NotYours no = said(
        Notice.NotYours.class, desk.askReporter(number, ANA, "Which dealer?", office.delivery()));
    assertEquals(Optional.empty(), no.owner());
  }

  @Test
  void a_question_reaches_the_reporter_and_the_answer_comes_back_under_the_card() {
    office.claims(ANA, number);
    desk.askReporter(number, ANA, "Which dealer?", office.delivery());
    office.delivers();
    Notice.RelayToReporter asked = assertInstanceOf(Notice.RelayToReporter.class, last("U0DEWI"));
    assertEquals("Which dealer?", asked.note().text());

    office
        .desks
        .reports()
        .answerTeam(asked.note().id(), asked.report(), DEWI, "The one in Medan", office.delivery());
    office.delivers();
    List<String> thread = office.chat.in("C0SOCIAL").stream()
        .filter(message -> message.notice() instanceof Notice.TeamNote)
        .map(message -> ((Notice.TeamNote) message.notice()).note().text())
        .toList();
    assertEquals(List.of("Which dealer?", "The one in Medan"), thread);
  }

  @Test
  void a_handed_over_case_moves_its_card_and_keeps_number_and_age() {
    office.claims(ANA, number);
    office.clock.advance(Duration.ofMinutes(20));
    desk.handOver(number, ANA, Policies.SECURITY, office.delivery());
    office.delivers();

    assertEquals(false, office.card("C0SOCIAL", number).here());
    Notice.TeamCard there = office.card("C0SECURITY", number);
    assertTrue(there.here());
    assertEquals(Office.OPENING, there.about().openedAt());
    assertInstanceOf(Stage.Open.class, there.about().stage());
    assertInstanceOf(
        Notice.NotYourTeam.class, desk.claim(number, ANA, office.delivery()).orElseThrow());
    assertEquals(Optional.empty(), desk.claim(number, SIGIT, office.delivery()));
  }

  @Test
  void merging_moves_the_reports_and_ends_the_other_case() {
    CaseNumber other =
        office.files(BUDI, "https://x.com/acme/status/2 the same thing").about().number();
    office.claims(ANA, number);
    assertEquals(Optional.empty(), desk.merge(number, ANA, other, office.delivery()));
    office.delivers();

    assertEquals(2, office.theCase(other).reports());
    Stage.Merged ended =
        assertInstanceOf(Stage.Merged.class, office.theCase(number).stage());
    assertEquals(other, ended.into());
    desk.claim(other, BEN, office.delivery());
    office.delivers();
    assertInstanceOf(Notice.PickedUp.class, last("U0DEWI"));
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(number)),
        desk.merge(other, BEN, number, office.delivery()));
  }

  @Test
  void reporters_of_a_merged_case_read_it_in_their_receipt_and_hear_everything_once() {
    // Budi reported both.
    office.reports(BUDI, "https://x.com/acme/status/1 me too");
    CaseNumber other =
        office.files(BUDI, "https://x.com/acme/status/2 the same thing").about().number();
    office.delivers();
    assertEquals(1, office.chat.told("U0DEWI").size());
    desk.merge(number, ANA, other, office.delivery());
    office.delivers();

    assertEquals(1, office.chat.told("U0DEWI").size(), "an edit, no new message");
    Notice.Receipt receipt = assertInstanceOf(Notice.Receipt.class, last("U0DEWI"));
    assertEquals(other, receipt.about().number());
    assertTrue(receipt.joined());

    desk.resolve(other, ANA, Outcome.ANSWERED, "We called them.", office.delivery());
    office.delivers();
    for (String reporter : List.of("U0DEWI", "U0BUDI")) {
      assertEquals(
          1,
          office.chat.told(reporter).stream()
              .filter(Notice.OutcomeNews.class::isInstance)
              .count(),
          reporter);
    }
  }

  @Test
  void severity_changes_the_due_time() {
    desk.changeSeverity(number, ANA, Severity.URGENT, office.delivery());
    Case changed = office.theCase(number);
    assertEquals(Severity.URGENT, changed.severity());
    assertEquals(Optional.of(Office.OPENING.plus(Duration.ofMinutes(30))), changed.due());
  }

  @Test
  void using_an_approved_reply_is_recorded_and_an_invented_one_is_not() {
    office.claims(ANA, number);
    assertEquals(
        Optional.empty(), desk.useReply(number, ANA, new ReplyId("refund-1"), office.delivery()));
    assertEquals(
        Optional.of(new Notice.NotFound()),
        desk.useReply(number, ANA, new ReplyId("made-up"), office.delivery()));
    assertEquals(1, count(CaseEvent.ReplyUsed.class));
  }

  @Test
  void a_reply_whose_review_is_over_due_is_not_used_from_a_form_that_was_left_open() {
    office.claims(ANA, number);
    office.clock.advance(Duration.ofDays(100));
    assertEquals(
        Optional.of(new Notice.NotFound()),
        desk.useReply(number, ANA, new ReplyId("refund-1"), office.delivery()));
    assertEquals(0, count(CaseEvent.ReplyUsed.class));
  }

  @Test
  void a_report_does_not_become_part_of_a_question() {
    office.desks.answers().sendOn(BUDI, "is the canteen on mars vegan", office.delivery());
    CaseNumber question =
        office.cases.openCases(Policies.COMMUNICATIONS, 10).get(0).number();
    desk.handOver(number, ANA, Policies.COMMUNICATIONS, office.delivery());
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(question)),
        desk.merge(number, OMAR, question, office.delivery()));
    assertTrue(office.theCase(number).isOpen());
  }

  @Test
  void a_case_is_not_offered_to_a_team_that_works_where_the_bot_is_not() {
    Team security = office.policy().team(Policies.SECURITY);
    Team elsewhere = new Team(
        new TeamId("elsewhere"),
        security.name(),
        Map.of(),
        security.members(),
        security.lead(),
        security.language(),
        security.hours(),
        List.of());
    office.changes(Policies.with(office.policy(), elsewhere));
    Opening.Show shown = assertInstanceOf(
        Opening.Show.class, office.desks.forms().open(CaseForm.HAND_OVER, number, ANA));
    List<TeamId> offered =
        ((Form.HandOver) shown.form()).teams().stream().map(Team::id).toList();
    assertTrue(offered.contains(Policies.SECURITY), offered::toString);
    assertFalse(offered.contains(elsewhere.id()), offered::toString);
    assertEquals(
        Optional.of(new Notice.NotFound()),
        desk.handOver(number, ANA, elsewhere.id(), office.delivery()),
        "nor taken from a form that says so all the same");
    assertEquals(Policies.SOCIAL_CARE, office.theCase(number).team());
  }

  @Test
  void the_timeline_tells_everything_in_order_and_only_to_the_team() {
    office.claims(ANA, number);
    desk.release(number, ANA, office.delivery());
    desk.dismiss(number, BEN, office.delivery());
    Opening.Show shown = assertInstanceOf(
        Opening.Show.class, office.desks.forms().open(CaseForm.TIMELINE, number, BEN));
    assertEquals(
        List.of("Opened", "Claimed", "Released", "Resolved"),
        ((Form.Timeline) shown.form())
            .events().stream()
                .map(event -> event.what().getClass().getSimpleName())
                .toList());
    assertInstanceOf(Opening.Say.class, office.desks.forms().open(CaseForm.TIMELINE, number, DEWI));
  }

  @Test
  void a_press_on_a_closed_card_says_so() {
    desk.dismiss(number, ANA, office.delivery());
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(number)), desk.claim(number, BEN, office.delivery()));
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(number)),
        desk.askReporter(number, BEN, "hello?", office.delivery()));
    assertEquals(Optional.empty(), desk.reopen(number, BEN, office.delivery()));
  }

  @Test
  void a_reopened_case_gives_way_to_a_newer_case_of_the_same_post() {
    desk.dismiss(number, ANA, office.delivery());
    CaseNumber newer =
        office.files(BUDI, "https://x.com/acme/status/1 still there").about().number();
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(newer)), desk.reopen(number, ANA, office.delivery()));
  }

  @Test
  void who_reopens_hears_nothing_of_a_restricted_case_that_the_post_has_by_now() {
    desk.dismiss(number, ANA, office.delivery());
    CaseNumber newer =
        office.files(BUDI, "https://x.com/acme/status/1 still there").about().number();
    CaseNumber secret = assertInstanceOf(
            Notice.Receipt.class, office.reports(DEWI, "he will come", Policies.THREAT))
        .about()
        .number();
    desk.handOver(newer, ANA, Policies.SECURITY, office.delivery());
    desk.merge(secret, SIGIT, newer, office.delivery());
    assertTrue(office.theCase(newer).restricted());
    assertEquals(
        Optional.of(new Notice.NoLongerOpen(number)), desk.reopen(number, ANA, office.delivery()));
  }

  @Test
  void a_team_that_left_the_policy_leaves_its_cases_to_the_policy_team() {
    Policy without = Policies.without(office.policy(), Policies.SOCIAL_CARE);
    office.changes(without);
    assertInstanceOf(
        Notice.NotYourTeam.class, desk.claim(number, ANA, office.delivery()).orElseThrow());
    assertEquals(Optional.empty(), desk.claim(number, OMAR, office.delivery()));
    Notice.Receipt joined = office.files(BUDI, "https://x.com/acme/status/1 me too");
    assertEquals(Policies.COMMUNICATIONS, joined.team().id());
  }

  @Test
  void merging_keeps_what_is_restricted_restricted() {
    CaseNumber secret = ((Notice.Receipt)
            office.reports(BUDI, "https://x.com/acme/status/8 he will come", Policies.THREAT))
        .about()
        .number();
    CaseNumber open =
        office.files(DEWI, "https://x.com/acme/status/9 refund").about().number();
    desk.handOver(open, ANA, Policies.SECURITY, office.delivery());
    assertEquals(Optional.empty(), desk.merge(secret, SIGIT, open, office.delivery()));
    assertTrue(office.theCase(open).restricted());
  }

  @Test
  void a_question_asked_before_a_merge_can_be_answered_after_it() {
    office.claims(ANA, number);
    desk.askReporter(number, ANA, "Which dealer?", office.delivery());
    office.delivers();
    Notice.RelayToReporter asked = assertInstanceOf(Notice.RelayToReporter.class, last("U0DEWI"));
    CaseNumber other =
        office.files(BUDI, "https://x.com/acme/status/2 the same").about().number();
    desk.merge(number, ANA, other, office.delivery());
    assertInstanceOf(
        Notice.Acknowledged.class,
        office
            .desks
            .reports()
            .answerTeam(asked.note().id(), asked.report(), DEWI, "In Medan", office.delivery()));
  }

  @Test
  void news_that_nobody_heard_yet_is_not_said_twice_and_nobody_is_told_of_their_own_action() {
    desk.claim(number, ANA, office.delivery());
    desk.release(number, ANA, office.delivery());
    desk.claim(number, BEN, office.delivery());
    CaseNumber own =
        office.files(ANA, "https://x.com/acme/status/3 refund").about().number();
    desk.claim(own, ANA, office.delivery());
    office.delivers();
    assertEquals(1, pickedUp("U0DEWI"));
    assertEquals(0, pickedUp("U0ANA"));
  }

  private long pickedUp(String person) {
    return office.chat.told(person).stream()
        .filter(Notice.PickedUp.class::isInstance)
        .count();
  }

  private Notice last(String person) {
    List<Notice> told = office.chat.told(person);
    return told.get(told.size() - 1);
  }

  private long count(Class<? extends CaseEvent.What> what) {
    return office.cases.events(number).stream()
        .filter(event -> what.isInstance(event.what()))
        .count();
  }

  private static <T extends Notice> T said(Class<T> type, Optional<Notice> answer) {
    return assertInstanceOf(type, answer.orElseThrow());
  }
}
