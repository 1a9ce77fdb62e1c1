package dev.instead.search;

import static dev.instead.policy.Policies.ENGLISH;
import static dev.instead.policy.Policies.phrases;
import static dev.instead.policy.Policies.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.policy.Answer;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindabilityTest {
  private static final RuleId TWIN = new RuleId("twin");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_same_question_under_two_entries_is_found_whatever_its_spelling(boolean byMeaning) {
    List<Finding.Collision> found = collisions(
        byMeaning, "May I POST about the new store?", "is there cake at the opening party");

    assertEquals(1, found.size(), found.toString());
    Finding.Collision one = found.get(0);
    assertTrue(one.same());
    assertEquals(
        new Finding.Example(Policies.NEW_STORE, ENGLISH, 0, "may I post about the new store"),
        one.one());
    assertEquals(
        new Finding.Example(TWIN, ENGLISH, 0, "May I POST about the new store?"), one.other());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nearly_the_same_question_is_found_too(boolean byMeaning) {
    List<Finding.Collision> found =
        collisions(byMeaning, "may I post about the new stores", "is there cake at the party");

    assertEquals(1, found.size(), found.toString());
    assertEquals(false, found.get(0).same());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void questions_of_their_own_collide_with_nothing(boolean byMeaning) {
    assertEquals(
        List.of(), collisions(byMeaning, "is there cake at the party", "who brings the balloons"));
  }

  @Test
  void an_entry_whose_questions_all_lead_elsewhere_is_out_of_reach_in_that_language() {
    Answer lost = answer(
        List.of("salary of the reporter", "journalist", "posting photos on instagram"),
        List.of("pesta kue ulang tahun", "kue pesta ulang tahun besar"));

    List<Finding> found = examined(false, lost).stream()
        .filter(Finding.OutOfReach.class::isInstance)
        .filter(finding -> ((Finding.OutOfReach) finding).entry().equals(TWIN))
        .toList();

    assertEquals(List.of(new Finding.OutOfReach(TWIN, ENGLISH)), found);
  }

  @Test
  void thousands_of_questions_are_looked_at_in_bounded_time() {
    List<String> many = IntStream.range(0, 3_100)
        .mapToObj(i -> "question " + i + " about thing " + (i * 7_919))
        .toList();

    List<Finding> found = Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> examined(false, answer(many, List.of("satu", "dua"))));

    assertTrue(
        found.stream().anyMatch(Finding.TooMany.class::isInstance), () -> "of " + found.size());
  }

  private static List<Finding.Collision> collisions(
      boolean byMeaning, String question, String other) {
    Answer twin = answer(
        List.of(question, other), List.of("kue pesta ada tidak", "siapa bawa balon ulang tahun"));
    return examined(byMeaning, twin).stream()
        .filter(Finding.Collision.class::isInstance)
        .map(Finding.Collision.class::cast)
        .toList();
  }

  private static Answer answer(List<String> english, List<String> indonesian) {
    return Policies.answer(
        TWIN,
        text("Cake", "Kue"),
        phrases(new ArrayList<>(english), new ArrayList<>(indonesian)),
        Verdict.GO,
        Policies.advice(text("Yes.", "Ya."), text("It is fun.", "Itu seru.")));
  }

  private static List<Finding> examined(boolean byMeaning, Answer more) {
    Policy policy = Policies.with(Policies.sample(), more);
    MeaningMatcher matcher = new MeaningMatcher(byMeaning, Optional.empty());
    matcher.warm(policy);
    assertEquals(byMeaning, matcher.isWarm(policy));
    return matcher.examine(policy);
  }
}
