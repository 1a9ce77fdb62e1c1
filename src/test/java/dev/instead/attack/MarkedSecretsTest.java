package dev.instead.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.BotProcess;
import dev.instead.playground.Answer;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackSender;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that the program does is done with secrets that carry a mark, and nothing that it leaves behind has one. */
@Timeout(180)
class MarkedSecretsTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String WORDS = "marked words of a reporter";
  private static final int TRIES = 10;
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  private final LocalSlack slack = LocalSlack.start(SampleCompany.workspace());
  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = LocalTeams.start(tenant);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    slack.close();
    teams.close();
  }

  @Test
  void a_running_bot_leaves_no_secret_in_logs_answers_dumps_or_files() throws Exception {
    Path log = folder.resolve("bot.log");
    List<String> answers = new ArrayList<>();
    BotProcess bot = BotProcess.serve(settings(), log);
    try {
      SlackSender people = new SlackSender(slack, bot::address, new SigningSecret(Marks.SIGNING));
      TeamsSender colleagues = new TeamsSender(teams, bot::address);
      goodRequests(people, colleagues, answers);
      badRequests(bot.address(), people, colleagues, answers);
      troubles(people, answers);
      String dump = dumps(bot);
      people.close();
      colleagues.close();
      Marks.assertNoneIn("what jcmd tells", dump);
    } finally {
      bot.close();
    }
    String said = String.join("\n", bot.output()) + Files.readString(log);
    assertTrue(said.contains("Refused a request"), "no refusal in the log");
    assertTrue(said.contains("Full thread dump"), "no thread dump");
    Marks.assertNoneIn("the logs", said);
    Marks.assertNoneIn("the answers", String.join("\n", answers));
    assertEquals(-1, said.indexOf(WORDS), "words of a report in the log");
    Marks.assertNoneInFiles(folder);
  }

  private static void goodRequests(
      SlackSender people, TeamsSender colleagues, List<String> answers) {
    Answer report = people.command("U0DEWI", "C0GENERAL", "/report", WORDS);
    for (int tries = 1; tries < TRIES && !report.ok(); tries++) { // a young process is slow
      report = people.command("U0DEWI", "C0GENERAL", "/report", WORDS);
    }
    assertTrue(report.ok(), report.toString());
    answers.add(report.body());
    answers.add(
        people.command("U0DEWI", "C0GENERAL", "/canipost", "the new showroom").body());
    answers.add(people.say("U0DEWI", "D0DEWI", "help", null).body());
    colleagues.news().install(SampleTenant.DEWI);
    answers.add(
        colleagues.say(SampleTenant.DEWI, "may I post about the new showroom").body());
  }

  private void badRequests(
      URI bot, SlackSender people, TeamsSender colleagues, List<String> answers) throws Exception {
    SignedRequest good = new SigningSecret(Marks.SIGNING).sign(FORM, "a=b", Instant.now());
    answers.add(refused(people.send(good.with("X-Slack-Signature", "v0=" + Marks.FORGED))));
    answers.add(refused(people.send(good.with("X-Slack-Request-Timestamp", Marks.FORGED))));
    answers.add(people.send(good.with("X-Slack-Retry-Reason", Marks.FORGED)).body());
    answers.add(people
        .send(new SigningSecret(Marks.OLD_SIGNING)
            .sign("application/json", "{\"type\":\"event_callback\",\"event\":3}", Instant.now()))
        .body());
    SignedRequest activity = colleagues.latest();
    for (String token : List.of("Bearer " + Marks.FORGED, "Bearer a." + Marks.FORGED, "Basic x")) {
      answers.add(refused(colleagues.send(activity.with("Authorization", token))));
    }
    for (String path : List.of("/health/live", "/health/ready", "/metrics", "/" + Marks.FORGED)) {
      HttpResponse<String> answer = http.send(
          HttpRequest.newBuilder(bot.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
      answers.add(answer.headers().map() + answer.body());
    }
  }

  /** Slack takes the token for somebody else's, breaks off, and forbids; Teams forgets its tokens. */
  private void troubles(SlackSender people, List<String> answers) throws IOException {
    slack.troubles().failNext("chat.postMessage", 2, "invalid_auth");
    slack.troubles().failNext("views.open", 1, "token_revoked");
    slack.troubles().dropNext(2);
    teams.tokens().expireAll();
    teams.tokens().removeSecret(LocalTeams.SECRET);
    answers.add(people.command("U0BUDI", "C0GENERAL", "/report", "").body());
    answers.add(people
        .command("U0BUDI", "C0GENERAL", "/report", "https://x.com/a/status/2 x")
        .body());
    // Broken while running: the bot keeps its policy, and says what is wrong.
    Files.writeString(folder.resolve("policy.yaml"), "company: [" + "\n");
    assertTrue(
        slack
            .workspace()
            .await(
                here -> slack.calls().all().stream()
                        .filter(c -> c.toString().contains("chat."))
                        .count()
                    > 2,
                SOON),
        "nothing was sent");
  }

  /** What operators look at when something is odd; the heap itself holds secrets, its file's name must not. */
  private String dumps(BotProcess bot) throws Exception {
    StringBuilder told = new StringBuilder();
    Path heap = folder.resolve("heap");
    Files.createDirectory(heap);
    String pid = Long.toString(bot.pid());
    String bin = Path.of(System.getProperty("java.home"), "bin").toString();
    for (List<String> asked : List.of(
        List.of("VM.command_line"), List.of("VM.system_properties"), List.of("Thread.print"))) {
      told.append(run(
          Map.of(), Stream.concat(Stream.of(bin + "/jcmd", pid), asked.stream()).toList()));
    }
    run(Map.of(), List.of("kill", "-QUIT", pid));
    awaitThreadDump(bot);
    run(
        Map.of(),
        List.of(bin + "/jcmd", pid, "GC.heap_dump", heap.resolve("a.hprof").toString()));
    try (Stream<Path> dumped = Files.list(heap)) {
      for (Path file : dumped.toList()) {
        told.append(file);
        Files.delete(file);
      }
    }
    return told.toString();
  }

  private void awaitThreadDump(BotProcess bot) {
    boolean dumped = tenant.await(
        here -> bot.output().stream().anyMatch(line -> line.startsWith("Full thread dump")), SOON);
    assertTrue(dumped, "no thread dump");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor",
        "manifest slack --url https://instead.example.com",
        "manifest teams --url https://instead.example.com",
        "policy lint",
        "policy ask may I post about the new showroom",
        "health",
        "serve --wrong",
        "copy --from sqlite:a --to postgresql:b"
      })
  void no_command_tells_a_secret(String command) throws Exception {
    String told = run(settings(), java(command.split(" ")));
    assertTrue(told.lines().count() > 1, "it said nothing"); // the first line is Java's
    Marks.assertNoneIn(command, told);
    Marks.assertNoneInFiles(folder);
  }

  static List<Map<String, String>> wrongSettings() {
    return List.of(
        Map.of("INSTEAD_SLACK_SIGNING_SECRET", Marks.SIGNING + " " + Marks.OLD_SIGNING),
        Map.of("INSTEAD_SLACK_SIGNING_SECRET", Marks.SIGNING + ",a," + Marks.OLD_SIGNING),
        Map.of("INSTEAD_SLACK_BOT_TOKEN", Marks.SIGNING),
        Map.of("INSTEAD_SLACK_BOT_TOKEN", "xoxb " + Marks.SIGNING),
        Map.of("INSTEAD_TEAMS_APP_PASSWORD", Marks.OLD_PASSWORD + "\u00e4"),
        Map.of("INSTEAD_TEAMS_APP_PASSWORD", "a,b," + Marks.OLD_PASSWORD),
        Map.of("INSTEAD_TEAMS_CERTIFICATE", "broken.pem"),
        Map.of("INSTEAD_DATABASE_URL", "jdbc:postgresql://u:" + Marks.IN_URL + "@127.0.0.1:9/x"),
        Map.of("INSTEAD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/x?password=" + Marks.IN_URL),
        Map.of("INSTEAD_DATABASE_URL", "jdbc:mysql://127.0.0.1/x?password=" + Marks.IN_URL),
        Map.of(
            "INSTEAD_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:9/x",
            "INSTEAD_DATABASE_USER",
            "instead",
            "INSTEAD_DATABASE_PASSWORD",
            Marks.DATABASE_PASSWORD),
        Map.of("INSTEAD_SLACK_API_URL", "http://u:" + Marks.IN_URL + "@127.0.0.1:9/api/"),
        Map.of("INSTEAD_TEAMS_LOGIN_URL", "https://u:" + Marks.IN_URL + "@127.0.0.1:9/"),
        Map.of("INSTEAD_PUBLIC_URL", "https://u:" + Marks.IN_URL + "@127.0.0.1/"));
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void a_wrong_setting_is_named_without_what_is_secret_in_it(Map<String, String> wrong)
      throws Exception {
    Map<String, String> settings = new HashMap<>(settings());
    settings.putAll(wrong);
    settings.computeIfPresent("INSTEAD_TEAMS_CERTIFICATE", (name, file) -> brokenCertificate(file));
    String told = run(settings, java("serve"));
    assertTrue(told.lines().count() > 1, "it said nothing");
    Marks.assertNoneIn("serve with " + wrong.keySet(), told);
  }

  @Test
  void the_doctor_names_wrong_settings_without_what_is_secret_in_them() throws Exception {
    Map<String, String> settings = new HashMap<>(settings());
    wrongSettings().forEach(settings::putAll);
    settings.computeIfPresent("INSTEAD_TEAMS_CERTIFICATE", (name, file) -> brokenCertificate(file));
    String told = run(settings, java("doctor"));
    assertTrue(told.contains("INSTEAD_SLACK_BOT_TOKEN"), told);
    Marks.assertNoneIn("doctor", told);
  }

  @Test
  void the_search_finds_a_mark_however_it_is_written() {
    for (String text : List.of(
        "x" + Marks.SIGNING + "y",
        "password=MARKED%2Fdatabase-password%2B4",
        "Basic TUFSS0VELWluIG5vdGhpbmc, " + base64(Marks.IN_URL))) {
      assertThrows(AssertionError.class, () -> Marks.assertNoneIn("a test", text));
    }
    Marks.assertNoneIn("a test", "nothing of the kind");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private String brokenCertificate(String name) {
    try {
      return Files.writeString(
              folder.resolve(name),
              "-----BEGIN PRIVATE KEY-----\n" + Marks.CERTIFICATE_KEY
                  + "\n-----END PRIVATE KEY-----\n")
          .toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String refused(Answer answer) {
    assertEquals(401, answer.status(), answer.toString());
    return answer.body();
  }

  private Map<String, String> settings() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.copy(Path.of("config", "policy.yaml"), policy, StandardCopyOption.REPLACE_EXISTING);
    Map<String, String> settings = new HashMap<>();
    settings.put("INSTEAD_HOST", "127.0.0.1");
    settings.put("INSTEAD_ENCODER", "off");
    settings.put("INSTEAD_LOG", "debug");
    // The product's own logging, not that of tests.
    settings.put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=logback.xml");
    settings.put("INSTEAD_POLICY", policy.toString());
    settings.put("INSTEAD_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("instead.db"));
    settings.put("INSTEAD_SLACK_SIGNING_SECRET", Marks.SIGNING + "," + Marks.OLD_SIGNING);
    settings.put("INSTEAD_SLACK_BOT_TOKEN", LocalSlack.TOKEN);
    settings.put("INSTEAD_SLACK_API_URL", slack.apiUrl());
    settings.put("INSTEAD_TEAMS_APP_ID", TeamsTenant.APP);
    settings.put("INSTEAD_TEAMS_TENANT_ID", TeamsTenant.TENANT);
    settings.put("INSTEAD_TEAMS_APP_PASSWORD", Marks.OLD_PASSWORD + "," + LocalTeams.SECRET);
    settings.put("INSTEAD_TEAMS_OPENID_URL", teams.openIdUrl());
    settings.put("INSTEAD_TEAMS_LOGIN_URL", teams.address());
    settings.put("INSTEAD_TEAMS_SERVICE_HOSTS", teams.host());
    return settings;
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.instead.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Everything that it says until it ends. */
  private static String run(Map<String, String> settings, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertFalse(said.contains("Could not find or load main class"), said);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("It did not end: " + said);
    }
    return said;
  }
}
