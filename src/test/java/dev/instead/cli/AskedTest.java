package dev.instead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher;
import dev.instead.desk.Matcher.Match;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {
  private final Policy policy = Policies.sample();
  private final Embargo embargo = policy.embargoes().get(0);

  @Test
  void an_embargo_is_shown_with_what_holds_before_and_after_its_instant() {
    List<String> before = asked(embargo.id(), embargo.until().minus(Duration.ofSeconds(1)));
    List<String> after = asked(embargo.id(), embargo.until());

    assertTrue(before.contains("verdict: hold"), before.toString());
    assertTrue(before.contains("do: " + embargo.before().in(Policies.ENGLISH)), before.toString());
    assertTrue(after.contains("verdict: go"), after.toString());
    assertTrue(after.contains("do: " + embargo.after().in(Policies.ENGLISH)), after.toString());
  }

  @Test
  void every_kind_of_rule_says_more_than_its_id() {
    List<RuleId> rules = List.of(
        policy.sensitive().get(0).id(),
        policy.personalAccounts().get(0).id(),
        policy.protectedTopics().get(0).id());
    for (RuleId rule : rules) {
      List<String> lines = asked(rule, embargo.until());

      assertTrue(lines.get(0).startsWith("answer: " + rule + " – "), lines.toString());
      assertTrue(lines.size() >= 3, lines.toString());
    }
  }

  @Test
  void what_differs_on_an_account_follows_what_holds_otherwise() {
    Answer store = Objects.requireNonNull(policy.answers().get(Policies.NEW_STORE));
    AccountRule official = new AccountRule(
        Verdict.ASK,
        Policies.advice(Policies.text("Ask us.", "Tanya kami."), store.advice().why()));
    List<String> lines = asked(
        Policies.with(policy, Policies.with(store, Map.of(), Map.of(Account.OFFICIAL, official))),
        Policies.NEW_STORE,
        embargo.until());

    int at = lines.indexOf("account: official, where this holds instead");
    assertTrue(lines.indexOf("verdict: hold") < at, lines.toString());
    assertEquals(List.of("verdict: ask", "do: Ask us."), lines.subList(at + 1, at + 3));
  }

  @Test
  void an_answer_that_nobody_reviewed_in_time_is_not_given() {
    List<String> lines = asked(Policies.GIVEAWAY, embargo.until());

    assertFalse(lines.stream().anyMatch(line -> line.startsWith("verdict")), lines.toString());
    assertTrue(lines.get(0).startsWith("review: " + Policies.GIVEAWAY), lines.toString());
  }

  private List<String> asked(RuleId rule, Instant at) {
    return asked(policy, rule, at);
  }

  private static List<String> asked(Policy policy, RuleId rule, Instant at) {
    return Asked.of(
        policy,
        new Matcher.Weighed(
            new Match.Sure(rule), Grounds.term(rule, "a question", policy.version())),
        new Question("a question", Policies.ENGLISH, at, Optional.empty()));
  }
}
