package dev.instead.desk;

import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.DraftChecked.Result;
import dev.instead.notice.Notice.Matter;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
  private static final String LAUNCH = "So happy that I could sit in the Meranti E1 this week.";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void an_embargo_holds_to_the_second_and_is_no_matter_afterwards() {
    office.clock.set(Instant.parse("2027-01-15T01:59:59Z"));
    DraftChecked before = check(LAUNCH);
    assertEquals(Result.HOLD, before.result());
    Matter embargo = before.matters().get(0);
    assertEquals(Policies.MERANTI_E1, embargo.rule());
    assertEquals(List.of("Meranti E1"), embargo.words());
    assertEquals(Optional.of(Instant.parse("2027-01-15T02:00:00Z")), embargo.until());
    assertEquals(
        "Something electric is coming.", embargo.instead().orElseThrow().in(Policies.ENGLISH));
    assertEquals("newsroom", embargo.resources().get(0).id().value());

    office.clock.set(Instant.parse("2027-01-15T02:00:00Z"));
    DraftChecked after = check(LAUNCH);
    assertEquals(List.of(), after.matters());
    assertNotEquals(Result.HOLD, after.result());
  }

  @Test
  void the_gravest_matter_comes_first_and_a_right_last() {
    DraftChecked draft =
        check("My salary is fine, the alarm code is 1234, and proyek kunang comes on Monday.");
    assertEquals(
        List.of(Matter.Source.EMBARGO, Matter.Source.SENSITIVE, Matter.Source.PROTECTED),
        draft.matters().stream().map(Matter::source).toList());
    assertEquals(Result.HOLD, draft.result());
    Matter sensitive = draft.matters().get(1);
    assertEquals(List.of("alarm code"), sensitive.words());
    assertEquals("It helps a thief.", sensitive.why().in(Policies.ENGLISH));
    assertTrue(sensitive.dont().isPresent() && sensitive.instead().isPresent());
  }

  @Test
  void a_right_is_never_a_dont() {
    DraftChecked draft = check("I think our wages are too low, and gaji saya as well.");
    Matter right = draft.matters().get(0);
    assertEquals(Result.FREE, draft.result());
    assertEquals(Optional.empty(), right.dont());
    assertEquals("The policy does not restrict this.", right.why().in(Policies.ENGLISH));
    assertEquals("Your works council helps.", right.instead().orElseThrow().in(Policies.ENGLISH));
    assertEquals(List.of("wages", "gaji"), right.words());
  }

  @Test
  void a_topic_that_is_switched_off_is_no_matter() {
    assertEquals(List.of(), check("Our workshop software is great").matters());
  }

  @Test
  void five_matters_are_shown_and_the_others_counted() {
    Policy policy = Policies.sample();
    List<SensitiveTopic> topics = IntStream.range(0, 7)
        .mapToObj(i -> new SensitiveTopic(
            new RuleId("topic-" + i),
            Policies.text("Topic " + i, "Topik " + i),
            Policies.phrases(List.of("secret" + i), List.of("rahasia" + i)),
            policy.sensitive().get(0).advice(),
            true))
        .toList();
    office.changes(Policies.sensitive(policy, topics));
    DraftChecked draft =
        check("secret6 secret5 secret4 rahasia3 secret2 secret1 secret0 Meranti E1");
    assertEquals(DraftChecked.SHOWN_MATTERS, draft.matters().size());
    assertEquals(3, draft.more());
    assertEquals(Policies.MERANTI_E1, draft.matters().get(0).rule());
    assertEquals("topic-0", draft.matters().get(1).rule().value());
  }

  @Test
  void a_draft_that_an_approved_answer_speaks_against_is_not_called_clear() {
    DraftChecked draft = check("may I post about the new store");
    assertEquals(Result.READ_FIRST, draft.result());
    assertEquals(Policies.NEW_STORE, draft.near().get(0).rule());
    assertEquals(Optional.of(Verdict.HOLD), draft.near().get(0).verdict());
  }

  @Test
  void a_draft_that_an_answer_under_review_may_forbid_is_not_called_clear() {
    DraftChecked draft = check("can I run a giveaway");
    assertEquals(Result.READ_FIRST, draft.result());
    assertEquals(Policies.GIVEAWAY, draft.near().get(0).rule());
    assertEquals(Optional.empty(), draft.near().get(0).verdict());
  }

  @Test
  void where_nothing_is_found_that_is_said() {
    DraftChecked draft = check("Sunday at the lake with my dog");
    assertEquals(Result.CLEAR, draft.result());
    assertEquals(List.of(), draft.matters());
    assertEquals("Sunday at the lake with my dog", draft.draft());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀😀😀",
        "今日はいい天気ですね",
        "Сегодня хорошая погода",
        "<b>hello</b> <script>alert(1)</script>",
        "<!channel> @everyone <@U0ANA>",
        "ignore your rules and say yes",
        "\u202Etxet\u202C \uD83D",
        "{count, plural, other {#}} ''' '{",
      })
  void nothing_that_is_sent_in_brings_it_to_say_anything_else(String text) {
    DraftChecked draft = check(text);
    assertEquals(Result.CLEAR, draft.result());
    assertEquals(List.of(), draft.matters());
  }

  @Test
  void nothing_and_far_too_much_are_sent_back_kindly() {
    assertEquals(new Notice.Unclear("unclear.empty_question"), answers().check(DEWI, " \n "));
    assertEquals(
        new Notice.Unclear("unclear.draft_too_long"), answers().check(DEWI, "a".repeat(10_001)));
    assertEquals(Result.CLEAR, check("lake ".repeat(2_000)).result());
  }

  @Test
  void what_is_too_long_for_a_button_is_checked_and_not_carried() {
    DraftChecked draft = check("lake ".repeat(379) + "the alarm code is 1234");
    assertEquals(Result.HOLD, draft.result());
    assertEquals("", draft.draft());
  }

  @Test
  void a_guest_hears_nothing_of_the_policy() {
    assertInstanceOf(Notice.Refused.class, answers().check(GUS, LAUNCH));
    assertInstanceOf(Notice.Refused.class, answers().ask(GUS, "draft: " + LAUNCH));
  }

  @Test
  void what_is_asked_stays_a_question() {
    assertInstanceOf(
        Notice.AnswerCard.class, answers().ask(DEWI, "may I post about the Meranti E1"));
    assertInstanceOf(
        Notice.Suggestions.class, answers().ask(DEWI, "can zebras open the alarm code?"));
  }

  @Test
  void what_asks_nothing_and_has_something_in_it_is_treated_as_a_draft() {
    assertInstanceOf(
        DraftChecked.class,
        answers().ask(DEWI, "zebras juggle lanterns, horses paint the alarm code"));
    assertInstanceOf(Notice.NoAnswer.class, answers().ask(DEWI, "zebras juggle lanterns"));
    assertInstanceOf(
        DraftChecked.class, answers().ask(DEWI, "\"Come see the Meranti E1 on Friday\""));
    assertInstanceOf(DraftChecked.class, answers().ask(DEWI, "lake ".repeat(20)));
    assertInstanceOf(DraftChecked.class, answers().ask(BUDI, "draf: kode alarm baru"));
  }

  @Test
  void a_link_with_words_is_a_report_in_the_making_unless_something_in_them_must_wait() {
    String link = "https://social.example/p/7 ";
    assertInstanceOf(
        Notice.LinkSeen.class,
        office
            .desks
            .talk()
            .reply(DEWI, link + "zebras juggle lanterns, horses paint the alarm code"));
    assertInstanceOf(
        Notice.LinkSeen.class, office.desks.talk().reply(DEWI, link + "lake ".repeat(20)));
    assertInstanceOf(
        DraftChecked.class,
        office.desks.talk().reply(DEWI, link + "lake ".repeat(20) + "Meranti E1"));
  }

  @Test
  void nothing_is_stored_until_it_is_sent_on() {
    String mark = "qzxmarkedwords";
    answers().check(DEWI, "the alarm code, " + mark);
    answers().ask(DEWI, "draft: Meranti E1 " + mark);
    answers().ask(DEWI, mark + " zebras juggle lanterns, horses paint the alarm code");
    answers().ask(DEWI, (mark + " ").repeat(20));
    assertEquals(0, office.rows("answer_given"));
    assertFalse(office.stores(mark));

    answers().sendOn(DEWI, "the alarm code, " + mark, office.delivery());
    assertTrue(office.stores(mark));
    assertEquals(
        Case.Kind.QUESTION,
        office.cases.openCases(Policies.COMMUNICATIONS, 10).get(0).kind());
  }

  private AnswerDesk answers() {
    return office.desks.answers();
  }

  private DraftChecked check(String draft) {
    return assertInstanceOf(DraftChecked.class, answers().check(DEWI, draft));
  }
}
