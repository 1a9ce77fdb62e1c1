package dev.instead.desk;

import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import dev.instead.search.LuceneMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
  private static final String TEXT = "my salary, and what the new store pays";

  @Test
  void a_right_that_is_named_among_others_is_explained_as_by_the_bot() {
    assertEquals(
        new Rehearsal.Reported.Right(Policies.PAY),
        new Rehearsal(Policies.sample(), new Unsure())
            .report("", TEXT, Optional.empty(), Policies.ENGLISH, Instant.EPOCH));
    try (Office office = new Office(Policies.sample(), new Unsure())) {
      assertInstanceOf(Notice.ProtectedRight.class, office.reports(DEWI, TEXT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "may I post about the new store",
        "can I run a giveaway",
        "draft: our Meranti E1 is coming",
        "\u201cwe will show the Meranti E1 next week\u201d",
        "I just love how our alarm code is the birthday of the founder",
        "soal gaji",
        "what is the weather in march",
        ""
      })
  void a_question_comes_to_the_same_as_in_chat(String text) {
    try (Office office = new Office()) {
      Rehearsal.Asked rehearsed = new Rehearsal(Policies.sample(), new LuceneMatcher())
          .ask(text, Policies.ENGLISH, Stance.STRICT, Optional.empty(), office.clock.instant());
      assertEquals(office.desks.answers().ask(DEWI, text), rehearsed.told());
    }
  }

  @Test
  void what_is_under_review_is_not_among_the_suggestions_and_alone_it_is_what_is_told() {
    Policy policy = Policies.sample();
    assertEquals(
        new Matcher.Match.Unsure(List.of(Policies.NEW_STORE)), shown(policy, Policies.NEW_STORE));
    assertEquals(new Matcher.Match.Sure(Policies.GIVEAWAY), shown(policy, Policies.GIVEAWAY));
  }

  /** What is shown where this and the giveaway, which is under review, may fit. */
  private static Matcher.Match shown(Policy policy, RuleId other) {
    Matcher unsure =
        new Torn(List.of(Policies.GIVEAWAY, other).stream().distinct().toList());
    return new Rehearsal(policy, unsure)
        .ask("what of it?", Policies.ENGLISH, Stance.STRICT, Optional.empty(), Office.OPENING)
        .match();
  }

  /** Isn't sure among these. */
  private record Torn(List<RuleId> rules) implements Matcher {
    @Override
    public Weighed weigh(Policy policy, String question, Locale language) {
      return new Weighed(new Match.Unsure(rules), Grounds.chosen(rules.get(0), policy.version()));
    }

    @Override
    public List<Matcher.Named> named(Policy policy, String draft) {
      return List.of();
    }

    @Override
    public SituationId suggest(Policy policy, String text, Locale language) {
      return Policies.NOT_SURE;
    }
  }

  /** Sees that a right is named, and isn't sure what the text is about. */
  private static final class Unsure implements Matcher {
    @Override
    public Weighed weigh(Policy policy, String question, Locale language) {
      return new Weighed(
          new Match.Unsure(List.of(Policies.NEW_STORE, Policies.PAY)),
          Grounds.chosen(Policies.NEW_STORE, policy.version()));
    }

    @Override
    public List<Named> named(Policy policy, String draft) {
      return List.of(new Named(Policies.PAY, List.of("salary")));
    }

    @Override
    public SituationId suggest(Policy policy, String text, Locale language) {
      return Policies.NOT_SURE;
    }
  }
}
