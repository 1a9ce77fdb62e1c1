package dev.instead.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.Golden;
import dev.instead.store.StoredReports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that try a policy out, with their real parts. */
class PolicyToolsTest {
  private static final Path POLICY = Path.of("src/test/resources/policy/tried.yaml");
  private static final String TESTS = """
      at: 2026-11-24T10:00
      reports:
        - { text: customer wants the money back, situation: refund, team: care, severity: normal, deadline: 2026-11-24T10:30 }
        - { text: pelanggan minta uang kembali, language: id, at: 2026-11-24T22:00, team: comms, severity: high, deadline: 2026-11-24T22:30 }
        - { text: customer wants the money back, at: 2026-11-27T17:50, deadline: 2026-11-30T08:20 }
        - { text: hm, chosen: praise, deadline: never }
        - { text: my salary is late, right: pay }
      questions:
        - { text: may I post about the new store, answer: new-store, verdict: hold, says: Leave the store to us. }
        - { text: may I post about the new store, trained: true, answer: new-store, says: something is coming }
        - { text: may I post about the new store, at: 2027-02-02T10:00, answer: new-store, verdict: review }
        - { text: soal gaji, language: id, answer: pay, verdict: free }
        - { text: what is the weather in march, none: true }
      """;

  @TempDir
  Path folder;

  private final Map<String, String> environment = new HashMap<>(Map.of("INSTEAD_ENCODER", "off"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path policy;
  private Path tests;

  @BeforeEach
  void files() throws IOException {
    policy = folder.resolve("policy.yaml");
    tests = folder.resolve("policy-tests.yaml");
    Files.copy(POLICY, policy);
    Files.writeString(tests, TESTS);
  }

  @Test
  void tests_beside_the_policy_that_all_pass_end_with_0() {
    assertEquals(0, run("policy", "test", "--policy", policy.toString()), output());

    assertEquals(
        "10 tests of policy.yaml: 10 passed, 0 failed. Questions were matched by words and letters alone.\n",
        output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "on"})
  void the_tests_of_the_example_policy_pass_with_the_encoder_and_without(String encoder) {
    environment.put("INSTEAD_ENCODER", encoder);

    assertEquals(0, run("policy", "test", "--policy", "config/policy.yaml"), output());

    String how = encoder.equals("on") ? "by meaning.\n" : "by words and letters alone.\n";
    assertTrue(output().endsWith(" 0 failed. Questions were matched " + how), output());
  }

  @Test
  void every_kind_of_miss_says_what_was_expected_and_what_came() throws IOException {
    Files.writeString(tests, """
        at: 2026-11-24T10:00
        reports:
          - { text: customer wants the money back, situation: praise, team: comms, deadline: never }
          - { text: customer wants the money back, right: pay }
          - { text: my salary is late, team: care }
          - { link: "http://10.0.0.1/x", team: care }
        questions:
          - { text: may I post about the new store, answer: giveaway }
          - { text: may I post about the new store, suggest: [own-car], none: true }
          - { text: may I post about the new store, answer: new-store, verdict: go }
          - { text: may I post about the new store, answer: new-store, says: Enjoy }
          - { text: what is the weather in march, answer: new-store, suggest: [own-car, giveaway] }
          - { text: soal gaji, answer: pay, verdict: hold }
          - { text: "draft: my salary is late", none: true }
        """);

    assertEquals(1, run("policy", "test", "--policy", policy.toString()));

    Golden.assertMatches("cli/policy-test.txt", output().strip());
  }

  @Test
  void everything_that_cannot_be_read_is_told_at_once_and_ends_with_2() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, TESTS.replace("answer: pay", "answer: pays"));

    assertEquals(
        2,
        run(
            "policy",
            "test",
            "--policy",
            policy.toString(),
            other.toString(),
            folder.resolve("none.yaml").toString()));

    assertEquals("", output());
    assertEquals("""
        other.yaml:12: "answer" of item 4 of "questions" is "pays", but the policy has no such answer. Did you mean "pay"?
        none.yaml:1: there is no such file. Check the path and who may look into its folder.
        """, errors());
    Files.writeString(policy, "company: [");
    assertEquals(2, run("policy", "test", "--policy", policy.toString()));
  }

  @Test
  void the_same_policy_twice_is_no_difference() {
    assertEquals(0, run("policy", "diff", policy.toString(), policy.toString()), output());

    assertEquals("""
        Entries that change: none
        Tests that come out otherwise, of 10: none
        Examples that lead elsewhere: none
        Nothing changes. Questions were matched by words and letters alone.
        """, output());
  }

  @Test
  void a_difference_names_entries_cases_tests_and_examples() throws IOException {
    Path changed = changed();
    Path store = store();
    byte[] before = Files.readAllBytes(store);

    int code =
        run("policy", "diff", policy.toString(), changed.toString(), "--replay", store.toString());

    assertEquals(1, code);
    Golden.assertMatches("cli/policy-diff.txt", output().strip());
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  @Test
  void the_same_for_programs() throws IOException {
    int code = run(
        "policy",
        "diff",
        "--json",
        policy.toString(),
        changed().toString(),
        "--replay",
        "jdbc:sqlite:" + store());

    assertEquals(1, code);
    JsonNode json = new ObjectMapper().readTree(output());
    assertTrue(json.path("changes").asBoolean());
    Golden.assertMatches("cli/policy-diff.json", output().strip());
  }

  @Test
  void of_a_restricted_case_nothing_but_the_number_is_told() throws IOException {
    for (String form : new String[] {"--replay", "--json"}) {
      out.getBuffer().setLength(0);
      run(
          "policy",
          "diff",
          policy.toString(),
          changed().toString(),
          "--replay",
          store().toString(),
          form.equals("--json") ? "--json" : "--fixtures=" + tests);

      assertTrue(output().contains("S-9PQ4"), output());
      assertFalse(output().contains("secret.example"), output());
    }
  }

  @Test
  void a_difference_of_what_cannot_be_read_ends_with_2() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "company: Acme\n");

    assertEquals(2, run("policy", "diff", policy.toString(), broken.toString()));
    assertTrue(errors().startsWith("broken.yaml:1: the policy has no "), errors());

    assertEquals(
        2, run("policy", "diff", policy.toString(), policy.toString(), "--replay", "none.db"));
    assertTrue(errors().contains("none.db: there is no such file."), errors());

    assertEquals(
        2, run("policy", "diff", policy.toString(), policy.toString(), "--fixtures", "none.yaml"));
    assertTrue(errors().contains("none.yaml:1: there is no such file."), errors());

    assertEquals(
        2,
        run("policy", "diff", policy.toString(), policy.toString(), "--replay", tests.toString()));
    assertTrue(errors().contains("this file is not an SQLite database"), errors());
    assertEquals(2, run("policy", "diff", policy.toString()));
  }

  @Test
  void lint_finds_what_the_matcher_has_against_the_questions() throws IOException {
    String text = Files.readString(policy)
        .replace("selfie with my car", "is the new SHOP public")
        .replace("my car on instagram", "photos of the store before it opened");
    Files.writeString(policy, text);

    assertEquals(0, run("policy", "lint", policy.toString()), output());

    Golden.assertMatches("cli/policy-lint.txt", output().strip());
  }

  private Path changed() throws IOException {
    String text = Files.readString(policy)
        .replace("version: \"1\"", "version: \"2\"")
        .replace("verdict: ask", "verdict: hold")
        .replace("Draws need a permit.", "A draw needs a permit.")
        .replace("to: comms\n", "to: security\n")
        .replace("review_by: 2027-02-01\n  own-car", "review_by: 2027-08-01\n  own-car")
        .replace("claim_within: 5m", "claim_within: 10m")
        .replaceAll("(?s)  praise:.*?(?=  not-sure:)", "")
        .replaceAll("(?s)  own-car:.*?(?=  giveaway:)", """
              caps:
                topic: { en: Caps, id: Topi }
                questions:
                  en: [where do I get a cap, win a cap, caps for my team]
                  id: [di mana dapat topi, menang topi, topi untuk tim saya]
                verdict: go
                do: { text: { en: Ask the shop., id: Tanya toko. } }
                why: { en: They have them., id: Mereka punya. }
                approved: { by: Communications, on: 2026-08-03 }
                owner: comms
                review_by: 2027-02-01
            """.indent(0));
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(changed, text);
    return changed;
  }

  private Path store() {
    return StoredReports.in(folder.resolve("instead.db"));
  }

  private int run(String... arguments) {
    return new Commands(
            environment,
            new Wired(),
            Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            work -> {})
        .run(arguments);
  }

  private String output() {
    return plain(out);
  }

  private String errors() {
    return plain(err);
  }

  /** Without the folder, which is another one each time. */
  private String plain(StringWriter text) {
    return text.toString().replace("\r\n", "\n").replace(folder + "/", "");
  }
}
