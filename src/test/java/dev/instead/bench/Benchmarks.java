package dev.instead.bench;

import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackSender;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import dev.instead.playground.TeamsTenant;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Compares the program with a bare Bolt handler, turn by turn, and writes {@code docs/benchmarks.md}. This process holds the load generator
 * and the local platforms; the processor time of neither is counted. {@code -Dbench.scale=0.1} makes a short run. With
 * {@code -Dbench.growth=true} it only measures how costs grow with what is stored, with {@code -Dbench.profile=true} only where they come from.
 */
final class Benchmarks {
  private static final double SCALE = Double.parseDouble(System.getProperty("bench.scale", "1"));
  private static final int ROUNDS = 3;
  private static final int STARTS = 5;
  private static final int PER_SECOND = 50;
  private static final int HALF_LOAD_SECONDS = 10;
  private static final int LINES = 8;
  private static final int THOUSAND = 1_000;
  private static final int MOST_CASES = Integer.getInteger("bench.growth.cases", 300_000);

  /** Start and memory are the same on both platforms. */
  private static final List<Subject.Kind> COMPARED =
      List.of(Subject.Kind.BARE, Subject.Kind.INSTEAD);

  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final TeamsTenant tenant = SampleTenant.tenant();
  private final BenchmarkPage page = new BenchmarkPage();

  private Benchmarks() {
    for (int i = 0; i < Reports.PEOPLE; i++) {
      workspace.put(SlackUser.employee("U0BENCH" + i, "Bench " + i, "Employee", "en-US"));
    }
    TeamsReports.meet(tenant);
  }

  public static void main(String[] arguments) throws Exception {
    if (Boolean.getBoolean("bench.growth")) {
      Sections.write(
          pageFile(),
          "As the store grows",
          GrowthBenchmark.section(Math.max(10_000, scaled(MOST_CASES))));
    } else if (Boolean.getBoolean("bench.profile")) {
      Profile.print(scaled(20_000));
    } else {
      new Benchmarks().run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    try (LocalSlack slack = LocalSlack.start(workspace);
        LocalTeams teams = LocalTeams.start(tenant)) {
      starts(slack, teams);
      cards(slack, teams);
      checks(slack, teams);
      requests(slack, teams);
      memory(slack, teams);
      page.write(pageFile());
      Sections.write(
          pageFile(), "Everything that people ask", new SideBySide(slack, teams, SCALE).measured());
    }
    Sections.write(pageFile(), "The small parts", SmallBenchmark.measured());
  }

  // A short run only shows that everything works: its numbers are those of a cold machine.
  private static Path pageFile() {
    return SCALE < 1 ? Path.of("target", "benchmarks.md") : Path.of("docs", "benchmarks.md");
  }

  private void starts(LocalSlack slack, LocalTeams teams) throws IOException, InterruptedException {
    Map<Subject.Kind, double[]> seconds = new EnumMap<>(Subject.Kind.class);
    for (int i = 0; i < STARTS; i++) {
      for (Subject.Kind kind : COMPARED) {
        try (Subject subject = Subject.start(kind, slack, teams)) {
          seconds.computeIfAbsent(kind, k -> new double[STARTS])[i] =
              subject.untilReady.toNanos() / 1e9;
        }
      }
    }
    double[] archived = new double[STARTS];
    Path classes = Subject.archive(slack, teams);
    for (int i = 0; i < STARTS; i++) {
      try (Subject subject = Subject.archived(slack, teams, classes)) {
        archived[i] = subject.untilReady.toNanos() / 1e9;
      }
    }
    seconds.values().forEach(Arrays::sort);
    Arrays.sort(archived);
    page.starts(seconds, archived);
  }

  /** About one a second, as the channel's pace wants it. */
  private void cards(LocalSlack slack, LocalTeams teams) throws Exception {
    int count = scaled(40);
    try (Subject bare = Subject.start(Subject.Kind.BARE, slack, teams);
        Subject instead = Subject.start(Subject.Kind.INSTEAD, slack, teams)) {
      SlackReports words = new SlackReports(bare);
      Load load = new Load(words);
      double[] barely = new double[count];
      double[] fully = new double[count];
      try (SlackSender sender =
          new SlackSender(slack, instead::address, new SigningSecret(Subject.SECRET))) {
        for (int i = -10; i < count; i++) {
          long turn = System.nanoTime();
          String text = "post " + i + "!";
          double one = timeToCard(text, () -> load.send(words.saying(text)));
          String link = "social.example/card/" + i + "x";
          String person = "U0BENCH" + (i + 10) % Reports.PEOPLE;
          sender.command(person, "C0GENERAL", "/report", "");
          double other = timeToCard(
              link,
              () -> sender.submit(
                  person,
                  Map.of(
                      "link_field",
                      "https://" + link,
                      "situation_field",
                      "refund",
                      "text_field",
                      "")));
          if (i >= 0) { // what comes before warms up
            barely[i] = one;
            fully[i] = other;
          }
          long next = turn + Duration.ofSeconds(1).toNanos();
          while (System.nanoTime() < next) {
            LockSupport.parkNanos(next - System.nanoTime());
          }
        }
      }
      Arrays.sort(barely);
      Arrays.sort(fully);
      page.cards(barely, fully);
    }
  }

  private double timeToCard(String text, Asking asking) throws Exception {
    long begun = System.nanoTime();
    long[] seen = new long[1];
    AutoCloseable listening = workspace.listen(change -> {
      if (seen[0] == 0
          && workspace.messagesIn("C0SOCIAL").stream()
              .anyMatch(message -> message.byBot() && message.everything().contains(text))) {
        seen[0] = System.nanoTime();
      }
    });
    try {
      asking.ask();
      if (!workspace.await(here -> seen[0] != 0, Duration.ofSeconds(20))) {
        throw new IllegalStateException("No card came for " + text);
      }
    } finally {
      listening.close();
    }
    return (seen[0] - begun) / 1e6;
  }

  private interface Asking {
    void ask() throws IOException, InterruptedException;
  }

  /** What comes before everything else in a request: is it the platform's? Each first in a fresh process. */
  private void checks(LocalSlack slack, LocalTeams teams) throws Exception {
    try (Subject onSlack = Subject.start(Subject.Kind.INSTEAD, slack, teams);
        Subject onTeams = Subject.start(Subject.Kind.TEAMS, slack, teams)) {
      SlackReports signed = new SlackReports(onSlack);
      TeamsReports tokens = TeamsReports.ofStranger(onTeams, teams);
      page.checks(checked(signed, signed::question), checked(tokens, tokens::typing));
    }
  }

  private static double[] checked(Reports reports, IntFunction<HttpRequest> request)
      throws Exception {
    Load load = new Load(reports);
    double[] millis = new double[THOUSAND];
    for (int i = 0; i < THOUSAND; i++) {
      millis[i] = load.send(request.apply(i));
    }
    return millis;
  }

  private void requests(LocalSlack slack, LocalTeams teams) throws Exception {
    try (Subject bare = Subject.start(Subject.Kind.BARE, slack, teams);
        Subject instead = Subject.start(Subject.Kind.INSTEAD, slack, teams);
        Subject onTeams = Subject.start(Subject.Kind.TEAMS, slack, teams)) {
      Map<Subject, Load> all = new LinkedHashMap<>();
      all.put(bare, new Load(new SlackReports(bare)));
      all.put(instead, new Load(new SlackReports(instead)));
      all.put(onTeams, new Load(new TeamsReports(onTeams, teams)));
      for (Load load : all.values()) {
        load.unpaced(scaled(3000), LINES); // until the compiler has had its say
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<Subject, Load> each : all.entrySet()) {
          paced(each.getKey(), each.getValue());
        }
        for (Map.Entry<Subject, Load> each : all.entrySet()) {
          unpaced(each.getKey(), each.getValue());
        }
      }
      int perSecond = (int) (page.rate(Subject.Kind.INSTEAD) / 2);
      for (Subject subject : List.of(bare, instead)) {
        page.half(
            subject.kind, of(all, subject).paced(scaled(perSecond * HALF_LOAD_SECONDS), perSecond));
      }
    }
  }

  private static Load of(Map<Subject, Load> all, Subject subject) {
    return Objects.requireNonNull(all.get(subject));
  }

  private void paced(Subject subject, Load load) throws Exception {
    int count = scaled(PER_SECOND * 10);
    Subject.Cpu before = subject.cpu();
    double[] millis = load.paced(count, PER_SECOND);
    page.paced(subject.kind, millis, subject.cpu().minus(before), count);
  }

  private void unpaced(Subject subject, Load load) throws Exception {
    int count = scaled(2000);
    Subject.Cpu before = subject.cpu();
    double rate = load.unpaced(count, LINES);
    page.unpaced(subject.kind, rate, subject.cpu().minus(before), count);
  }

  private void memory(LocalSlack slack, LocalTeams teams) throws Exception {
    int count = scaled(10_000);
    Map<Subject.Kind, long[]> megabytes = new EnumMap<>(Subject.Kind.class);
    for (Subject.Kind kind : COMPARED) {
      try (Subject subject = Subject.start(kind, slack, teams)) {
        long fresh = subject.megabytes();
        new Load(new SlackReports(subject)).unpaced(count, LINES);
        megabytes.put(kind, new long[] {fresh, subject.megabytes()});
      }
    }
    page.memory(count, megabytes);
  }

  private static int scaled(int count) {
    return Math.max(1, (int) (count * SCALE));
  }
}
