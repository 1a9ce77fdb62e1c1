package dev.instead.bench;

import dev.instead.BotProcess;
import dev.instead.config.DatabaseAddress;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.TeamsTenant;
import dev.instead.store.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One of the servers that are compared, in a process of its own. */
final class Subject implements AutoCloseable {
  static final String SECRET = "benchmark-signing-secret-00000000";

  /** Linux counts processor time in hundredths of a second for programs to read. */
  private static final int MILLIS_PER_TICK = 10;

  private static final Duration READY = Duration.ofSeconds(60);
  private static final String METRICS = "benchmark-metrics-token-000000000";

  /** The jar; for a quick try without one, a class path. */
  private static final String PROGRAM =
      System.getProperty("bench.program", Path.of("target", "instead.jar").toString());

  enum Kind {
    BARE("bare Bolt"),
    INSTEAD("Slack, SQLite"),
    POSTGRES("Slack, PostgreSQL"),
    TEAMS("Teams, SQLite"),
    MEANING("Slack, SQLite, sentence model");

    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /** Processor time of a process, by what its threads are for. */
  record Cpu(double requests, double courier, double virtualMachine) {
    Cpu minus(Cpu before) {
      return new Cpu(
          requests - before.requests,
          courier - before.courier,
          virtualMachine - before.virtualMachine);
    }

    double all() {
      return requests + courier + virtualMachine;
    }
  }

  final Kind kind;
  final Duration untilReady;
  private final BotProcess process;
  private final DatabaseAddress store;

  private Subject(Kind kind, BotProcess process, DatabaseAddress store, Duration untilReady) {
    this.kind = kind;
    this.process = process;
    this.store = store;
    this.untilReady = untilReady;
  }

  /** Starts it on an empty store, and measures how long it takes to be ready. */
  static Subject start(Kind kind, LocalSlack slack, LocalTeams teams)
      throws IOException, InterruptedException {
    return start(kind, slack, teams, List.of());
  }

  /** Starts it on Slack with Java's flight recorder, which writes to this file when the process ends. */
  static Subject recorded(LocalSlack slack, LocalTeams teams, Path recording)
      throws IOException, InterruptedException {
    return start(
        Kind.INSTEAD,
        slack,
        teams,
        List.of("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording));
  }

  /** The program's classes, as one start and stop leaves them for the next start; made in the same way as in the Dockerfile. */
  static Path archive(LocalSlack slack, LocalTeams teams) throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory("instead-bench").resolve("instead.jsa");
    start(Kind.INSTEAD, slack, teams, List.of("-XX:ArchiveClassesAtExit=" + classes))
        .close();
    if (!Files.exists(classes)) {
      throw new IllegalStateException("No archive of the classes was written to " + classes);
    }
    return classes;
  }

  static Subject archived(LocalSlack slack, LocalTeams teams, Path classes)
      throws IOException, InterruptedException {
    return start(Kind.INSTEAD, slack, teams, List.of("-XX:SharedArchiveFile=" + classes));
  }

  private static Subject start(Kind kind, LocalSlack slack, LocalTeams teams, List<String> options)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("instead-bench");
    List<String> java = new ArrayList<>(options);
    java.addAll(List.of(
        "-Xms16m",
        "-XX:TieredStopAtLevel=1",
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-Dlogback.configurationFile=logback.xml",
        "-cp"));
    java.addAll(
        kind == Kind.BARE
            ? List.of(
                PROGRAM + File.pathSeparator + Path.of("target", "test-classes"),
                BareBolt.class.getName())
            : List.of(PROGRAM, "dev.instead.Main"));
    DatabaseAddress store = kind == Kind.POSTGRES
        ? PostgresServer.shared().empty()
        : DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db"));
    Map<String, String> settings = new HashMap<>(kind == Kind.TEAMS ? on(teams) : on(slack));
    settings.put("INSTEAD_POLICY", Path.of("config", "policy.yaml").toString());
    settings.put("INSTEAD_DATABASE_URL", store.url());
    store.user().ifPresent(user -> settings.put("INSTEAD_DATABASE_USER", user));
    if (kind == Kind.MEANING) {
      settings.put("INSTEAD_ENCODER", "on");
      settings.put("INSTEAD_METRICS_TOKEN", METRICS);
    }
    long begun = System.nanoTime();
    BotProcess process = BotProcess.start(
        java, kind == Kind.BARE ? List.of() : List.of("serve"), settings, folder.resolve("log"));
    awaitReady(process.address());
    return new Subject(kind, process, store, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Map<String, String> on(LocalSlack slack) {
    return Map.of(
        "INSTEAD_SLACK_SIGNING_SECRET",
        SECRET,
        "INSTEAD_SLACK_BOT_TOKEN",
        LocalSlack.TOKEN,
        "INSTEAD_SLACK_API_URL",
        slack.apiUrl());
  }

  private static Map<String, String> on(LocalTeams teams) {
    return Map.of(
        "INSTEAD_TEAMS_APP_ID",
        TeamsTenant.APP,
        "INSTEAD_TEAMS_APP_PASSWORD",
        LocalTeams.SECRET,
        "INSTEAD_TEAMS_TENANT_ID",
        TeamsTenant.TENANT,
        "INSTEAD_TEAMS_OPENID_URL",
        teams.openIdUrl(),
        "INSTEAD_TEAMS_LOGIN_URL",
        teams.address(),
        "INSTEAD_TEAMS_SERVICE_HOSTS",
        teams.host());
  }

  URI address() {
    return process.address();
  }

  /** Resident memory now, in MB. */
  long megabytes() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Processor time so far, in milliseconds. */
  Cpu cpu() throws IOException {
    double all = ticks(proc("stat"));
    double courier = 0;
    double machine = 0;
    try (Stream<Path> threads = Files.list(proc("task"))) {
      for (Path thread : threads.toList()) {
        String name = Files.readString(thread.resolve("comm")).strip();
        double used = ticks(thread.resolve("stat"));
        if (name.startsWith("courier") || name.matches("(slack|teams)-lookup.*")) {
          courier += used;
        } else if (name.matches("C[12] Comp.*|G1.*|GC .*|VM .*|Sweeper.*|Service.*|Signal.*")) {
          machine += used;
        }
      }
    }
    return new Cpu(all - courier - machine, courier, machine);
  }

  /** How many claims it stored. */
  long claims() throws SQLException {
    try (Connection connection = store.isPostgres()
            ? PostgresServer.connect(store)
            : DriverManager.getConnection(store.url());
        Statement sql = connection.createStatement();
        ResultSet count = sql.executeQuery("SELECT COUNT(*) FROM event WHERE kind = 'claimed'")) {
      count.next();
      return count.getLong(1);
    }
  }

  /** Returns when questions are answered by the sentence model too. */
  void awaitModel() throws InterruptedException {
    await(
        HttpRequest.newBuilder(address().resolve("/metrics"))
            .header("Authorization", "Bearer " + METRICS)
            .build(),
        page -> page.lines().anyMatch(line -> line.matches("instead_encoder_ready 1(\\.0)?")));
  }

  @Override
  public void close() {
    process.close();
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  private static double ticks(Path stat) throws IOException {
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * (double) MILLIS_PER_TICK;
  }

  private static void awaitReady(URI address) throws InterruptedException {
    await(HttpRequest.newBuilder(address.resolve("/health/ready")).build(), page -> true);
  }

  private static void await(HttpRequest question, Predicate<String> good)
      throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && good.test(answer.body())) {
          return;
        }
      } catch (IOException notYet) {
        // asked again below
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    throw new IllegalStateException("Not ready within " + READY);
  }
}
