package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import dev.instead.report.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is past its review date, or withheld, comes from no surface; in its place people hear that it is being reviewed. */
class ServedTest {
  private static final Instant LAST_MINUTE = Instant.parse("2027-02-01T16:59:00Z");
  private static final Instant REVIEW_IS_DUE = Instant.parse("2027-02-01T17:00:00Z");
  private static final Instant LINKS_ARE_DUE = Instant.parse("2027-03-31T17:00:00Z");

  private Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void an_answer_that_is_asked_for() {
    office.clock.set(LAST_MINUTE);
    assertInstanceOf(Notice.AnswerCard.class, ask("may I post about the new store"));
    office.clock.set(REVIEW_IS_DUE);
    assertInstanceOf(Notice.UnderReview.class, ask("may I post about the new store"));
  }

  @Test
  void an_answer_that_was_chosen_from_an_older_list() {
    office.clock.set(REVIEW_IS_DUE);
    Notice.UnderReview review = assertInstanceOf(
        Notice.UnderReview.class, office.desks.answers().show(DEWI, Policies.CAR_PHOTOS, ""));
    assertEquals(
        office.topic(Policies.CAR_PHOTOS).in(Locale.ENGLISH),
        review.question(),
        "who only pressed a topic can send it on too");
  }

  @Test
  void an_answer_among_suggestions() {
    unsureBetween(Policies.GIVEAWAY, Policies.CAR_PHOTOS, Policies.PAY);
    Notice.Suggestions shown = assertInstanceOf(Notice.Suggestions.class, ask("which is it"));
    assertEquals(
        List.of(Policies.CAR_PHOTOS, Policies.PAY),
        shown.answers().stream().map(Notice.Suggestion::rule).toList());
  }

  @Test
  void suggestions_that_are_all_being_reviewed() {
    unsureBetween(Policies.CAR_PHOTOS, Policies.GIVEAWAY);
    office.clock.set(REVIEW_IS_DUE);
    assertEquals(
        Policies.CAR_PHOTOS,
        assertInstanceOf(Notice.UnderReview.class, ask("which is it")).rule());
  }

  @Test
  void an_answer_in_the_list_of_the_home() {
    office.clock.set(LAST_MINUTE);
    assertEquals(
        List.of(Policies.CAR_PHOTOS, Policies.PRICES),
        home().topics().stream().map(Notice.Suggestion::rule).toList());
    office.clock.set(REVIEW_IS_DUE);
    assertEquals(List.of(), home().topics());
  }

  @Test
  void a_link_of_an_embargo() {
    office.clock.set(LINKS_ARE_DUE.minusSeconds(60));
    assertEquals(0, shown(Policies.MERANTI_E1).linksUnderReview());
    office.clock.set(LINKS_ARE_DUE);
    Notice.AnswerCard card = shown(Policies.MERANTI_E1);
    assertEquals(List.of(), card.resources());
    assertEquals(1, card.linksUnderReview());
  }

  @Test
  void a_link_of_a_protected_topic() {
    assertEquals(0, right().linksUnderReview());
    office.clock.set(LINKS_ARE_DUE);
    assertEquals(List.of(), right().resources());
    assertEquals(1, right().linksUnderReview());
  }

  @Test
  void a_link_of_what_a_draft_names() {
    String draft = "draft: our Meranti E1 is coming and my salary is not";
    Notice.DraftChecked before =
        assertInstanceOf(Notice.DraftChecked.class, office.desks.answers().ask(DEWI, draft));
    assertEquals(
        List.of(1, 1), before.matters().stream().map(m -> m.resources().size()).toList());
    assertEquals(
        List.of(0, 0),
        before.matters().stream().map(Notice.Matter::linksUnderReview).toList());

    office.changes(office.policy().withholding(Set.of(Policies.NEWSROOM, Policies.WORKS_COUNCIL)));
    Notice.DraftChecked after =
        assertInstanceOf(Notice.DraftChecked.class, office.desks.answers().ask(DEWI, draft));
    assertEquals(
        List.of(0, 0), after.matters().stream().map(m -> m.resources().size()).toList());
    assertEquals(
        List.of(1, 1),
        after.matters().stream().map(Notice.Matter::linksUnderReview).toList());
  }

  private Notice.ProtectedRight right() {
    return assertInstanceOf(
        Notice.ProtectedRight.class, office.desks.answers().show(DEWI, Policies.PAY, ""));
  }

  @Test
  void a_link_in_a_receipt_and_in_the_message_that_repeats_it() {
    office.clock.set(LINKS_ARE_DUE);
    Notice.Receipt receipt = files("a refund");
    assertEquals(List.of(), receipt.resources());
    assertEquals(1, receipt.linksUnderReview());
    office.delivers();
    assertEquals(List.of(), ((Notice.Receipt) office.chat.told("U0DEWI").get(0)).resources());
  }

  @Test
  void approved_wording_in_the_receipt_of_who_may_answer() {
    office.close();
    office = new Office(Policies.sample(Stance.RELAXED));
    office.clock.set(LAST_MINUTE);
    assertEquals(1, files("a refund").replies().size());
    office.clock.set(REVIEW_IS_DUE);
    assertEquals(List.of(), files("another refund").replies());
  }

  @Test
  void approved_wording_on_the_card_and_in_its_form() {
    CaseNumber number = files("a refund").about().number();
    office.delivers();
    assertEquals(1, office.card("C0SOCIAL", number).replies().size());
    office.claims(ANA, number);
    office.clock.set(REVIEW_IS_DUE);
    office.delivers();
    assertEquals(List.of(), office.card("C0SOCIAL", number).replies());
    Opening.Show open = assertInstanceOf(
        Opening.Show.class, office.desks.forms().open(CaseForm.USE_REPLY, number, ANA));
    assertEquals(List.of(), ((Form.UseReply) open.form()).replies());
    assertEquals(
        Optional.of(new Notice.NotFound()),
        office.desks.cases().useReply(number, ANA, new ReplyId("refund-1"), office.delivery()));
  }

  @Test
  void a_link_that_is_withheld_is_gone_from_all_of_them_at_once() {
    Policy policy = office.policy();
    assertEquals(1, shown(Policies.NEW_STORE).resources().size());
    office.changes(policy.withholding(Set.of(Policies.NEWSROOM, Policies.REFUNDS)));
    assertEquals(List.of(), shown(Policies.NEW_STORE).resources());
    assertEquals(List.of(), shown(Policies.MERANTI_E1).resources());
    assertEquals(1, files("a refund").linksUnderReview());
    assertEquals(
        List.of(Policies.WORKS_COUNCIL),
        assertInstanceOf(
                Notice.ProtectedRight.class, office.desks.answers().show(DEWI, Policies.PAY, ""))
            .resources()
            .stream()
            .map(Resource::id)
            .toList());
  }

  @Test
  void what_is_not_withheld_stays() {
    Policy policy = office.policy().withholding(Set.of(new ResourceId("unheard-of")));
    assertEquals(
        4,
        policy.served(List.copyOf(policy.resources().keySet()), Policies.TODAY).size());
  }

  private void unsureBetween(RuleId... rules) {
    office.close();
    office = new Office(Policies.sample(), new Matcher() {
      @Override
      public Weighed weigh(Policy policy, String question, Locale language) {
        return new Weighed(
            new Match.Unsure(List.of(rules)), Grounds.chosen(rules[0], policy.version()));
      }

      @Override
      public List<Named> named(Policy policy, String draft) {
        return List.of();
      }

      @Override
      public SituationId suggest(Policy policy, String text, Locale language) {
        return Policies.NOT_SURE;
      }
    });
  }

  private Notice ask(String question) {
    return office.desks.answers().ask(DEWI, question);
  }

  private Notice.AnswerCard shown(RuleId rule) {
    return assertInstanceOf(Notice.AnswerCard.class, office.desks.answers().show(DEWI, rule, ""));
  }

  private Notice.Home home() {
    return assertInstanceOf(Notice.Home.class, office.desks.homes().home(DEWI));
  }

  private Notice.Receipt files(String words) {
    return assertInstanceOf(Notice.Receipt.class, office.reports(DEWI, words, Policies.REFUND));
  }
}
