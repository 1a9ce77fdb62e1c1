package dev.instead.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import dev.instead.desk.Patches;
import dev.instead.policy.EntryId;
import dev.instead.policy.EntryTexts;
import dev.instead.policy.Part;
import dev.instead.policy.Patch;
import dev.instead.policy.Policy;
import dev.instead.policy.Proposal;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPatchesTest {
  private static final Clock CLOCK =
      Clock.fixed(PolicySamples.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  private static final Locale ID = Locale.forLanguageTag("id");
  private static final RuleId STORE = new RuleId("new-store");
  private static final LocalDate NEXT = LocalDate.of(2027, 9, 1);
  private static final Set<String> KEPT =
      Set.of("new-store", "released-models", "liking-complaints");
  private static final String WHOLE = read(Path.of("config/policy.yaml"));

  /** With a tenth of its answers, so that what is read again for each proposal is read in a moment. */
  private static final String EXAMPLE = withFewAnswers(WHOLE);

  /** A small file whose first answer is written in blocks, as people write them. */
  private static final String BLOCKS = PolicySamples.edited(
          "answers:\n",
          "answers:\n"
              + EXAMPLE
                  .substring(
                      EXAMPLE.indexOf("  new-store:\n"), EXAMPLE.indexOf("  released-models:\n"))
                  .replace("[newsroom, dealers]", "[repairs]")
                  .replaceAll("    group: .*\n", "")
              + "  new-store-2:\n")
      .replace("  new-store-2:\n  new-store:\n", "  store-2:\n");

  @TempDir
  private Path folder;

  // ---- what each proposal does to the file

  @Test
  void one_more_question_stands_behind_the_others() {
    String diff = applied(WHOLE, new Proposal.Example(STORE, Locale.ENGLISH, "new shop open yet"));

    assertEquals(List.of("+        - new shop open yet"), changes(diff));
  }

  @Test
  void one_more_question_goes_into_a_list_in_brackets_too() {
    String diff =
        applied(PolicySamples.FULL, new Proposal.Example(STORE, ID, "toko, sudah [buka]?"));

    assertTrue(diff.contains("buka di mana, \"toko, sudah [buka]?\"] }"), diff);
  }

  @Test
  void a_question_that_is_known_changes_nothing() {
    assertInstanceOf(
        Patches.Outcome.Already.class,
        outcome(
            EXAMPLE,
            new Proposal.Example(STORE, Locale.ENGLISH, "May I post about the  NEW store")));
  }

  @Test
  void a_later_review_date_takes_the_place_of_the_old_one() {
    assertEquals(
        List.of("-    review_by: 2027-02-01", "+    review_by: 2027-09-01"),
        changes(applied(EXAMPLE, new Proposal.StillRight(STORE, NEXT))));
    assertEquals(
        List.of("-    review_by: 2027-03-31", "+    review_by: 2027-09-01"),
        changes(applied(EXAMPLE, new Proposal.StillRight(new ResourceId("repairs"), NEXT))));
    assertInstanceOf(
        Patches.Outcome.Already.class,
        outcome(EXAMPLE, new Proposal.StillRight(STORE, LocalDate.of(2027, 1, 1))));
  }

  @Test
  void several_changes_of_one_entry_are_one_patch() {
    ResourceId repairs = new ResourceId("repairs");
    String diff = applied(
        EXAMPLE,
        new Proposal.Together(
            repairs,
            List.of(
                new Proposal.ChangeText(repairs, Part.LABEL, Locale.ENGLISH, "Workshops: all"),
                new Proposal.ChangeText(repairs, Part.LABEL, ID, "Bengkel # semua"),
                new Proposal.ChangeLink(repairs, "https://meranti.example/workshops"))));

    assertTrue(diff.contains("+    url: \"https://meranti.example/workshops\""), diff);
    assertTrue(diff.contains("Workshops: all"), diff);
    assertTrue(diff.contains("Bengkel # semua"), diff);
  }

  @Test
  void several_changes_of_which_one_is_wrong_are_no_patch() {
    ResourceId repairs = new ResourceId("repairs");
    assertInstanceOf(
        Patches.Outcome.Refused.class,
        outcome(
            EXAMPLE,
            new Proposal.Together(
                repairs,
                List.of(
                    new Proposal.ChangeText(repairs, Part.LABEL, Locale.ENGLISH, "Workshops"),
                    new Proposal.ChangeLink(repairs, "http://meranti.example/plain")))));
  }

  @Test
  void a_review_date_inside_braces_is_found_as_well() {
    String diff =
        applied(PolicySamples.FULL, new Proposal.StillRight(new ReplyId("refund-1"), NEXT));

    assertTrue(diff.contains("owner: care, review_by: 2027-09-01 }"), diff);
  }

  @Test
  void a_long_text_is_folded_like_its_neighbours_and_comments_stay() {
    String words =
        "Look in the newsroom, and only there: what isn't in it isn't public. Ask #comms if you are not sure. ";
    String diff =
        applied(EXAMPLE, new Proposal.ChangeText(STORE, Part.DO, Locale.ENGLISH, words.repeat(3)));

    assertTrue(diff.contains("+          Look in the newsroom, and only there: what isn't"), diff);
    assertTrue(diff.lines().allMatch(line -> line.length() <= YamlWords.WIDTH + 1), diff);
  }

  @Test
  void a_text_of_a_policy_of_one_language_is_changed_where_it_stands() {
    String yaml =
        PolicySamples.SMALL + "resources:\n  faq: # the page\n    url: https://acme.example/faq\n"
            + "    label: Answers # short\n    owner: care\n    review_by: 2027-01-01\n";
    String diff = applied(
        yaml,
        new Proposal.ChangeText(new ResourceId("faq"), Part.LABEL, Locale.ENGLISH, "Help: all"));

    assertEquals(
        List.of("-    label: Answers # short", "+    label: \"Help: all\" # short"), changes(diff));
    assertEquals(
        List.of("-    url: https://acme.example/faq", "+    url: \"https://acme.example/help#a\""),
        changes(applied(
            yaml, new Proposal.ChangeLink(new ResourceId("faq"), "https://acme.example/help#a"))));
  }

  @Test
  void what_goes_leaves_its_neighbours_and_their_comments_as_they_were() {
    String without = after(EXAMPLE, new Proposal.Retire(STORE));

    assertFalse(without.contains("new-store:"), "it is gone");
    assertTrue(
        without.contains("  # Showrooms, cars and prices\n\n  released-models:\n"), "no hole");
    applied(EXAMPLE, new Proposal.Retire(new RuleId("meranti-e1")));
    applied(PolicySamples.FULL, new Proposal.Retire(STORE));
    applied(PolicySamples.FULL, new Proposal.Retire(new RuleId("pay")));
    applied(PolicySamples.FULL, new Proposal.Retire(new ReplyId("refund-1")));
  }

  @Test
  void a_resource_that_others_use_stays_and_they_are_named() {
    Patches.Outcome.StillUsed used = assertInstanceOf(
        Patches.Outcome.StillUsed.class,
        outcome(PolicySamples.FULL, new Proposal.Retire(new ResourceId("repairs"))));

    assertEquals(List.of("refund", "threat", "new-store", "pay"), used.by());
  }

  @Test
  void who_uses_a_resource_on_one_kind_of_account_alone_is_named_too() {
    String last = "dianggap jawaban juga.\n";
    String yaml = EXAMPLE.replace(last, last + "          resources: [dealers]\n");
    Proposal retire = new Proposal.Retire(new ResourceId("dealers"));

    assertFalse(users(EXAMPLE, retire).contains("liking-complaints"));
    assertTrue(users(yaml, retire).contains("liking-complaints"));
  }

  private List<String> users(String yaml, Proposal retire) {
    return assertInstanceOf(Patches.Outcome.StillUsed.class, outcome(yaml, retire))
        .by();
  }

  @Test
  void a_new_answer_stands_behind_the_others_and_says_what_is_to_be_translated() {
    String diff = applied(EXAMPLE, entry("Posting from the gym: may I?", "is the gym ok"));

    assertTrue(diff.contains("+  posting-from-the-gym-may-i:\n"), diff);
    assertTrue(
        diff.contains("+      # to be translated\n+      id: \"Posting from the gym: may I?\"\n"),
        diff);
    assertTrue(diff.contains("+    approved: { by: Communications, on: 2026-11-22 }\n"), diff);
  }

  @Test
  void a_new_answer_finds_its_place_where_there_were_none() {
    applied(PolicySamples.SMALL, entry("Gym", "gym ok"));
    applied(PolicySamples.SMALL + "answers: {}\n", entry("Gym", "gym ok"));
    applied(PolicySamples.SMALL.stripTrailing(), entry("Gym", "gym ok"));
    applied(PolicySamples.SMALL.replace("\n", "\r\n"), entry("Gym", "gym ok"));
    applied("\uFEFF" + PolicySamples.SMALL, entry("Gym", "gym ok"));
  }

  @Test
  void a_new_answer_gets_an_id_that_nobody_has() {
    Patches.Outcome.Offered offered = assertInstanceOf(
        Patches.Outcome.Offered.class, outcome(EXAMPLE, entry("New store", "is it open")));
    assertEquals(new RuleId("new-store-2"), offered.patch().about());
    Patches.Outcome.Offered nameless = assertInstanceOf(
        Patches.Outcome.Offered.class, outcome(EXAMPLE, entry("新しい店", "is it open")));
    assertEquals(new RuleId("new-answer"), nameless.patch().about());
  }

  // ---- whatever people type

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words",
        "with: a colon",
        "trailing colon:",
        "# looks like a comment",
        "not # a comment",
        "- looks like an item",
        "? looks like a key",
        "\"in quotes\"",
        "it's 'quoted'",
        "back\\slash \\n",
        "{ braces } [brackets], commas",
        "*alias &anchor !tag %directive @at `tick` |bar >fold",
        "null",
        "true",
        "~",
        "12",
        "2027-01-01",
        "0x1F",
        ".inf",
        "<!channel> <b>bold</b> &amp;",
        "新しい店はもう開いていますか",
        "هل يمكنني النشر عن المتجر الجديد",
        "👩🏽‍🚀 🇮🇩 ok?",
        "tab\there",
        "no\u00A0break",
        "line\u2028separator",
        "--- document",
        "... end",
        "key: value: other",
        "ends with space and backslash\\ ",
      })
  void any_text_is_read_back_as_it_was_typed(String words) {
    applied(BLOCKS, new Proposal.Example(STORE, Locale.ENGLISH, words));
    applied(PolicySamples.FULL, new Proposal.Example(STORE, Locale.ENGLISH, words));
    applied(BLOCKS, new Proposal.ChangeText(STORE, Part.WHY, ID, words));
    applied(
        BLOCKS,
        new Proposal.ChangeText(STORE, Part.WHY, ID, words + "\n\n" + words + "\n" + words));
    applied(BLOCKS, new Proposal.ChangeText(STORE, Part.WHY, ID, (words + " ").repeat(14)));
    applied(PolicySamples.FULL, new Proposal.ChangeText(STORE, Part.WHY, ID, words + "\n" + words));
    applied(BLOCKS, entry(words, words));
  }

  @Test
  void what_would_not_be_a_valid_policy_is_never_offered() {
    for (String words :
        List.of("x".repeat(10_000), "word ".repeat(2_000), " ", "\u0007 bell", "\uD800")) {
      refused(EXAMPLE, new Proposal.Example(STORE, Locale.ENGLISH, words));
      refused(EXAMPLE, new Proposal.ChangeText(STORE, Part.WHY, Locale.ENGLISH, words));
      refused(EXAMPLE, entry("Gym", words));
      refused(EXAMPLE, entry(words, "gym ok"));
    }
    refused(EXAMPLE, new Proposal.ChangeLink(new ResourceId("repairs"), "http://acme.example"));
    refused(EXAMPLE, new Proposal.ChangeText(STORE, Part.BEFORE, Locale.ENGLISH, "no such part"));
    refused(EXAMPLE, new Proposal.StillRight(new RuleId("meranti-e1"), NEXT));
    refused(
        EXAMPLE, new Proposal.Example(new RuleId("meranti-e1"), Locale.ENGLISH, "is the e1 out"));
    refused(EXAMPLE, new Proposal.Example(STORE, Locale.FRENCH, "et le magasin"));
    refused(EXAMPLE + "nonsense: 1\n", new Proposal.StillRight(STORE, NEXT));
    assertEquals(
        List.of("item 8 of \"en\" of \"questions\" of answer \"new-store\" has 10000 characters,"
            + " but there is room for 300. Shorten it."),
        refused(EXAMPLE, new Proposal.Example(STORE, Locale.ENGLISH, "x".repeat(10_000))));
  }

  @Test
  void a_value_that_an_alias_brings_is_left_to_a_person() {
    refused(
        PolicySamples.SMALL.replace("Not sure", "Unsure")
            + "answers:\n  a:\n    topic: A\n    questions: [may I, can I]\n    verdict: go\n    do: { text: Yes. }\n    why: *kind\n"
            + "    approved: { by: Care, on: 2026-01-01 }\n    owner: care\n    review_by: 2027-01-01\n",
        new Proposal.ChangeText(new RuleId("a"), Part.WHY, Locale.ENGLISH, "Because."));
  }

  @Test
  void what_is_gone_is_said_to_be_gone() {
    RuleId nothing = new RuleId("no-such-rule");
    assertEquals(
        new Patches.Outcome.Gone(nothing),
        outcome(EXAMPLE, new Proposal.Example(nothing, Locale.ENGLISH, "hello")));
    assertEquals(new Patches.Outcome.Already(), outcome(EXAMPLE, new Proposal.Retire(nothing)));
  }

  @Test
  void every_entry_of_the_example_can_be_changed_and_retired() {
    Policy policy = policy(EXAMPLE);
    List<EntryId> ids = new ArrayList<>(policy.answers().keySet());
    policy.embargoes().forEach(rule -> ids.add(rule.id()));
    policy.sensitive().forEach(rule -> ids.add(rule.id()));
    policy.personalAccounts().forEach(rule -> ids.add(rule.id()));
    policy.protectedTopics().forEach(rule -> ids.add(rule.id()));
    ids.add(policy.situations().values().iterator().next().replies().get(0).id());
    Patches patches = patches(EXAMPLE);
    for (EntryId id : ids) {
      assertInstanceOf(
          Patches.Outcome.Offered.class, patches.propose(new Proposal.Retire(id)), id.code());
      // All in one go: each must be written, or the whole isn't offered.
      List<Proposal> changes = EntryTexts.of(policy, id).orElseThrow().texts().keySet().stream()
          .<Proposal>map(part -> new Proposal.ChangeText(id, part, ID, "Something else"))
          .toList();
      assertInstanceOf(
          Patches.Outcome.Offered.class,
          patches.propose(new Proposal.Together(id, changes)),
          id.code());
    }
  }

  private static String withFewAnswers(String yaml) {
    int begin = yaml.indexOf("\nanswers:\n") + "\nanswers:\n".length();
    int end = yaml.indexOf("\nembargoes:\n");
    AtomicInteger seen = new AtomicInteger();
    String few = Pattern.compile("(?m)^  ([a-z0-9-]+):\n(?:(?:    .*)?\n)+")
        .matcher(yaml.substring(begin, end))
        .replaceAll(answer -> seen.incrementAndGet() % 10 == 0 || KEPT.contains(answer.group(1))
            ? Matcher.quoteReplacement(answer.group())
            : "");
    return yaml.substring(0, begin) + few + yaml.substring(end);
  }

  // ---- the tools that people apply it with

  @Test
  void patch_and_git_take_it() throws IOException, InterruptedException {
    for (String tool : List.of("patch -p1 --input=p.diff", "git apply p.diff")) {
      String command = tool.substring(0, tool.indexOf(' '));
      Assumptions.assumeTrue(runs(command + " --version"), command + " is not on this machine");
      for (String yaml : List.of(
          EXAMPLE,
          PolicySamples.FULL,
          PolicySamples.SMALL.stripTrailing(),
          PolicySamples.SMALL.replace("\n", "\r\n"))) {
        Proposal proposal = entry("Gym: é 新", "gym ok?");
        Patch patch = offered(yaml, proposal).patch();
        Files.writeString(folder.resolve("p.diff"), patch.diff());
        assertTrue(runs(tool), tool);
        assertEquals(withDiff(yaml, patch.diff()), read(folder.resolve("policy.yaml")), tool);
      }
    }
  }

  private boolean runs(String command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command.split(" "))
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  // ---- what all of them must be

  /** The diff, after applying it led to a valid policy that says what was proposed, in which nothing else is new. */
  private String applied(String yaml, Proposal proposal) {
    Patches.Outcome.Offered offered = offered(yaml, proposal);
    String after = withDiff(yaml, offered.patch().diff());
    assertFalse(patches(yaml).isApplied(offered.patch()));
    Patches then = patches(after);
    assertTrue(then.isApplied(offered.patch()), offered.patch().diff());
    assertEquals(new Patches.Outcome.Already(), then.propose(proposal));
    Policy policy = policy(after);
    EntryTexts.of(policy(yaml), new RuleId("released-models"))
        .ifPresent(entry -> assertEquals(
            entry, EntryTexts.of(policy, new RuleId("released-models")).orElseThrow()));
    return offered.patch().diff();
  }

  private String after(String yaml, Proposal proposal) {
    return withDiff(yaml, offered(yaml, proposal).patch().diff());
  }

  private Patches.Outcome.Offered offered(String yaml, Proposal proposal) {
    Patches.Outcome outcome = outcome(yaml, proposal);
    return assertInstanceOf(Patches.Outcome.Offered.class, outcome, outcome::toString);
  }

  private List<String> refused(String yaml, Proposal proposal) {
    Patches.Outcome outcome = outcome(yaml, proposal);
    List<String> problems = assertInstanceOf(
            Patches.Outcome.Refused.class, outcome, outcome::toString)
        .problems();
    assertFalse(problems.isEmpty());
    return problems;
  }

  private Patches.Outcome outcome(String yaml, Proposal proposal) {
    return patches(yaml).propose(proposal);
  }

  private Patches patches(String yaml) {
    Path file = folder.resolve("policy.yaml");
    try {
      Files.write(file, yaml.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new PolicyPatches(file, CLOCK);
  }

  private static Proposal entry(String topic, String question) {
    return new Proposal.NewEntry(
        Map.of(Locale.ENGLISH, topic),
        Map.of(Locale.ENGLISH, List.of(question)),
        Verdict.ASK,
        Map.of(Locale.ENGLISH, "Ask the gym first: \"may I film?\" # it is theirs"),
        Map.of(Locale.ENGLISH, "Others are in the picture."),
        "Communications",
        PolicySamples.TODAY,
        "communications",
        NEXT);
  }

  private static Policy policy(String yaml) {
    Reading reading = PolicySamples.read(yaml);
    return assertInstanceOf(Reading.Valid.class, reading, reading::toString).policy();
  }

  private static List<String> changes(String diff) {
    return diff.lines()
        .filter(line -> (line.startsWith("+") || line.startsWith("-"))
            && !line.startsWith("+++")
            && !line.startsWith("---"))
        .toList();
  }

  /** By the library, which knows nothing of a missing line break at the end. */
  private static String withDiff(String text, String diff) {
    boolean ended = text.endsWith("\n");
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (ended) {
      lines.remove(lines.size() - 1);
    }
    List<String> plain = new ArrayList<>(List.of(diff.split("\n")));
    plain.removeIf(line -> line.startsWith("\\ "));
    try {
      List<String> after = DiffUtils.patch(lines, UnifiedDiffUtils.parseUnifiedDiff(plain));
      boolean endsNow = !diff.endsWith("\\ No newline at end of file\n");
      return String.join("\n", after) + (endsNow ? "\n" : "");
    } catch (PatchFailedException e) {
      throw new AssertionError(diff, e);
    }
  }

  private static String read(Path file) {
    try {
      return Objects.requireNonNull(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
