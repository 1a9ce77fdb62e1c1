package dev.instead.config;

import static dev.instead.config.PolicySamples.FULL;
import static dev.instead.config.PolicySamples.SMALL;
import static dev.instead.config.PolicySamples.TODAY;
import static dev.instead.config.PolicySamples.edited;
import static dev.instead.config.PolicySamples.problems;
import static dev.instead.config.PolicySamples.read;
import static dev.instead.config.PolicySamples.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.PolicySamples.Bad;
import dev.instead.people.Platform;
import dev.instead.policy.GroupId;
import dev.instead.policy.Groups;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import dev.instead.policy.Retention;
import dev.instead.policy.RuleId;
import dev.instead.policy.Rung;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
  @ParameterizedTest
  @MethodSource("dev.instead.config.BadPolicies#all")
  void each_thing_wrong_is_named_with_its_line_and_remedy(Bad bad) {
    List<String> expected =
        bad.problems().stream().map(said -> "policy.yaml:" + said).toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, problems(bad.yaml()));
  }

  @Test
  void a_question_is_to_be_answered_within_a_working_day_unless_the_file_says_otherwise() {
    assertEquals(Duration.ofHours(4), valid(FULL).answerWithin());
    assertEquals(Duration.ofHours(8), valid(SMALL).answerWithin());
    assertEquals(
        new Retention(Duration.ofDays(30), Duration.ofDays(3650), Duration.ofDays(365)),
        valid(FULL).retention());
    assertEquals(Retention.USUAL, valid(SMALL).retention());
  }

  @Test
  void answers_stand_in_groups_that_have_titles() {
    Reading reading = PolicySamples.read(
        PolicySamples.edited("    copy: { en: Soon.", "    group: news\n    copy: { en: Soon."));
    Groups groups = ((Reading.Valid) reading).policy().groups();
    assertEquals(Map.of(new RuleId("new-store"), new GroupId("news")), groups.byAnswer());
    assertEquals(
        List.of("Berita"),
        groups.titles().values().stream()
            .map(title -> title.in(Locale.forLanguageTag("id")))
            .toList());
  }

  @Test
  void all_problems_come_at_once_in_the_order_of_the_file() {
    String yaml = edited("company: Acme\n", "")
        .replace("policy_team: comms", "policy_team: coms")
        .replace("verdict: hold", "verdict: maybe")
        .replace("https://acme.example/repairs", "ftp://acme.example")
        .replace("terms: { en: [acme e1]", "terms: { en: [salary]")
        .replace("    do: { text: { en: Tell us., id: Ceritakan. } }\n", "");
    assertEquals(
        List.of(
            "policy.yaml:1: the policy has no \"company\". Add it.",
            "policy.yaml:8: there is no team \"coms\". Did you mean \"comms\"?",
            "policy.yaml:17: \"url\" of resource \"repairs\" is \"ftp://acme.example\". Write a link that begins with https://.",
            "policy.yaml:62: situation \"not-sure\" has no do. Add what people should do instead.",
            "policy.yaml:81: \"verdict\" of answer \"new-store\" is \"maybe\". Write one of: go, ask, hold.",
            "policy.yaml:93: embargo \"e1\" forbids, yet it answers to \"salary\", which the protected topic \"pay\" leaves free."
                + " Word it without \"salary\", or take away what it forbids."),
        problems(yaml));
  }

  @Test
  void object_ids_are_compared_in_lower_case_and_channels_as_they_are() {
    Policy policy = valid(edited(
        "[S0CARE, U0BEN]",
        "[S0CARE], teams: [0B0B0000-0000-4000-8000-00000000ABCD, \"19:Care@thread.tacv2\"]"));
    assertEquals(
        List.of("0b0b0000-0000-4000-8000-00000000abcd", "19:Care@thread.tacv2"),
        policy.team(new TeamId("care")).members().on(Platform.TEAMS));
  }

  @Test
  void a_user_group_may_say_of_which_workspace_it_is() {
    Policy policy = valid(edited("[S0CARE, U0BEN]", "[T0MEDAN/S0CARE, U0BEN]"));
    List<String> members = policy.team(new TeamId("care")).members().on(Platform.SLACK);
    assertEquals(List.of("T0MEDAN/S0CARE", "U0BEN"), members);
    assertTrue(Members.isGroup(Platform.SLACK, members.get(0)));
  }

  @Test
  void a_full_policy_is_read_in_the_order_of_the_file() {
    Policy policy = valid(FULL);
    assertEquals(List.of(), warnings(FULL));
    assertEquals(List.of(Locale.ENGLISH, Locale.forLanguageTag("id")), policy.languages());
    assertEquals(
        List.of("refund", "threat", "not-sure"),
        policy.situations().keySet().stream().map(SituationId::value).toList());
    Team care = policy.team(new TeamId("care"));
    assertEquals("Care", care.name().in(Locale.forLanguageTag("id-ID")));
    assertEquals("Asia/Jakarta", care.hours().orElseThrow().zone().getId());
    assertEquals(
        new Rung.HandOver(Duration.ofHours(1), new TeamId("comms")),
        care.ladder().get(1));
    assertEquals(
        Optional.of(Stance.TRAINED), policy.situation(new SituationId("refund")).stance());
    assertFalse(policy.sensitive().get(0).active());
  }

  @Test
  void a_policy_of_one_language_writes_plain_texts_and_may_repeat_itself_by_alias() {
    Policy policy = valid(SMALL);
    var refund = policy.situation(new SituationId("refund"));
    assertEquals("It is kind.", refund.advice().why().in(Locale.FRENCH));
    assertEquals(
        List.of("wants money back", "it broke: money back"), refund.examples().get(Locale.ENGLISH));
    assertTrue(refund.offered());
  }

  @Test
  void a_past_review_date_is_a_warning_and_its_own_day_is_not_past() {
    LocalDate last = LocalDate.of(2027, 2, 1);
    byte[] bytes = FULL.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(), ((Reading.Valid) PolicyReader.read("policy.yaml", bytes, last)).warnings());
    assertEquals(
        List.of(
            "policy.yaml:51: reply \"refund-1\" was to be reviewed by 2027-02-01 and is withdrawn since."
                + " Check that it still holds, then write a later date.",
            "policy.yaml:91: answer \"new-store\" was to be reviewed by 2027-02-01 and is withdrawn since."
                + " Check that it still holds, then write a later date."),
        ((Reading.Valid) PolicyReader.read("policy.yaml", bytes, last.plusDays(1)))
            .warnings().stream().map(Problem::toString).toList());
    assertEquals(
        List.of(
            "policy.yaml:21: resource \"repairs\" was to be reviewed by 2026-11-21 and is withdrawn since."
                + " Check that it still holds, then write a later date."),
        warnings(edited("review_by: 2027-03-31", "review_by: 2026-11-21")));
  }

  @Test
  void fewer_than_three_questions_in_a_language_are_a_warning() {
    String end = " Add others, as people really ask; it is found more often then.";
    String questions = "id: [boleh posting toko, toko sudah umum, buka di mana]";
    assertEquals(
        List.of("policy.yaml:82: answer \"new-store\" has only one question in \"id\"." + end),
        warnings(edited(questions, "id: [boleh posting toko]")));
    assertEquals(
        List.of("policy.yaml:82: answer \"new-store\" has only two questions in \"id\"." + end),
        warnings(edited(questions, "id: [boleh posting toko, buka di mana]")));
    assertEquals(
        List.of(
            "policy.yaml:113: personal account rule \"you-stand-for-us\" has only one question in \"en\"."
                + end),
        warnings(
            edited("en: [my own account, private profile, who am I]", "en: [my own account]")));
  }

  @Test
  void an_entry_without_any_question_or_example_is_a_warning() {
    assertEquals(
        List.of("policy.yaml:111: personal account rule \"you-stand-for-us\" has no questions."
            + " Add some in each language, or nobody's question leads to it."),
        warnings(edited(
            "    questions: { en: [my own account, private profile, who am I], id: [akun saya, profil pribadi, siapa saya] }\n",
            "")));
    assertEquals(
        List.of("policy.yaml:40: situation \"refund\" has no examples."
            + " Add some in each language, or no report's text suggests it."),
        warnings(
            edited("    examples: { en: [wants money back], id: [minta uang kembali] }\n", "")));
  }

  @Test
  void a_role_has_its_own_people_and_any_other_the_owner_of_the_policy() {
    Policy policy = valid(FULL);
    assertEquals(List.of("U0CITRA"), policy.ownersOf("customer-care").on(Platform.SLACK));
    assertEquals(List.of("U0OMAR"), policy.ownersOf("product-comms").on(Platform.SLACK));
  }

  @Test
  void people_of_a_role_that_owns_nothing_are_a_warning() {
    assertEquals(
        List.of(
            "policy.yaml:124: nothing has the owner \"customer-car\". Did you mean \"customer-care\"?"),
        warnings(edited("  customer-care: {", "  customer-car: {")));
  }

  @Test
  void protected_words_count_as_whole_words_of_their_own_language_only() {
    assertEquals(
        List.of(), problems(edited("en: [wants money back]", "en: [a payment, repay, gaji]")));
    assertEquals(
        List.of(),
        problems(edited(
            "questions: { en: [my own account, private profile, who am I]",
            "questions: { en: [my pay]")));
    assertEquals(1, problems(edited("en: [wants money back]", "en: [“PAY”?]")).size());
  }

  @Test
  void protected_words_are_found_whatever_their_case_and_writing() {
    String german = SMALL
            .replace("languages: [en]", "languages: [de]")
            .replace("    do: { text: Say thanks. }", "    dont: Nicht.\n    do: { text: Danke. }")
        + "protected:\n  - { id: pay, topic: Lohn, terms: [maßnahme, gehälter, 工资], text: Frei., help: Team. }\n";
    assertEquals(List.of(), problems(german));
    assertEquals(
        1, problems(german.replace("wants money back", "die MASSNAHME")).size());
    assertEquals(
        1, problems(german.replace("wants money back", "GEHA\u0308LTER")).size());
    assertEquals(0, problems(german.replace("wants money back", "gehältern")).size());
    assertEquals(1, problems(german.replace("wants money back", "我的工资太低")).size());
  }

  @Test
  void a_route_that_only_another_language_reaches_is_reachable() {
    assertEquals(
        List.of(),
        problems(edited(
                "  - id: indonesian",
                "  - id: en\n    when: { language: [en, id] }\n    to: comms\n    why: x\n  - id: indonesian")
            .replace("when: { team: care, language: id }", "when: { team: care }")));
  }

  @Test
  void a_menu_has_room_for_a_hundred_situations() {
    StringBuilder many = new StringBuilder(SMALL); // which offers two
    for (int i = 0; i < 98; i++) {
      many.append("  s").append(i);
      many.append(": { title: T, team: care, severity: low, do: { text: D }, why: W }\n");
    }
    assertEquals(List.of(), problems(many.toString()));
    many.append("  more: { title: T, team: care, severity: low, do: { text: D }, why: W }\n");
    assertEquals(
        List.of("policy.yaml:14: 101 situations are offered, but a menu has room for 100."
            + " Set \"offered: false\" on those that are rarely chosen."),
        problems(many.toString()));
  }

  @Test
  void a_file_that_is_no_policy_gives_one_clear_problem(@TempDir Path folder) throws IOException {
    assertEquals(
        "there is no such file. Check the path and who may look into its folder.",
        only(folder.resolve("none.yaml")));
    assertEquals("this is not a file. Name the file itself.", only(folder));
    assertEquals(
        "the file is empty. Start from the example in the folder config.", only(folder, ""));
    assertEquals(
        "the file is empty. Start from the example in the folder config.", only(folder, " \n\n"));
    assertEquals(
        "the file is not a map of keys and values. Start from the example in the folder config.",
        only(folder, "- a\n- b\n"));
    assertEquals(
        "the file is not a map of keys and values. Start from the example in the folder config.",
        only(folder, "# nothing yet\n"));
    assertEquals(
        "the file is larger than 1 MB. Check that it is the right file, and shorten it.",
        only(folder, FULL + "#".repeat(5 * 1024 * 1024)));
  }

  @Test
  void binary_and_badly_encoded_files_name_the_line() {
    assertEquals(
        "policy.yaml:2: the file is not UTF-8 text. Save it as UTF-8 in a text editor.",
        only("company: Acme\nversion: é".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(
        "policy.yaml:3: the file holds a character that is no text (U+0000)."
            + " Check that it is the right file, and remove the character.",
        only("a: b\n\n\0".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void half_a_file_is_refused_wherever_it_was_cut() {
    byte[] whole = FULL.getBytes(StandardCharsets.UTF_8);
    int needed = FULL.indexOf("\nroutes:") - 1; // what comes later may be left out
    for (int length = 0; length <= needed; length += 7) {
      Reading reading = PolicyReader.read("policy.yaml", Arrays.copyOf(whole, length), TODAY);
      assertTrue(reading instanceof Reading.Refused, "cut at " + length);
    }
    assertEquals(
        List.of(
            "policy.yaml:17: this is not valid YAML: expected ',' or '}', but got <stream end>"
                + " (in what began on line 16). Check indentation, quotes and brackets here and just above."),
        problems("\n".repeat(15) + "repairs: { url: https://x\n"));
  }

  @Test
  void loops_bombs_and_depths_are_refused() {
    assertEquals(
        List.of(
            "policy.yaml:2: this value contains itself. Remove the alias (*) that points back to it."),
        problems("company: Acme\nspeakers: &me { note: *me }\n"));
    String aliases = "a: &a [x]\n" + "b: [" + "*a, ".repeat(51) + "]\n";
    assertEquals(1, problems(aliases).size());
    assertTrue(
        problems(aliases).get(0).contains("Number of aliases"),
        problems(aliases).get(0));
    assertEquals(
        List.of(
            "policy.yaml:1: this is not valid YAML: lists and maps are nested more than 20 deep."
                + " Check indentation, quotes and brackets here and just above."),
        problems("a: " + "[".repeat(200_000)));
    assertEquals(
        List.of("policy.yaml:2: a list or map can't be a key. Write a word before the colon."),
        problems(edited("company: Acme", "company: Acme\n? [a]\n: b")));
  }

  @Test
  void other_yaml_types_and_second_documents_are_refused() {
    assertEquals(
        1, problems(edited("company: Acme", "company: !!java.net.URL x")).size());
    assertEquals(1, problems(FULL + "---\ncompany: Other\n").size());
    assertEquals(1, problems(edited("company: Acme", "company: *nowhere")).size());
    assertEquals(1, problems(edited("company: Acme", "\tcompany: Acme")).size());
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    assertEquals(List.of(), problems("\uFEFF" + FULL.replace("\n", "\r\n")));
    assertEquals(valid(FULL), valid(FULL.replace("\n", "\r\n")));
  }

  private static Policy valid(String yaml) {
    assertEquals(List.of(), problems(yaml));
    return ((Reading.Valid) read(yaml)).policy();
  }

  private static String only(Path folder, String content) throws IOException {
    return only(Files.writeString(folder.resolve("policy.yaml"), content));
  }

  private static String only(Path file) {
    List<Problem> problems = ((Reading.Refused) PolicyReader.read(file, TODAY)).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(file.toString(), problems.get(0).file());
    return problems.get(0).what() + ". " + problems.get(0).remedy();
  }

  private static String only(byte[] bytes) {
    List<Problem> problems =
        ((Reading.Refused) PolicyReader.read("policy.yaml", bytes, TODAY)).problems();
    assertEquals(1, problems.size(), problems.toString());
    return problems.get(0).toString();
  }
}
