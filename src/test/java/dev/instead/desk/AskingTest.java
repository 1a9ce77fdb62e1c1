package dev.instead.desk;

import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static dev.instead.office.Office.OMAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.RuleId;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void an_approved_answer_comes_with_verdict_do_why_and_who_approved_it() {
    Notice.AnswerCard card =
        assertInstanceOf(Notice.AnswerCard.class, ask("may I post about the new store"));
    assertEquals(Policies.NEW_STORE, card.rule());
    assertEquals(Verdict.HOLD, card.verdict());
    assertEquals("Communications", card.approvedBy());
    assertEquals("newsroom", card.resources().get(0).id().value());
  }

  @Test
  void an_answer_past_its_review_date_is_not_given() {
    Notice.UnderReview review =
        assertInstanceOf(Notice.UnderReview.class, ask("can I run a giveaway"));
    assertEquals(Policies.GIVEAWAY, review.rule());
  }

  @Test
  void an_answer_expires_by_itself_at_the_end_of_its_day_in_the_policys_zone() {
    office.clock.set(Instant.parse("2027-02-01T16:59:00Z"));
    assertInstanceOf(Notice.AnswerCard.class, ask("may I post about the new store"));
    office.clock.set(Instant.parse("2027-02-01T17:00:00Z"));
    assertInstanceOf(Notice.UnderReview.class, ask("may I post about the new store"));
  }

  @Test
  void an_embargo_lifts_at_its_instant() {
    office.clock.set(Instant.parse("2027-01-15T01:59:59Z"));
    assertEquals(Verdict.HOLD, card(Policies.MERANTI_E1).verdict());
    office.clock.set(Instant.parse("2027-01-15T02:00:00Z"));
    assertEquals(Verdict.GO, card(Policies.MERANTI_E1).verdict());
  }

  @Test
  void what_to_do_depends_on_the_stance() {
    assertEquals("Let Social Care answer.", instead());
    office.changes(Policies.sample(Stance.RELAXED));
    assertEquals("Answer with the text below.", instead());
    office.changes(Policies.sample(Stance.TRAINED));
    assertEquals("Let Social Care answer.", instead());
  }

  @Test
  void a_protected_topic_is_never_restricted() {
    assertInstanceOf(Notice.ProtectedRight.class, ask("may I talk about my salary online"));
  }

  @Test
  void without_an_answer_the_question_goes_to_the_policy_team_and_comes_back() {
    String question = "is the canteen on mars vegan";
    assertEquals(new Notice.NoAnswer(question), ask(question));
    Delivery press = office.delivery();
    Notice.SentOn sent =
        assertInstanceOf(Notice.SentOn.class, office.desks.answers().sendOn(DEWI, question, press));
    assertEquals(sent, office.desks.answers().sendOn(DEWI, question, press));
    CaseNumber number = sent.number();
    assertEquals(Optional.of(Instant.parse("2026-11-23T11:00:00Z")), sent.due(), "8 working hours");
    assertEquals(sent.due(), office.theCase(number).due());
    assertTrue(number.value().startsWith("Q-"));
    office.delivers();
    assertEquals(question, office.card("C0POLICY", number).latest().get(0).text());

    office.claims(OMAR, number);
    office.desks.cases().resolve(number, OMAR, Outcome.ANSWERED, "Yes, it is.", office.delivery());
    office.delivers();
    List<Notice> told = office.chat.told("U0DEWI");
    Notice.OutcomeNews news = assertInstanceOf(Notice.OutcomeNews.class, told.get(told.size() - 1));
    assertEquals("Yes, it is.", news.text());
  }

  @Test
  void guests_are_referred_to_the_public_contact() {
    assertInstanceOf(
        Notice.Refused.class, office.desks.answers().ask(GUS, "may I post about the new store"));
  }

  @Test
  void nothing_and_far_too_much_are_sent_back() {
    assertEquals(new Notice.Unclear("unclear.empty_question"), ask("  "));
    assertEquals(new Notice.Unclear("unclear.draft_too_long"), ask("why ".repeat(3000)));
  }

  @Test
  void a_rule_that_the_policy_no_longer_has_is_no_answer() {
    assertInstanceOf(
        Notice.NoAnswer.class, office.desks.answers().show(DEWI, new RuleId("gone"), "a question"));
  }

  private Notice ask(String question) {
    return office.desks.answers().ask(DEWI, question);
  }

  private Notice.AnswerCard card(RuleId rule) {
    return assertInstanceOf(Notice.AnswerCard.class, office.desks.answers().show(DEWI, rule, ""));
  }

  private String instead() {
    return card(Policies.PRICES)
        .instead()
        .map(text -> text.in(Policies.ENGLISH))
        .orElseThrow();
  }
}
