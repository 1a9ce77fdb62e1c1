package dev.instead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.PolicyReader;
import dev.instead.config.Problem;
import dev.instead.config.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that teaches to write a policy builds one, step by step: what it says of it is so. */
class WritingAPolicyTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private String page = "";
  private List<String> steps = List.of();

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("docs", "writing-a-policy.md"));
    steps = YAML.matcher(page).results().map(step -> step.group(1)).toList();
  }

  @Test
  void from_the_first_situation_on_the_file_is_in_order_after_each_step() {
    int first = 1 + firstWith("situations:");
    assertTrue(first < steps.size(), "no steps follow the first situation");
    for (int step = first; step <= steps.size(); step++) {
      Reading reading = lint(String.join("", steps.subList(0, step)));

      Reading.Valid valid = assertInstanceOf(Reading.Valid.class, reading, reading::toString);
      assertEquals(List.of(), valid.warnings());
    }
  }

  @Test
  void a_dont_without_its_do_is_refused_in_the_words_of_the_page() {
    String whole = String.join("", steps);
    int from = whole.indexOf("    do:\n", whole.indexOf("  refund:\n"));
    int to = whole.indexOf("    why:\n", from);
    String without = whole.substring(0, from) + whole.substring(to);

    Reading.Refused refused = assertInstanceOf(Reading.Refused.class, lint(without));
    assertEquals(1, refused.problems().size(), refused::toString);
    Problem said = refused.problems().get(0);
    assertTrue(page.contains("\n" + said + "\n"), said::toString);
  }

  @Test
  void each_of_its_entries_has_six_questions_in_each_language() {
    Reading.Valid whole = assertInstanceOf(Reading.Valid.class, lint(String.join("", steps)));
    assertEquals(2, whole.policy().languages().size());
    whole
        .policy()
        .answers()
        .values()
        .forEach(answer -> answer
            .questions()
            .values()
            .forEach(asked -> assertEquals(6, asked.size(), answer.id()::toString)));
    whole
        .policy()
        .personalAccounts()
        .forEach(rule -> rule.questions()
            .values()
            .forEach(asked -> assertEquals(6, asked.size(), rule.id()::toString)));
  }

  private int firstWith(String beginning) {
    return (int) steps.stream().takeWhile(step -> !step.startsWith(beginning)).count();
  }

  private static Reading lint(String policy) {
    return PolicyReader.read("my-policy.yaml", policy.getBytes(UTF_8), LocalDate.of(2026, 11, 22));
  }
}
