package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static dev.instead.office.Office.SIGIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.Profile;
import dev.instead.policy.Policies;
import dev.instead.policy.Stance;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilingTest {
  private static final String POST =
      "https://x.com/acme/status/123 customer is angry about a refund";

  private Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_report_becomes_one_card_and_a_receipt_that_is_repeated_in_private() {
    Notice.Receipt receipt = office.files(DEWI, POST);
    office.delivers();

    assertEquals(Policies.SOCIAL_CARE, receipt.team().id());
    assertEquals("Dewi", receipt.greeting());
    Notice.TeamCard card = office.card("C0SOCIAL", receipt.about().number());
    assertEquals(Policies.REFUND, card.situation().id());
    assertEquals("customer is angry about a refund", card.latest().get(0).text());
    assertEquals("x.com/i/status/123", card.about().link().orElseThrow().key());
    assertEquals(
        List.of(receipt.about().number()),
        office.chat.told("U0DEWI").stream()
            .map(notice -> ((Notice.Receipt) notice).about().number())
            .toList());
  }

  @Test
  void the_same_post_in_another_spelling_joins_its_case() {
    CaseNumber number = office.files(DEWI, POST).about().number();
    Notice.Receipt second =
        office.files(BUDI, "https://mobile.twitter.com/other/status/123?s=20 dia marah");
    office.delivers();

    assertEquals(number, second.about().number());
    assertTrue(second.joined());
    assertEquals(2, office.card("C0SOCIAL", number).about().reports());
    assertEquals(1, office.chat.in("C0SOCIAL").size());
  }

  @Test
  void reporting_one_post_twice_counts_once_and_keeps_the_new_words() {
    CaseNumber number = office.files(DEWI, POST).about().number();
    Notice.Receipt again =
        office.files(DEWI, "https://x.com/acme/status/123 now she names the dealer");
    office.delivers();

    assertFalse(again.joined());
    assertEquals(1, office.theCase(number).reports());
    assertEquals("now she names the dealer", office.cases.notes(number).get(0).text());
  }

  @Test
  void a_delivery_that_comes_twice_gets_the_same_answer_and_stores_nothing_new() {
    Delivery delivery = office.delivery();
    Filing filing = new Filing(DEWI, "", "somebody is shouting at us", Optional.empty());
    Notice first = office.desks.reports().file(filing, delivery);
    Notice second = office.desks.reports().file(filing, delivery);

    assertEquals(number(first), number(second));
    assertEquals(1, office.cases.openCases(Policies.SOCIAL_CARE, 10).size());
  }

  @Test
  void joining_a_restricted_case_reveals_nothing() {
    Notice.Receipt opened = assertInstanceOf(
        Notice.Receipt.class,
        office.reports(DEWI, "https://x.com/a/status/9 he will hurt us", Policies.THREAT));
    Notice joined = office.reports(BUDI, "https://x.com/a/status/9");
    office.claims(SIGIT, opened.about().number());
    office
        .desks
        .cases()
        .resolve(opened.about().number(), SIGIT, Outcome.SOLVED_OFFLINE, "", office.delivery());
    office.delivers();

    assertInstanceOf(Notice.Thanks.class, joined);
    assertEquals(List.of(), office.chat.told("U0BUDI"));
    assertEquals(2, office.theCase(opened.about().number()).reports());
    Notice.Home home = assertInstanceOf(Notice.Home.class, office.desks.homes().home(BUDI));
    assertEquals(Optional.empty(), home.reports().get(0).number());
    assertEquals("status.received", home.reports().get(0).status());
    assertFalse(office.chat.told("U0DEWI").isEmpty());
  }

  @Test
  void danger_shows_the_emergency_contacts_in_receipt_and_form() {
    Notice.Receipt receipt = assertInstanceOf(
        Notice.Receipt.class,
        office.reports(DEWI, "he will come to the showroom", Policies.THREAT));
    assertEquals("112", receipt.emergency().get(0).phone().orElseThrow());
    Opening.Show form = assertInstanceOf(
        Opening.Show.class,
        office.desks.reports().form(DEWI, "", "", Optional.of(Policies.THREAT)));
    assertEquals(
        "112", ((Form.FileReport) form.form()).emergency().get(0).phone().orElseThrow());
  }

  @Test
  void under_the_strict_stance_nobody_may_answer() {
    assertFalse(office.files(BEN, POST).mayAnswer());
  }

  @Test
  void under_the_trained_stance_only_trained_speakers_may_answer() {
    office.changes(Policies.sample(Stance.TRAINED));
    assertTrue(office.files(BEN, POST).mayAnswer());
    Notice.Receipt other = office.files(DEWI, "https://x.com/b/status/77 wants a refund");
    assertFalse(other.mayAnswer());
    assertEquals(List.of(), other.replies());
  }

  @Test
  void under_the_relaxed_stance_staff_get_the_approved_wording() {
    office.changes(Policies.sample(Stance.RELAXED));
    Notice.Receipt receipt = office.files(DEWI, POST);
    assertTrue(receipt.mayAnswer());
    assertEquals("refund-1", receipt.replies().get(0).id().value());
  }

  @Test
  void who_may_speak_is_not_guessed_when_the_group_cannot_be_read() {
    office.changes(Policies.sample(Stance.TRAINED));
    office.directory.forgets("S0TRAINED");
    assertFalse(office.files(BEN, POST).mayAnswer());
  }

  @Test
  void guests_get_the_public_contact_and_nothing_is_stored() {
    Notice.Refused refused = assertInstanceOf(Notice.Refused.class, office.reports(GUS, POST));
    assertEquals(
        "https://meranti.example/contact",
        refused.publicContact().url().orElseThrow().toString());
    assertEquals(List.of(), office.cases.openCases(Policies.SOCIAL_CARE, 10));
  }

  @Test
  void outsiders_and_deactivated_people_are_refused_too() {
    for (Profile.Standing standing :
        List.of(Profile.Standing.OUTSIDER, Profile.Standing.DEACTIVATED, Profile.Standing.BOT)) {
      office.directory.knows(DEWI, "Dewi", "en", standing);
      assertInstanceOf(Notice.Refused.class, office.reports(DEWI, POST), standing.name());
    }
  }

  @Test
  void somebody_whom_the_platform_does_not_tell_about_in_time_is_still_heard() {
    Notice.Receipt receipt = office.files(Office.person("U0NEW"), POST);
    assertEquals("", receipt.greeting());
  }

  /** A report counts for what was seen; a bad address alone tells nothing, and may be a slip. */
  @Test
  void a_bad_address_alone_is_sent_back_and_with_words_beside_it_filed() {
    for (String internal : List.of(
        "http://10.0.0.1/x", "10.0.0.1/x", "<http://10.0.0.1/x>", "https://localhost:8080/")) {
      assertEquals(
          new Notice.Unclear("unclear.link_internal"), office.reports(DEWI, internal), internal);
    }
    assertEquals(
        new Notice.Unclear("unclear.link_not_web"), office.reports(DEWI, "ftp://acme.example/x"));
    assertEquals(new Notice.Unclear("unclear.link_mistyped"), office.reports(DEWI, "https://"));
    assertEquals(List.of(), office.cases.openCases(Policies.SOCIAL_CARE, 10));

    Notice.Receipt filed = office.files(DEWI, "http://10.0.0.1/x customer wants a refund");
    assertEquals(Optional.empty(), filed.about().link());
    assertTrue(filed.report().text().contains("wants a refund"));
    for (String words : List.of("refund", "10.0.0.1.5.6", "and/or", "1.2.3.4 times angrier")) {
      office.files(BUDI, words);
    }
  }

  @Test
  void an_empty_report_a_private_link_and_a_long_text_are_sent_back_beside_their_field() {
    assertEquals(new Notice.Unclear("unclear.empty"), office.reports(DEWI, "   "));
    Filing inside = new Filing(DEWI, "http://192.168.0.10/wiki", "", Optional.empty());
    assertEquals(
        new Notice.Unclear("unclear.link_internal"),
        office.desks.reports().file(inside, office.delivery()));
    assertEquals(
        new Notice.Unclear("unclear.text_too_long"),
        office.reports(DEWI, "\uD83D\uDE00".repeat(1501)));
    assertEquals(List.of(), office.cases.openCases(Policies.SOCIAL_CARE, 10));
  }

  @Test
  void out_of_hours_the_receipt_says_when_the_team_is_back() {
    office.clock.set(Instant.parse("2026-11-27T12:00:00Z")); // Friday, 19:00 in Jakarta
    Notice.Receipt receipt = office.files(DEWI, POST);
    assertEquals(Optional.of(Instant.parse("2026-11-30T01:00:00Z")), receipt.opens());
    assertEquals(
        Optional.of(Instant.parse("2026-11-30T01:30:00Z")), receipt.about().due());
  }

  @Test
  void pay_is_a_right_and_never_becomes_a_case() {
    assertInstanceOf(
        Notice.ProtectedRight.class, office.reports(DEWI, "a colleague posted about our salary"));
    assertEquals(List.of(), office.cases.openCases(Policies.SOCIAL_CARE, 10));
  }

  @Test
  void the_only_report_taken_back_ends_an_unclaimed_case() {
    Notice.Receipt receipt = office.files(DEWI, POST);
    Notice done = office.desks.reports().withdraw(receipt.report().id(), DEWI, office.delivery());
    office.delivers();

    assertEquals(
        new Notice.Acknowledged(
            Notice.Acknowledged.Kind.WITHDRAWN, Optional.of(receipt.about().number())),
        done);
    assertInstanceOf(
        Stage.Withdrawn.class, office.theCase(receipt.about().number()).stage());
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    assertEquals(
        done,
        office.desks.reports().withdraw(receipt.report().id(), DEWI, office.delivery()),
        "asked again, the same answer");
  }

  @Test
  void one_of_two_taken_back_leaves_the_case_open() {
    Notice.Receipt first = office.files(DEWI, POST);
    office.files(BUDI, POST);
    office.desks.reports().withdraw(first.report().id(), DEWI, office.delivery());
    assertEquals(1, office.theCase(first.about().number()).reports());
    assertTrue(office.theCase(first.about().number()).isOpen());
  }

  @Test
  void nobody_can_touch_the_report_of_somebody_else() {
    Notice.Receipt receipt = office.files(DEWI, POST);
    assertEquals(
        new Notice.NotFound(),
        office.desks.reports().withdraw(receipt.report().id(), BUDI, office.delivery()));
    assertEquals(
        new Notice.NotFound(),
        office.desks.reports().addDetails(receipt.report().id(), BUDI, "x", office.delivery()));
    assertInstanceOf(
        Opening.Say.class, office.desks.reports().detailsForm(receipt.report().id(), BUDI));
  }

  @Test
  void details_reach_the_team_under_the_card() {
    Notice.Receipt receipt = office.files(DEWI, POST);
    office.delivers();
    office
        .desks
        .reports()
        .addDetails(receipt.report().id(), DEWI, "she lives in Medan", office.delivery());
    office.delivers();

    var note = office.chat.in("C0SOCIAL").get(1);
    assertEquals("she lives in Medan", ((Notice.TeamNote) note.notice()).note().text());
    assertEquals(
        office.chat.in("C0SOCIAL").get(0).id(), note.thread().orElseThrow().id());
  }

  @Test
  void after_the_end_the_same_post_opens_a_new_case() {
    CaseNumber number = office.files(DEWI, POST).about().number();
    office.desks.cases().dismiss(number, ANA, office.delivery());
    assertNotEquals(number, office.files(BUDI, POST).about().number());
  }

  @Test
  void words_of_danger_win_over_a_protected_word() {
    Notice.Receipt receipt =
        office.files(DEWI, "he writes that he will hurt our staff because of our salary");
    assertEquals(Policies.SECURITY, receipt.team().id());
    assertFalse(receipt.emergency().isEmpty());
  }

  @Test
  void danger_never_waits_in_the_ordinary_queue_of_a_post() {
    CaseNumber ordinary = office.files(DEWI, POST).about().number();
    Notice.Receipt danger = assertInstanceOf(
        Notice.Receipt.class,
        office.reports(BUDI, "https://x.com/acme/status/123 he will come", Policies.THREAT));
    office.delivers();

    assertNotEquals(ordinary, danger.about().number());
    assertFalse(danger.emergency().isEmpty());
    assertEquals(1, office.chat.in("C0SECURITY").size());
  }

  @Test
  void who_tells_of_danger_again_sees_whom_to_call_and_still_nothing_of_the_case() {
    office.reports(DEWI, "https://x.com/a/status/9 he will hurt us", Policies.THREAT);
    Notice.Thanks thanks = assertInstanceOf(
        Notice.Thanks.class,
        office.reports(BUDI, "https://x.com/a/status/9 he has a knife", Policies.THREAT));
    assertEquals("112", thanks.emergency().get(0).phone().orElseThrow());
  }

  @Test
  void the_form_for_details_does_not_name_a_restricted_case_to_who_merely_joined() {
    office.reports(DEWI, "https://x.com/a/status/9 he will hurt us", Policies.THREAT);
    office.reports(BUDI, "https://x.com/a/status/9");
    Notice.Home home = assertInstanceOf(Notice.Home.class, office.desks.homes().home(BUDI));
    Opening.Show form = assertInstanceOf(
        Opening.Show.class,
        office.desks.reports().detailsForm(home.reports().get(0).report().id(), BUDI));
    assertEquals(Optional.empty(), ((Form.AddDetails) form.form()).number());
  }

  @Test
  void not_solved_does_not_name_a_restricted_case_to_who_merely_joined() {
    office.reports(DEWI, "https://x.com/a/status/9 he will hurt us", Policies.THREAT);
    office.reports(BUDI, "https://x.com/a/status/9");
    Notice.Home home = assertInstanceOf(Notice.Home.class, office.desks.homes().home(BUDI));
    assertEquals(
        new Notice.NotFound(),
        office
            .desks
            .reports()
            .notSolved(home.reports().get(0).report().id(), BUDI, office.delivery()));
  }

  @Test
  void not_solved_joins_the_newer_case_of_the_post_and_reveals_nothing_of_a_restricted_one() {
    Notice.Receipt first = office.files(DEWI, POST);
    office.claims(ANA, first.about().number());
    office
        .desks
        .cases()
        .resolve(first.about().number(), ANA, Outcome.ANSWERED, "", office.delivery());
    office.reports(BUDI, "https://x.com/acme/status/123 he will come", Policies.THREAT);
    assertInstanceOf(
        Notice.Acknowledged.class,
        office.desks.reports().notSolved(first.report().id(), DEWI, office.delivery()));
    assertTrue(office.theCase(first.about().number()).isOpen());
  }

  @Test
  void a_report_can_be_taken_back_twice_and_after_a_merge() {
    Notice.Receipt one = office.files(DEWI, POST);
    Notice.Receipt two = office.files(DEWI, "https://x.com/acme/status/456 the same again");
    office.desks.cases().merge(one.about().number(), ANA, two.about().number(), office.delivery());
    for (int i = 0; i < 2; i++) {
      assertInstanceOf(
          Notice.class,
          office.desks.reports().withdraw(two.report().id(), DEWI, office.delivery()));
    }
    assertTrue(office.theCase(two.about().number()).isOpen());
  }

  private static CaseNumber number(Notice receipt) {
    return assertInstanceOf(Notice.Receipt.class, receipt).about().number();
  }
}
