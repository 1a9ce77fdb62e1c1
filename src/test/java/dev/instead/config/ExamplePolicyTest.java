package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example that every new user starts from. */
class ExamplePolicyTest {
  @Test
  void the_example_is_without_fault_and_rich() {
    Reading reading = PolicyReader.read(Path.of("config/policy.yaml"), LocalDate.of(2026, 11, 22));
    Reading.Valid valid = assertInstanceOf(Reading.Valid.class, reading, reading::toString);
    assertEquals(List.of(), valid.warnings());
    Policy policy = valid.policy();
    assertTrue(
        policy.situations().size() >= 15, "situations: " + policy.situations().size());
    assertTrue(policy.answers().size() >= 60, "answers: " + policy.answers().size());
  }

  @Test
  void what_people_ask_is_there_in_six_ways_and_in_each_language() {
    Reading reading = PolicyReader.read(Path.of("config/policy.yaml"), LocalDate.of(2026, 11, 22));
    Policy policy = assertInstanceOf(Reading.Valid.class, reading).policy();
    policy.answers().forEach((id, answer) -> assertSix(policy, id, answer.questions()));
    policy.personalAccounts().forEach(rule -> assertSix(policy, rule.id(), rule.questions()));
  }

  private static void assertSix(Policy policy, RuleId id, Map<Locale, List<String>> questions) {
    for (Locale language : policy.languages()) {
      Set<String> different = questions.getOrDefault(language, List.of()).stream()
          .map(question -> question.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
      assertTrue(different.size() >= 6, id + " in " + language + ": " + different);
    }
  }
}
