package dev.instead.config;

import static dev.instead.config.PolicySamples.FULL;
import static dev.instead.config.PolicySamples.edited;
import static dev.instead.config.PolicySamples.problems;
import static dev.instead.config.PolicySamples.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Answer;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Trained;
import dev.instead.policy.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy file says about who is trained until when, and on which account. */
class ContextReaderTest {
  private static final String ONCE = "  trained: { slack: [S0TRAINED] }";
  private static final String APPROVED = "    approved: { by:";
  private static final Person BEN = new Person(Platform.SLACK, "T1", "U0BEN");

  @Test
  void a_speakers_training_may_have_a_last_day() {
    Trained trained =
        policy(training("{ id: U0BEN, until: 2027-01-31 }, U0ANA")).trained();
    assertEquals(List.of("S0TRAINED", "U0BEN", "U0ANA"), trained.members().on(Platform.SLACK));
    assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), trained.until(BEN));
    assertEquals(Optional.empty(), trained.until(new Person(Platform.SLACK, "T1", "U0ANA")));
  }

  @Test
  void the_id_of_a_colleague_on_teams_is_compared_in_lower_case() {
    Policy policy = policy(edited(
        ONCE,
        "  trained: { teams: [{ id: 0B0B0000-0000-4000-8000-00000000ABCD, until: 2027-01-31 }] }"));
    assertTrue(policy
        .trained()
        .until(new Person(Platform.TEAMS, "t", "0b0b0000-0000-4000-8000-00000000abcd"))
        .isPresent());
  }

  @Test
  void training_that_is_over_is_a_warning_and_its_last_day_is_not() {
    assertEquals(List.of(), warnings(training("{ id: U0BEN, until: 2026-11-22 }")));
    List<String> said = warnings(training("{ id: U0BEN, until: 2026-11-21 }"));
    assertEquals(1, said.size());
    assertTrue(
        said.get(0)
            .endsWith(
                ": the training of \"U0BEN\" ended on 2026-11-21, and the person counts as untrained since."
                    + " Write a later day once they have been trained again, or remove the entry."),
        said.toString());
  }

  @Test
  void a_group_has_no_last_day_and_a_person_with_one_needs_it() {
    assertSaid(
        training("{ id: S0OTHERS, until: 2027-01-31 }"), "is \"S0OTHERS\". Write a user id (U…)");
    assertSaid(training("{ id: U0BEN }"), "has no \"until\". Add it.");
    assertSaid(training("{ until: 2027-01-31 }"), "has no \"id\". Add it.");
    assertSaid(training("{ id: U0BEN, until: soon }"), "Write a day such as 2027-03-31.");
    assertSaid(training("{ id: U0BEN, until: 2027-01-31, by: me }"), "unknown key \"by\"");
  }

  @Test
  void an_answer_says_what_differs_on_an_account_and_keeps_its_reason() {
    Answer answer = answer("official: { verdict: ask, do: { text: { en: Ask us., id: Tanya. } } }");
    AccountRule official = Objects.requireNonNull(answer.byAccount().get(Account.OFFICIAL));
    assertEquals(Set.of(Account.OFFICIAL), answer.byAccount().keySet());
    assertEquals(Verdict.ASK, official.verdict());
    assertEquals(answer.advice().why(), official.advice().why());
    assertEquals(Optional.empty(), official.advice().dont());
  }

  @Test
  void without_a_verdict_of_its_own_the_answers_holds() {
    Answer answer = answer("personal: { do: { text: { en: Yes., id: Ya. } } }");
    assertEquals(
        Optional.of(answer.verdict()),
        Optional.ofNullable(answer.byAccount().get(Account.PERSONAL)).map(AccountRule::verdict));
  }

  @Test
  void what_holds_on_an_account_needs_a_do_and_only_resources_that_are_there() {
    assertSaid(account("official: { dont: { en: No., id: Jangan. } }"), "has a don't but no do");
    assertSaid(account("official: { verdict: go }"), "has no do");
    assertSaid(
        account("official: { do: { resources: [repairz] } }"), "there is no resource \"repairz\"");
    assertSaid(account("both: { do: { resources: [repairs] } }"), "unknown key \"both\"");
    assertSaid(account(""), "is empty");
    assertSaid(account("official: { verdict: maybe, do: { resources: [repairs] } }"), "maybe");
  }

  @Test
  void a_dont_on_one_account_may_touch_no_right_either() {
    String free = FULL.replace(
            "    verdict: hold\n    dont: { en: Please wait., id: Mohon tunggu. }",
            "    verdict: go")
        .replace("may I post the store", "may I post my salary");
    assertEquals(List.of(), problems(free));
    assertSaid(
        free.replace(
            APPROVED,
            "    account: { official: { verdict: hold, do: { resources: [repairs] } } }\n"
                + APPROVED),
        "yet it answers to \"salary\"");
  }

  private static Answer answer(String account) {
    return Objects.requireNonNull(policy(account(account)).answers().get(new RuleId("new-store")));
  }

  private static String account(String rules) {
    return edited(APPROVED, "    account: { " + rules + " }\n" + APPROVED);
  }

  private static String training(String entry) {
    return edited(ONCE, "  trained: { slack: [S0TRAINED, " + entry + "] }");
  }

  private static Policy policy(String yaml) {
    assertEquals(List.of(), problems(yaml));
    return ((Reading.Valid) PolicySamples.read(yaml)).policy();
  }

  private static void assertSaid(String yaml, String words) {
    List<String> said = problems(yaml);
    assertTrue(said.stream().anyMatch(problem -> problem.contains(words)), said.toString());
  }
}
