package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Chapter;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Answer;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.Stance;
import dev.instead.policy.Trained;
import dev.instead.policy.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer depends on who asks, when, and for which account. */
class ContextTest {
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void training_counts_to_the_end_of_its_last_day_in_the_policys_zone() {
    office.changes(trained(Stance.TRAINED));
    office.clock.set(Instant.parse("2027-01-31T16:59:59Z"));
    assertEquals("Answer.", instead(BEN));
    assertTrue(office.files(BEN, "customer wants a refund").mayAnswer());
    office.clock.set(Instant.parse("2027-01-31T17:00:00Z"));
    assertEquals("Let Social Care answer.", instead(BEN));
    assertFalse(office.files(BEN, "customer is angry about a refund").mayAnswer());
  }

  @Test
  void a_group_doesnt_prolong_the_training_of_one_of_its_people() {
    office.changes(Policies.trained(
        trained(Stance.TRAINED),
        new Trained(
            Policies.slack("S0TRAINED", "U0BEN"), Map.of(Platform.SLACK, Map.of("U0BEN", LAST)))));
    office.clock.set(Instant.parse("2027-02-01T03:00:00Z"));
    assertEquals("Let Social Care answer.", instead(BEN));
  }

  @Test
  void who_was_trained_hears_that_it_is_over_and_who_renews_it() {
    office.changes(trained(Stance.TRAINED));
    office.clock.set(Instant.parse("2027-02-01T03:00:00Z"));
    Notice.Training training = prices(BEN).context().training().orElseThrow();
    assertTrue(training.ended());
    assertEquals(LAST, training.until());
    assertEquals("Communications", training.renewedBy().in(Policies.ENGLISH));
    assertEquals(Optional.empty(), prices(DEWI).context().training());
  }

  @Test
  void thirty_days_before_its_end_a_speaker_is_reminded() {
    office.changes(trained(Stance.TRAINED));
    office.clock.set(Instant.parse("2026-12-31T16:59:59Z"));
    assertEquals(Optional.empty(), prices(BEN).context().training());
    office.clock.set(Instant.parse("2026-12-31T17:00:00Z"));
    assertFalse(prices(BEN).context().training().orElseThrow().ended());
    assertEquals(Optional.empty(), prices(ANA).context().training());
  }

  @Test
  void where_training_changes_nothing_nobody_hears_of_it() {
    office.changes(trained(Stance.STRICT));
    office.clock.set(Instant.parse("2027-02-01T03:00:00Z"));
    assertEquals(Optional.empty(), prices(BEN).context().training());
  }

  @Test
  void the_account_is_asked_for_only_where_it_matters() {
    office.changes(byAccount());
    Notice.WhichAccount which = assertInstanceOf(
        Notice.WhichAccount.class,
        office.desks.answers().ask(DEWI, "may I post about the new store"));
    assertEquals("Meranti Motors", which.company());
    assertEquals("may I post about the new store", which.question());
    assertInstanceOf(
        Notice.AnswerCard.class,
        office.desks.answers().ask(DEWI, "can I share a picture of my own car"));
  }

  @Test
  void each_account_has_its_own_answer_and_the_entrys_holds_for_the_other() {
    office.changes(byAccount());
    Notice.AnswerCard official = on("official");
    assertEquals(Verdict.ASK, official.verdict());
    assertEquals("Ask us.", official.instead().orElseThrow().in(Policies.ENGLISH));
    assertEquals(Optional.of(Account.OFFICIAL), official.context().account());
    assertEquals("q", official.question());
    Notice.AnswerCard personal = on("personal");
    assertEquals(Verdict.HOLD, personal.verdict());
    assertEquals(Optional.of(Account.PERSONAL), personal.context().account());
  }

  @Test
  void what_one_account_must_hold_back_is_not_among_what_anybody_may_post() {
    Policy policy = Policies.sample();
    Answer photos = Objects.requireNonNull(policy.answers().get(Policies.CAR_PHOTOS));
    assertEquals(Verdict.GO, photos.verdict());
    AccountRule official = new AccountRule(Verdict.HOLD, photos.advice());
    office.changes(
        Policies.with(policy, Policies.with(photos, Map.of(), Map.of(Account.OFFICIAL, official))));
    Notice.Home home = assertInstanceOf(Notice.Home.class, office.desks.homes().home(DEWI));
    assertTrue(home.topics().stream().noneMatch(on -> on.rule().equals(Policies.CAR_PHOTOS)));
    Opening.Show shown =
        assertInstanceOf(Opening.Show.class, office.desks.browse().topics(DEWI, "", 0));
    assertEquals(
        List.of(Chapter.HOLD),
        ((Form.Topics) shown.form())
            .entries().stream()
                .filter(entry -> entry.rule().equals(Policies.CAR_PHOTOS))
                .map(Form.Entry::chapter)
                .toList());
  }

  @Test
  void an_account_that_nobody_knows_is_asked_for_again() {
    office.changes(byAccount());
    assertInstanceOf(Notice.WhichAccount.class, onAccount(DEWI, "the-moon"));
  }

  @Test
  void who_presses_is_looked_at_again() {
    office.changes(byAccount());
    assertInstanceOf(Notice.Refused.class, onAccount(GUS, "official"));
  }

  @Test
  void past_its_review_date_nobody_is_asked_for_an_account() {
    office.changes(byAccount());
    office.clock.set(Instant.parse("2027-02-01T17:00:00Z"));
    assertInstanceOf(
        Notice.UnderReview.class,
        office.desks.answers().ask(DEWI, "may I post about the new store"));
    assertInstanceOf(Notice.UnderReview.class, onAccount(DEWI, "official"));
  }

  @Test
  void where_the_account_doesnt_matter_a_choice_changes_nothing() {
    Notice.AnswerCard card = assertInstanceOf(
        Notice.AnswerCard.class,
        office.desks.answers().onAccount(DEWI, Policies.CAR_PHOTOS, "official", ""));
    assertEquals(Optional.empty(), card.context().account());
  }

  private Notice.AnswerCard on(String account) {
    return assertInstanceOf(Notice.AnswerCard.class, onAccount(DEWI, account));
  }

  private Notice onAccount(Person person, String account) {
    return office.desks.answers().onAccount(person, Policies.NEW_STORE, account, "q");
  }

  private Notice.AnswerCard prices(Person person) {
    return assertInstanceOf(
        Notice.AnswerCard.class, office.desks.answers().show(person, Policies.PRICES, ""));
  }

  private String instead(Person person) {
    return prices(person).instead().orElseThrow().in(Policies.ENGLISH);
  }

  private static Policy trained(Stance stance) {
    Policy policy = Policies.sample(stance);
    Answer prices = Objects.requireNonNull(policy.answers().get(Policies.PRICES));
    Answer changed = Policies.with(
        prices,
        Map.of(
            Stance.STRICT, Policies.text("Let Social Care answer.", "Biarkan Social Care."),
            Stance.TRAINED, Policies.text("Answer.", "Jawab.")),
        Map.of());
    return Policies.trained(
        Policies.with(policy, changed),
        new Trained(
            Policies.slack("U0BEN", "U0ANA"), Map.of(Platform.SLACK, Map.of("U0BEN", LAST))));
  }

  private static Policy byAccount() {
    Policy policy = Policies.sample();
    Answer store = Objects.requireNonNull(policy.answers().get(Policies.NEW_STORE));
    AccountRule official = new AccountRule(
        Verdict.ASK,
        Policies.advice(Policies.text("Ask us.", "Tanya kami."), store.advice().why()));
    return Policies.with(
        policy, Policies.with(store, Map.of(), Map.of(Account.OFFICIAL, official)));
  }
}
