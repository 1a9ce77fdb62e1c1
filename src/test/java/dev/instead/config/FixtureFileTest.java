package dev.instead.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.instead.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class FixtureFileTest {
  private static final boolean FORM = true;
  private static final boolean MEANING = false;
  private static final Policy POLICY =
      ((Reading.Valid) PolicySamples.read(PolicySamples.FULL)).policy();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json());
  private static final String GOOD = """
      at: 2026-11-24T10:00
      reports:
        - { text: money back, language: id, at: "2026-11-24T22:00 Europe/London", situation: refund, team: comms,
            severity: high, deadline: 2026-11-25T09:30+07:00 }
        - { link: "https://x.com/a/1", text: see this, chosen: threat, deadline: never }
        - { text: my pay, right: pay }
      questions:
        - { text: the store?, stance: trained, trained: true, answer: new-store, verdict: hold, says: Ask }
        - { text: the shop?, answer: new-store, suggest: [new-store, you-stand-for-us] }
        - { text: the weather?, none: true }
      """;

  @Test
  void a_good_file_passes_reader_and_schema() {
    FixtureFile read = read(GOOD);

    assertEquals(List.of(), read.problems());
    assertEquals(List.of(), schemaErrors(GOOD));
    assertEquals(6, read.fixtures().size());
    Fixture.Report first =
        assertInstanceOf(Fixture.Report.class, read.fixtures().get(0));
    assertEquals("tests.yaml:3", first.place().toString());
    assertEquals(Instant.parse("2026-11-24T22:00:00Z"), first.at().in(ZoneId.of("Asia/Jakarta")));
    assertEquals(
        Instant.parse("2026-11-24T03:00:00Z"),
        read.fixtures().get(1).at().in(ZoneId.of("Asia/Jakarta")));
  }

  @Test
  void the_example_has_many_of_both_kinds_in_both_languages() throws IOException {
    Path file = Path.of("config/policy-tests.yaml");
    Reading policy = PolicyReader.read(Path.of("config/policy.yaml"), LocalDate.of(2026, 11, 22));
    FixtureFile read = FixtureFile.read(file, ((Reading.Valid) policy).policy());

    assertEquals(List.of(), read.problems());
    assertEquals(List.of(), schemaErrors(Files.readString(file)));
    assertTrue(count(read, Fixture.Report.class, "en") >= 8);
    assertTrue(count(read, Fixture.Report.class, "id") >= 8);
    assertTrue(count(read, Fixture.Question.class, "en") >= 12);
    assertTrue(count(read, Fixture.Question.class, "id") >= 10);
  }

  private static long count(FixtureFile file, Class<? extends Fixture> kind, String language) {
    return file.fixtures().stream()
        .filter(kind::isInstance)
        .filter(each ->
            each.language().map(own -> own.getLanguage().equals(language)).orElse(false))
        .count();
  }

  @ParameterizedTest
  @MethodSource
  void each_thing_wrong_is_named_with_its_line_and_remedy(
      boolean form, String from, String to, String problem) {
    assertTrue(GOOD.contains(from), from);
    String bad = GOOD.replace(from, to);

    assertEquals(
        List.of("tests.yaml:" + problem),
        read(bad).problems().stream().map(Problem::toString).toList());
    assertEquals(form, !schemaErrors(bad).isEmpty(), problem);
  }

  static Stream<Arguments> each_thing_wrong_is_named_with_its_line_and_remedy() {
    return Stream.of(
        Arguments.of(
            MEANING,
            "answer: new-store, verdict",
            "answer: new-stor, verdict",
            "8: \"answer\" of item 1 of \"questions\" is \"new-stor\", but the policy has no such answer. Did you mean \"new-store\"?"),
        Arguments.of(
            MEANING,
            "suggest: [new-store, you",
            "suggest: [old-house, you",
            "9: item 1 of \"suggest\" of item 2 of \"questions\" is \"old-house\", but the policy has no such answer. Name one that it has."),
        Arguments.of(
            MEANING,
            "team: comms",
            "team: coms",
            "3: \"team\" of item 1 of \"reports\" is \"coms\", but the policy has no such team. Did you mean \"comms\"?"),
        Arguments.of(
            MEANING,
            "situation: refund",
            "situation: praise",
            "3: \"situation\" of item 1 of \"reports\" is \"praise\", but the policy has no such situation. Name one that it has."),
        Arguments.of(
            MEANING,
            "right: pay",
            "right: new-store",
            "6: \"right\" of item 3 of \"reports\" is \"new-store\", but the policy has no such protected topic. Name one that it has."),
        Arguments.of(
            MEANING,
            "language: id",
            "language: fr",
            "3: \"language\" of item 1 of \"reports\" is \"fr\", but the policy has no such language. Name one that it has."),
        Arguments.of(
            FORM,
            "2026-11-24T22:00 Europe/London",
            "tonight",
            "3: \"at\" of item 1 of \"reports\" is \"tonight\". Write a time such as 2026-11-24T22:00, alone or with its zone: \"2026-11-24T22:00 Asia/Jakarta\"."),
        Arguments.of(
            MEANING,
            "2026-11-24T22:00 Europe/London",
            "2026-11-24T22:00 Europe/Nowhere",
            "3: \"at\" of item 1 of \"reports\" is \"2026-11-24T22:00 Europe/Nowhere\", which does not exist. Write a time such as 2026-11-24T22:00, alone or with its zone: \"2026-11-24T22:00 Asia/Jakarta\"."),
        Arguments.of(
            FORM,
            "deadline: never",
            "deadline: soon",
            "5: \"deadline\" of item 2 of \"reports\" is \"soon\". Write a time such as 2026-11-24T22:00, alone or with its zone: \"2026-11-24T22:00 Asia/Jakarta\", or never."),
        Arguments.of(
            FORM,
            "severity: high",
            "severity: huge",
            "4: \"severity\" of item 1 of \"reports\" is \"huge\". Write one of: low, normal, high, urgent."),
        Arguments.of(
            FORM,
            ", none: true",
            "",
            "10: item 3 of \"questions\" expects nothing. Add one of: answer, suggest, none."),
        Arguments.of(
            FORM,
            "none: true",
            "none: false",
            "10: item 3 of \"questions\" says \"none: false\". Write what is expected instead."),
        Arguments.of(
            FORM,
            "chosen: threat, deadline: never",
            "chosen: threat",
            "5: item 2 of \"reports\" expects nothing. Add one of: situation, team, severity, deadline, right."),
        Arguments.of(
            FORM,
            "right: pay",
            "right: pay, team: care",
            "6: item 3 of \"reports\" expects a \"right\" and a \"team\". Keep one of them: where a right is explained, nothing is filed."),
        Arguments.of(
            FORM,
            "text: the weather?, none: true",
            "text: the weather?, none: true, verdict: go",
            "10: item 3 of \"questions\" expects a \"verdict\" and no \"answer\". Add the answer's id."),
        Arguments.of(
            FORM,
            "suggest: [new-store, you-stand-for-us]",
            "suggest: []",
            "9: \"suggest\" of item 2 of \"questions\" holds 0 ids. Write one to 3; more are never offered."),
        Arguments.of(
            FORM,
            "text: my pay, right",
            "right",
            "6: item 3 of \"reports\" has neither \"text\" nor \"link\". Add what a colleague writes."),
        Arguments.of(
            FORM,
            "verdict: hold",
            "verdikt: hold",
            "8: item 1 of \"questions\" has an unknown key \"verdikt\". Did you mean \"verdict\"?"),
        Arguments.of(
            FORM,
            "trained: true",
            "trained: yes",
            "8: \"trained\" of item 1 of \"questions\" must be true or false. Write true or false, without quotes."));
  }

  @Test
  void a_test_without_a_time_would_say_something_else_tomorrow() {
    assertEquals(
        List.of(
            "tests.yaml:2: item 1 of \"questions\" has no \"at\". Add it here or for the whole file, so that the test says the same tomorrow."),
        problems("questions:\n  - { text: the weather?, none: true }\n"));
  }

  @Test
  void all_problems_are_told_at_once() {
    assertEquals(
        4, problems(GOOD.replace("comms", "coms").replace("new-store", "x")).size());
  }

  @Test
  void what_is_no_file_of_tests_is_refused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tests.yaml");
    assertTrue(only(file).contains("there is no such file"));
    for (String empty : List.of("", " \n\n")) {
      assertTrue(only(file, empty).contains("the file is empty"));
    }
    assertTrue(only(file, "just words").contains("not a map of keys and values"));
    assertTrue(only(file, "at: 2026-11-24T10:00\n").contains("the file has no tests"));
    assertTrue(only(file, "a: [".repeat(30)).contains("not valid YAML"));
    assertTrue(only(file, "x".repeat(1024 * 1024 + 1)).contains("larger than 1 MB"));
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertTrue(only(file).contains("not UTF-8 text"));
    Files.write(file, new byte[] {'a', ':', ' ', 7});
    assertTrue(only(file).contains("a character that is no text"));
  }

  @Test
  void a_bomb_of_aliases_costs_no_more_than_a_large_file() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertFalse(problems(bomb.toString()).isEmpty()));
  }

  @Test
  void a_file_full_of_tests_is_bounded() {
    String one = "  - {text: a, none: true}\n";

    assertEquals(
        List.of("tests.yaml:2: the file has more than 5000 questions. Put some into another file."),
        problems("at: 2026-11-24T10:00\nquestions:\n" + one.repeat(5_001)));
  }

  private static String only(Path file) {
    FixtureFile read = FixtureFile.read(file, POLICY);
    assertEquals(List.of(), read.fixtures());
    assertEquals(1, read.problems().size(), read.problems().toString());
    assertEquals(file.toString(), read.problems().get(0).file());
    return read.problems().get(0).toString();
  }

  private static String only(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return only(file);
  }

  private static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(Problem::toString).toList();
  }

  private static FixtureFile read(String yaml) {
    return FixtureFile.read("tests.yaml", yaml.getBytes(UTF_8), Optional.of(POLICY));
  }

  private static List<String> schemaErrors(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    JsonNode file = new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
    return SCHEMA.validate(file).stream().map(Error::toString).toList();
  }

  private static JsonNode json() {
    try {
      return new ObjectMapper()
          .readTree(Files.readString(Path.of("config/policy-tests.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
