package dev.instead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import dev.instead.desk.StoreException;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import dev.instead.search.LuceneMatcher;
import dev.instead.setup.CardCheck;
import dev.instead.setup.PolicyCheck;
import dev.instead.setup.StoreCheck;
import dev.instead.store.Backup;
import dev.instead.store.PersonRecords;
import dev.instead.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Bench bench = new Bench();
  private final BlockingQueue<Runnable> onStop = new ArrayBlockingQueue<>(1);

  @Test
  void help_shows_every_command_but_the_hidden_one() {
    assertEquals(0, run("--help"));

    for (String command : List.of("playground", "serve", "policy", "manifest", "doctor")) {
      assertTrue(out.toString().contains("\n  " + command + " "), command + " is missing: " + out);
    }
    assertFalse(out.toString().contains("\n  health "), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "playground",
        "policy lint",
        "policy ask",
        "policy explain",
        "policy test",
        "policy diff",
        "policy proposals",
        "manifest slack",
        "manifest teams",
        "doctor",
        "erase",
        "export",
        "health"
      })
  void every_command_explains_itself(String command) {
    assertEquals(0, run((command + " --help").split(" ")));

    assertTrue(out.toString().contains("instead " + command), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "policy", "manifest", "playground --port x", "policy ask"})
  void what_cannot_be_understood_ends_with_2(String command) {
    assertEquals(2, run(command.isEmpty() ? new String[0] : command.split(" ")));

    assertFalse(err.toString().isBlank());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void erasing_says_first_what_there_is_and_does_nothing() {
    bench.knows("U0DEWI");

    assertEquals(0, run("erase", "--person", "slack:T0ACME/U0DEWI", "--db", "jdbc:sqlite:x.db"));

    assertEquals("""
        Kept of slack:T0ACME/U0DEWI:
          notes: 1
        Words of others name this person, and stay: S-7KQ2 (report).
        Nothing was erased. To erase all of this, say it again with --yes.
        """, output());
    assertEquals("nobody", bench.erased);
  }

  @Test
  void erasing_is_done_when_it_is_meant() {
    bench.knows("U0DEWI");

    assertEquals(
        0,
        run(
            "erase",
            "--person",
            "slack:T0ACME/U0DEWI",
            "--db",
            "jdbc:sqlite:x.db",
            "--yes",
            "--rewrite"));

    assertEquals("slack:T0ACME:U0DEWI REWRITTEN " + NOW, bench.erased);
    assertTrue(output().endsWith("Erased.\nLook at the archives.\n"), output());
  }

  @Test
  void everything_about_a_person_goes_into_a_file_that_was_not_there_before(@TempDir Path folder)
      throws IOException {
    bench.knows("U0DEWI");
    Path file = folder.resolve("dewi.json");
    String[] export = {
      "export",
      "--person",
      "slack:T0ACME/U0DEWI",
      "--db",
      "jdbc:sqlite:x.db",
      "--out",
      file.toString()
    };

    assertEquals(0, run(export));
    assertEquals(
        "Which shop?",
        new ObjectMapper().readTree(file.toFile()).at("/kept/0/rows/0/text").asText());
    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(file));
    assertEquals(1, run(export));
    assertTrue(err.toString().contains("exists already"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"U0DEWI", "slack:U0DEWI", "irc:T0ACME/U0DEWI", "slack:/U0DEWI"})
  void a_person_is_named_in_full(String person) {
    assertEquals(2, run("erase", "--person", person, "--yes", "--db", "jdbc:sqlite:x.db"));
    assertTrue(
        err.toString().contains("slack:WORKSPACE/USER or teams:TENANT/OBJECT_ID"), err.toString());
    assertEquals("nobody", bench.erased);
  }

  @Test
  void a_person_that_the_store_does_not_know_is_said_to_be_unknown() {
    assertEquals(
        1, run("erase", "--person", "slack:T0ACME/U0NEW", "--yes", "--db", "jdbc:sqlite:x.db"));
    assertTrue(output().contains("knows nobody called slack:T0ACME/U0NEW"), output());
    assertEquals("nobody", bench.erased);
  }

  @Test
  void lint_of_a_good_file_ends_with_0() {
    assertEquals(0, run("policy", "lint", "good.yaml"));

    assertEquals(
        "good.yaml: no problems, no warnings. Questions were compared by meaning.\n", output());
    assertEquals(Path.of("good.yaml"), bench.checked);
  }

  @Test
  void lint_lists_all_problems_and_warnings_and_ends_with_1() {
    bench.answer = new PolicyCheck.Checked(
        Optional.empty(),
        List.of("p.yaml:3: one is wrong. Mend it.", "p.yaml:9: two is wrong. Mend it."),
        List.of("p.yaml:5: three is old. Look at it."));

    assertEquals(1, run("policy", "lint", "p.yaml"));

    assertEquals("""
        p.yaml:3: one is wrong. Mend it.
        p.yaml:9: two is wrong. Mend it.
        p.yaml:5: warning: three is old. Look at it.
        p.yaml: 2 problems, 1 warning.
        """, output());
  }

  @Test
  void warnings_alone_end_with_0() {
    bench.answer = new PolicyCheck.Checked(
        Optional.of(Policies.sample()), List.of(), List.of("p.yaml:5: three is old. Look at it."));

    assertEquals(0, run("policy", "lint"));

    assertEquals(Path.of("config/policy.yaml"), bench.checked);
  }

  @Test
  void what_the_matcher_has_against_the_questions_is_a_warning_too() {
    environment.put("INSTEAD_ENCODER", "off");
    bench.questioned = new Parts.Questioned(List.of("p.yaml:7: two are alike. Keep one."), false);

    assertEquals(0, run("policy", "lint", "p.yaml"));

    assertEquals("""
        p.yaml:7: warning: two are alike. Keep one.
        p.yaml: no problems, 1 warning. Questions were compared by words and letters alone.
        """, output());
    assertFalse(bench.used.encoder());
  }

  @Test
  void ask_takes_a_question_of_many_words() {
    assertEquals(0, run("policy", "ask", "may", "I", "post", "this"));

    assertEquals(
        new Question("may I post this", Policies.ENGLISH, NOW, Optional.empty()), bench.asked);
    assertEquals("Hold that one.\n", output());
  }

  @Test
  void a_batch_prints_one_line_for_each_of_its_lines_and_nothing_else() throws IOException {
    Path file = Files.createTempFile("questions", ".txt");
    Files.writeString(file, "may I post this\nid\tboleh posting?\n\nsee\ttabs are no language\n");
    try {
      assertEquals(0, run("policy", "ask", "--batch", file.toString()));
    } finally {
      Files.delete(file);
    }

    assertEquals(
        "en may I post this\nid boleh posting?\nen \nen see\ttabs are no language\n", output());
    assertEquals("", errors());
  }

  @Test
  void a_batch_that_is_not_there_is_named() {
    assertEquals(1, run("policy", "ask", "--batch", "no-such-file.txt"));

    assertEquals("There is no file no-such-file.txt.\n", errors());
  }

  @Test
  void the_encoder_can_be_switched_off_for_a_question_too() {
    run("policy", "ask", "refund");
    assertTrue(bench.used.encoder());
    environment.put("INSTEAD_ENCODER", "off");
    environment.put("INSTEAD_CACHE", "somewhere");
    run("policy", "ask", "refund");

    assertEquals(new Parts.Means(false, Optional.of(Path.of("somewhere"))), bench.used);
  }

  @Test
  void a_comparison_uses_the_vectors_on_disk_and_makes_those_of_the_old_policy_last() {
    Policy old = Policies.sample(Stance.STRICT);
    Policy changed = Policies.sample(Stance.RELAXED);
    bench.next.addAll(List.of(old, changed));
    environment.put("INSTEAD_CACHE", "somewhere");
    run("policy", "diff", "old.yaml", "new.yaml");

    assertEquals(new Parts.Means(true, Optional.of(Path.of("somewhere"))), bench.used);
    assertEquals(List.of(changed, old), bench.prepared);
  }

  @Test
  void a_time_that_is_none_is_answered_with_how_to_write_it() {
    assertEquals(2, run("policy", "ask", "refund", "--at", "tomorrow"));

    String first = errors().lines().findFirst().orElseThrow();
    assertTrue(first.contains("\"tomorrow\" is no time with a zone"), first);
    assertTrue(first.contains("Write it like 2026-12-24T17:50+07:00."), first);
    assertFalse(first.contains("java."), first);
  }

  @Test
  void a_language_that_the_policy_lacks_is_refused_with_those_it_has() {
    assertEquals(1, run("policy", "explain", "refund", "--lang", "fr"));

    assertEquals("The policy has no language \"fr\". Its languages are: en, id.\n", errors());
    assertEquals(0, run("policy", "ask", "refund", "--lang", "id-ID"));
  }

  @Test
  void a_log_level_that_is_none_stops_every_command_that_would_log() {
    environment.put("INSTEAD_LOG", "loud");
    for (String command : List.of("policy lint", "policy ask x", "playground")) {
      assertEquals(1, run(command.split(" ")), command);
    }
    assertTrue(errors().contains("INSTEAD_LOG is \"loud\". Use info or debug."), errors());
  }

  @Test
  void the_lists_of_commands_have_whole_sentences() {
    for (String group : List.of("policy", "manifest")) {
      assertEquals(0, run(group, "--help"));
      List<String> commands =
          output().substring(output().lastIndexOf("Commands:")).lines().skip(1).toList();
      assertFalse(commands.isEmpty(), group);
      commands.forEach(line -> assertTrue(line.matches("  [a-z]+ +[A-Z].*\\."), line));
    }
  }

  @Test
  void proposals_are_printed_from_the_database_that_is_set_or_named() {
    assertEquals(0, run("policy", "proposals", "--db", "jdbc:sqlite:/tmp/other.db"));
    assertEquals("jdbc:sqlite:/tmp/other.db", bench.looked);
    assertEquals("--- a/policy.yaml", out.toString().strip());
    assertEquals(0, run("policy", "proposals"));
    assertTrue(bench.looked.endsWith("instead.db"), bench.looked);
  }

  @Test
  void a_proposal_is_dropped_by_its_id() {
    assertEquals(0, run("policy", "proposals", "--drop", "open"));
    assertEquals("Dropped: open", out.toString().strip());

    assertEquals(1, run("policy", "proposals", "--drop", "gone"));
    assertTrue(err.toString().contains("no open proposal \"gone\""), err.toString());
  }

  @Test
  void explain_takes_a_language_a_time_and_a_situation() {
    assertEquals(
        0,
        run(
            "policy",
            "explain",
            "refund",
            "--lang",
            "id",
            "--at",
            "2026-12-24T17:50+07:00",
            "--situation",
            "threat"));

    assertEquals(
        new Question(
            "refund",
            Locale.forLanguageTag("id"),
            Instant.parse("2026-12-24T10:50:00Z"),
            Optional.of(new SituationId("threat"))),
        bench.asked);
    assertEquals("Goes to Social Care.\n", output());
  }

  @Test
  void a_question_to_a_broken_policy_lists_its_problems() {
    bench.answer = new PolicyCheck.Checked(
        Optional.empty(), List.of("p.yaml:3: one is wrong. Mend it."), List.of());

    assertEquals(1, run("policy", "ask", "hello"));

    assertEquals("p.yaml:3: one is wrong. Mend it.\n", errors());
  }

  @Test
  void the_manifest_is_printed_for_the_given_host() throws Exception {
    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com/"));

    assertEquals(
        "https://bot.acme.com/slack/events",
        new ObjectMapper()
            .readTree(output())
            .at("/settings/interactivity/request_url")
            .asText());
  }

  @Test
  void the_manifest_takes_the_host_of_the_settings() {
    environment.put("INSTEAD_PUBLIC_URL", "https://bot.acme.com");

    assertEquals(0, run("manifest", "slack"));

    assertTrue(output().contains("\"https://bot.acme.com/slack/events\""));
  }

  @Test
  void the_manifest_asks_for_addresses_only_where_people_are_linked() {
    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com"));
    assertFalse(output().contains("users:read.email"));

    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com", "--link-people"));
    assertTrue(output().contains("users:read.email"));
  }

  @Test
  void the_manifest_is_for_an_organisation_where_it_is_said_or_set() {
    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com"));
    assertFalse(output().contains("team_access_granted"));

    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com", "--organisation"));
    assertTrue(output().contains("team_access_granted"));

    environment.put("INSTEAD_SLACK_ENTERPRISE", "E0MERANTI");
    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com"));
    assertTrue(output().contains("\"org_deploy_enabled\": true"));
  }

  @Test
  void the_manifest_asks_for_addresses_where_the_settings_link_people() {
    environment.put("INSTEAD_LINK_PEOPLE_BY_EMAIL", "yes");

    assertEquals(0, run("manifest", "slack", "--url", "https://bot.acme.com"));

    assertTrue(output().contains("users:read.email"));
  }

  @Test
  void the_package_for_teams_is_written_for_the_given_bot(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("acme.zip");
    environment.put("INSTEAD_TEAMS_APP_ID", "12345678-90AB-CDEF-1234-567890ABCDEF");

    assertEquals(
        0,
        run(
            "manifest",
            "teams",
            "--url",
            "https://bot.acme.com/",
            "--out",
            zip.toString(),
            "--company",
            "Acme",
            "--website",
            "https://acme.com/x",
            "--release",
            "2.0.1"));

    assertTrue(output().startsWith(zip + " is ready. Upload it"), output());
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      String manifest = Files.readString(files.getPath("manifest.json"));
      assertTrue(manifest.contains("\"12345678-90ab-cdef-1234-567890abcdef\""), manifest);
      assertTrue(manifest.contains("\"bot.acme.com\""), manifest);
      assertTrue(manifest.contains("\"2.0.1\""), manifest);
      assertTrue(manifest.contains("\"https://acme.com/x\""), manifest);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--app-id, 12345, '--app-id is \"12345\".'",
    "--url, http://bot.acme.com, --url is ",
    "--website, ftp://acme.com, '--website is \"ftp://acme.com\". Use an https address.'",
    "--website, 'https:// acme', --website is ",
    "--release, 1.0, '--release is \"1.0\". Use a version such as 1.0.1.'",
    "--company, '', --company needs a name",
    "--company, A company whose name is far too long, --company needs a name"
  })
  void what_teams_could_not_use_is_refused(String option, String value, String told) {
    environment.put("INSTEAD_PUBLIC_URL", "https://bot.acme.com");
    environment.put("INSTEAD_TEAMS_APP_ID", "12345678-90ab-cdef-1234-567890abcdef");

    assertEquals(2, run("manifest", "teams", option, value, "--out", "target/none/x.zip"));

    assertTrue(errors().startsWith(told), errors());
  }

  @Test
  void what_the_package_needs_is_asked_for() {
    assertEquals(2, run("manifest", "teams", "--url", "https://bot.acme.com"));

    assertTrue(
        errors()
            .startsWith(
                "Give --app-id 00000000-0000-0000-0000-000000000000 or set INSTEAD_TEAMS_APP_ID."),
        errors());
  }

  @Test
  void a_package_that_cannot_be_written_is_told_with_the_remedy(@TempDir Path folder) {
    String out = folder.resolve("none").resolve("x.zip").toString();
    String app = "12345678-90ab-cdef-1234-567890abcdef";

    assertEquals(
        1, run("manifest", "teams", "--url", "https://a.com", "--app-id", app, "--out", out));

    assertEquals(out + " can't be written. Name another file with --out.\n", errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://bot.acme.com", "https://bot.acme.com/slack/events", "bot.acme.com", ""})
  void a_host_that_slack_could_not_use_is_refused(String url) {
    assertEquals(2, run("manifest", "slack", "--url", url));

    assertTrue(errors().startsWith("--url is "), errors());
    assertEquals("", output());
  }

  @Test
  void without_a_host_there_is_no_manifest() {
    assertEquals(2, run("manifest", "slack"));

    assertTrue(errors().startsWith("Give --url"), errors());
  }

  @Test
  void serve_lists_all_missing_settings_without_a_stack_trace() {
    environment.put("INSTEAD_SLACK_API_URL", "https://slack.com/api/");

    assertEquals(1, run("serve"));

    assertEquals(2, errors().lines().count(), errors());
    assertTrue(errors().startsWith("INSTEAD_SLACK_SIGNING_SECRET is missing."), errors());
  }

  @Test
  void serve_runs_until_it_is_told_to_stop_and_then_stops_the_bot() throws Exception {
    enoughSettings();
    CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> run("serve"));
    Runnable stop = onStop.poll(10, TimeUnit.SECONDS);
    assertFalse(ended.isDone());
    assertFalse(bench.closed);

    assertTrue(stop != null);
    stop.run();

    assertEquals(0, ended.get(10, TimeUnit.SECONDS));
    assertTrue(bench.closed);
    assertEquals(
        "Instead is ready on port 4711: send Slack's requests to /slack/events.\n", output());
  }

  @Test
  void serve_says_where_the_requests_of_both_platforms_belong() throws Exception {
    enoughSettings();
    environment.put("INSTEAD_TEAMS_APP_ID", "12345678-90ab-cdef-1234-567890abcdef");
    environment.put("INSTEAD_TEAMS_TENANT_ID", "12345678-90ab-cdef-1234-567890abcdef");
    environment.put("INSTEAD_TEAMS_APP_PASSWORD", "0123456789abcdef0123456789abcdef");
    CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> run("serve"));
    Runnable stop = onStop.poll(10, TimeUnit.SECONDS);
    assertTrue(stop != null);
    stop.run();

    assertEquals(0, ended.get(10, TimeUnit.SECONDS));
    assertEquals(
        "Instead is ready on port 4711: send Slack's requests to /slack/events and Teams' requests to /api/messages.\n",
        output());
  }

  @Test
  void the_playground_says_where_to_look() throws Exception {
    CompletableFuture<Integer> ended =
        CompletableFuture.supplyAsync(() -> run("playground", "--port", "0"));
    Runnable stop = onStop.poll(10, TimeUnit.SECONDS);
    assertTrue(stop != null);
    stop.run();

    assertEquals(0, ended.get(10, TimeUnit.SECONDS));
    assertEquals(
        "The playground is ready. Open http://127.0.0.1:4711 in a browser; Ctrl+C stops it.\n",
        output());
  }

  @Test
  void what_an_operator_can_set_right_is_one_line() {
    enoughSettings();
    bench.failure =
        Optional.of(new StoreException("data/instead.db is read-only. Let it be written."));

    assertEquals(1, run("serve"));

    assertEquals("data/instead.db is read-only. Let it be written.\n", errors());
  }

  @Test
  void what_nobody_expected_is_one_line_too() {
    enoughSettings();
    bench.failure = Optional.of(new IllegalStateException("the moon is full"));

    assertEquals(1, run("serve"));

    assertEquals(
        "Instead failed: IllegalStateException: the moon is full. Set INSTEAD_LOG=debug and try again to see where.\n",
        errors());
  }

  @Test
  void the_doctor_tries_given_up_messages_again_when_asked_to() {
    run("doctor", "--retry");
    assertEquals("jdbc:sqlite:data/instead.db", bench.retried);
    assertTrue(output().startsWith("3 messages that were given up are tried again."), output());
  }

  @Test
  void a_store_is_copied_by_the_user_of_the_settings_and_each_table_is_counted() {
    environment.put("INSTEAD_DATABASE_USER", "instead");
    environment.put("INSTEAD_DATABASE_PASSWORD", "hush-hush");

    assertEquals(
        0, run("copy", "--from", "jdbc:sqlite:data/x.db", "--to", "jdbc:postgresql://db/instead"));

    assertEquals("jdbc:sqlite:data/x.db to postgresql://db/instead as instead", bench.looked);
    assertTrue(output().matches("(?s)cases +12\n.*"), output());
    assertFalse(output().contains("hush-hush"), output());
  }

  @Test
  void a_backup_says_what_it_holds_and_a_restore_what_comes_next() {
    assertEquals(0, run("backup", "monday.db"));
    assertEquals("jdbc:sqlite:data/instead.db to monday.db", bench.looked);
    assertTrue(output().contains("monday.db holds 3 cases and 5 reports."), output());

    assertEquals(0, run("restore", "monday.db"));
    assertEquals("monday.db to jdbc:sqlite:data/instead.db", bench.looked);
    assertTrue(output().contains("nothing after "), output());
    assertTrue(output().contains("instead doctor --mend"), output());
  }

  @Test
  void a_doctor_that_mends_tries_again_what_was_given_up() {
    run("doctor");
    assertEquals("nothing", bench.retried);
    run("doctor", "--mend");
    assertEquals("jdbc:sqlite:data/instead.db", bench.retried);
  }

  @Test
  void the_doctor_ends_with_1_when_there_is_a_problem() {
    assertEquals(1, run("doctor"));

    assertTrue(output().contains("problem Neither Slack nor Teams is set up."), output());
    assertTrue(output().contains("ok      The store memory can be created."), output());
  }

  @Test
  void health_asks_the_bot_on_this_machine() {
    AtomicReference<String> missing = new AtomicReference<>("");
    try (WebServer server = new WebServer(
        "127.0.0.1",
        0,
        List.of(),
        () -> Optional.ofNullable(missing.get()).filter(why -> !why.isEmpty()))) {
      server.start();
      environment.put("INSTEAD_PORT", Integer.toString(server.port()));
      assertEquals(0, run("health"));

      missing.set("The store is full.");
      assertEquals(1, run("health"));

      assertEquals("ready\nThe store is full.\n", output());
    }
    assertEquals(1, run("health"));
    assertTrue(output().contains("Nothing answers at http://127.0.0.1:"), output());
  }

  private void enoughSettings() {
    environment.put("INSTEAD_SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef");
    environment.put("INSTEAD_SLACK_BOT_TOKEN", "xoxb-0123456789-abcdef");
  }

  private int run(String... arguments) {
    return new Commands(
            environment,
            bench,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            onStop::add)
        .run(arguments);
  }

  private String output() {
    return out.toString().replace("\r\n", "\n");
  }

  private String errors() {
    return err.toString().replace("\r\n", "\n");
  }

  /** Parts that remember what they were asked. */
  private static final class Bench implements Parts {
    PolicyCheck.Checked answer =
        new PolicyCheck.Checked(Optional.of(Policies.sample()), List.of(), List.of());
    Optional<RuntimeException> failure = Optional.empty();
    Path checked = Path.of("nothing");
    Question asked = new Question("nothing", Locale.ROOT, Instant.EPOCH, Optional.empty());
    static final PersonRecords.Records NOBODY =
        new PersonRecords.Records(List.of(), List.of(), List.of());
    Optional<Person> known = Optional.empty();
    PersonRecords.Records records = NOBODY;
    String erased = "nobody";
    String retried = "nothing";
    Questioned questioned = new Questioned(List.of(), true);
    String looked = "nothing";
    final Deque<Policy> next = new ArrayDeque<>();
    List<Policy> prepared = List.of();
    Means used = new Means(false, Optional.empty());
    volatile boolean closed;

    void knows(String id) {
      Person person = new Person(Platform.SLACK, "T0ACME", id);
      known = Optional.of(person);
      records = new PersonRecords.Records(
          List.of(person),
          List.of(new PersonRecords.Things(
              person, "notes", "why", "until", List.of(Map.of("text", "Which shop?")))),
          List.of("S-7KQ2 (report)"));
    }

    @Override
    public Running serve(Settings settings) {
      failure.ifPresent(thrown -> {
        throw thrown;
      });
      return running();
    }

    @Override
    public Running playground(int port) {
      return running();
    }

    @Override
    public PersonRecords.Records records(DatabaseAddress database, Person person) {
      return known.equals(Optional.of(person)) ? records : NOBODY;
    }

    @Override
    public PersonRecords.Erased erase(
        DatabaseAddress database, Person person, PersonRecords.Space space, Instant now) {
      erased = person + " " + space + " " + now;
      return new PersonRecords.Erased(records, List.of("Look at the archives."));
    }

    @Override
    public PolicyCheck policies() {
      return file -> {
        checked = file;
        return next.isEmpty()
            ? answer
            : new PolicyCheck.Checked(Optional.of(next.remove()), List.of(), List.of());
      };
    }

    @Override
    public StoreCheck stores() {
      return url -> new StoreCheck.Looked("memory", true, 0);
    }

    @Override
    public int retry(DatabaseAddress database, Instant now) {
      retried = database.url();
      return 3;
    }

    @Override
    public CardCheck cards() {
      return (database, ids) -> Map.of();
    }

    @Override
    public Backup.Contents backup(DatabaseAddress database, Path to) {
      looked = database.url() + " to " + to;
      return new Backup.Contents(to, 3, 5, Optional.empty());
    }

    @Override
    public Backup.Restored restore(Path copy, DatabaseAddress database, Instant now) {
      looked = copy + " to " + database.url();
      return new Backup.Restored(
          new Backup.Contents(copy, 3, 5, Optional.of(now)), Optional.empty(), 2);
    }

    @Override
    public Map<String, Long> copy(DatabaseAddress from, DatabaseAddress to) {
      looked = from.place() + " to " + to.place() + " as " + to.user().orElse("nobody");
      return Map.of("cases", 12L);
    }

    @Override
    public List<String> proposals(DatabaseAddress database) {
      looked = database.url();
      return List.of("--- a/policy.yaml");
    }

    @Override
    public boolean dropProposal(DatabaseAddress database, String id) {
      return id.equals("open");
    }

    @Override
    public List<String> ask(Policy policy, Question question, Means means) {
      asked = question;
      used = means;
      return List.of("Hold that one.");
    }

    @Override
    public Stream<String> table(Policy policy, Stream<Question> questions, Means means) {
      used = means;
      return questions.map(question -> question.language().toLanguageTag() + " " + question.text());
    }

    @Override
    public Ready ready(List<Policy> policies, Means means) {
      used = means;
      prepared = List.copyOf(policies);
      LuceneMatcher matcher = new LuceneMatcher();
      return new Ready(matcher, means.encoder());
    }

    @Override
    public Questioned examine(Path file, Policy policy, Means means) {
      used = means;
      return questioned;
    }

    @Override
    public List<String> explain(Policy policy, Question question) {
      asked = question;
      return List.of("Goes to Social Care.");
    }

    private Running running() {
      return new Running() {
        @Override
        public URI address() {
          return URI.create("http://127.0.0.1:4711");
        }

        @Override
        public void close() {
          closed = true;
        }
      };
    }
  }
}
