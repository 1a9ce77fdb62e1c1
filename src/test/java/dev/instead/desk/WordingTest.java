package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "may I post about the new store",
        "new showroom pics ok?",
        "the canteen on mars",
        "Boleh posting foto prototipe",
        "A customer wrote \"your service is the worst that I have ever seen\" under our post, what do I answer",
        "my cousin asked me on facebook when the new electric car is coming out and I didn't know whether I can tell her",
        "ada pelanggan komplain di ig katanya mobilnya mogok terus dan dia marah-marah, saya harus jawab apa ya",
        "\"can I post a photo of the showroom\"",
        "\"worst service ever\"",
        "We open the new hall on Saturday and my whole team is very proud of it, is that fine to put on my page?",
      })
  void a_question_stays_a_question(String text) {
    assertEquals(Optional.empty(), Wording.draft(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "So proud of my team today. Twelve hours, one clay model, and the best coffee in town. Monday we do it again.",
        "What a day! We moved the whole workshop into the new hall and nobody lost a single spanner on the way over.",
        "Hari ini kami memindahkan seluruh bengkel ke gedung baru dan tidak ada satu pun kunci pas yang hilang di jalan",
      })
  void what_is_long_and_asks_nothing_is_a_draft(String text) {
    assertEquals(Optional.of(text), Wording.draft(text));
  }

  @Test
  void what_stands_in_quotation_marks_as_a_whole_is_a_draft() {
    assertEquals(
        Optional.of("We open on Saturday, come by!"),
        Wording.draft("  \"We open on Saturday, come by!\" "));
    assertEquals(Optional.of("Kami buka hari Sabtu"), Wording.draft("“Kami buka hari Sabtu”"));
  }

  @Test
  void what_says_that_it_is_a_draft_is_one() {
    assertEquals(Optional.of("may I?"), Wording.draft("Draft: may I?"));
    assertEquals(Optional.of("boleh?"), Wording.draft("draf saya: boleh?"));
    assertEquals(Optional.of("Hello"), Wording.draft("my draft : Hello"));
    assertEquals(Optional.empty(), Wording.draft("draft:"));
    assertEquals(Optional.empty(), Wording.draft("drafting a post"));
  }

  @Test
  void no_question_of_the_example_policy_is_taken_for_a_draft() {
    Policy policy = assertInstanceOf(
            Reading.Valid.class,
            PolicyReader.read(Path.of("config", "policy.yaml"), Policies.TODAY))
        .policy();
    List<String> questions = new ArrayList<>();
    policy
        .answers()
        .values()
        .forEach(answer -> answer.questions().values().forEach(questions::addAll));
    policy.personalAccounts().forEach(rule -> rule.questions().values().forEach(questions::addAll));
    assertEquals(
        List.of(),
        questions.stream().filter(text -> Wording.draft(text).isPresent()).toList());
  }
}
