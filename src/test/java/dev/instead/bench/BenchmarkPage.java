package dev.instead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a page. What people wrote below its mark stays when a run writes the rest anew. */
final class BenchmarkPage {
  private static final String MARK = "## What the numbers say";

  private record Turn(List<Double> millis, double rate, Subject.Cpu cpu, int count) {}

  private final Map<Subject.Kind, List<Turn>> paced = new EnumMap<>(Subject.Kind.class);
  private final Map<Subject.Kind, List<Turn>> half = new EnumMap<>(Subject.Kind.class);
  private final Map<Subject.Kind, List<Turn>> unpaced = new EnumMap<>(Subject.Kind.class);
  private final List<String> rest = new ArrayList<>();
  private final List<String> platforms = new ArrayList<>();
  private final List<String> aims = new ArrayList<>();

  /** @param archived with an archive of the program's classes; all sorted */
  void starts(Map<Subject.Kind, double[]> seconds, double[] archived) {
    double[] bare = of(seconds, Subject.Kind.BARE);
    double[] instead = of(seconds, Subject.Kind.INSTEAD);
    row("ready after (median), s", median(bare), median(instead));
    row("ready after (slowest), s", bare[bare.length - 1], instead[instead.length - 1]);
    row("… with an archive of the classes, as in the image (median), s", 0, median(archived));
    aim("ready in under 1.5 s (median, with the archive)", median(archived), 1.5);
  }

  void cards(double[] bare, double[] instead) {
    row("form sent → card in the channel, p50, ms", at(bare, 0.5), at(instead, 0.5));
    row("form sent → card in the channel, p95, ms", at(bare, 0.95), at(instead, 0.95));
    aim("card in the channel within 300 ms (p95)", at(instead, 0.95), 300);
  }

  /** Milliseconds of a thousand requests of which nothing comes, in the order in which they were sent. */
  void checks(double[] slack, double[] teams) {
    beside("the first request of a process that is only checked, ms", slack[0], teams[0]);
    beside(
        "the thousandth (median of the last twenty), ms",
        median(lastTwenty(slack)),
        median(lastTwenty(teams)));
  }

  private static double[] lastTwenty(double[] millis) {
    return Arrays.stream(millis).skip(millis.length - 20L).sorted().toArray();
  }

  void paced(Subject.Kind kind, double[] millis, Subject.Cpu cpu, int count) {
    paced
        .computeIfAbsent(kind, k -> new ArrayList<>())
        .add(new Turn(Arrays.stream(millis).boxed().toList(), 0, cpu, count));
  }

  /** The highest rate that a subject has shown so far, a second. */
  double rate(Subject.Kind kind) {
    return rate(of(unpaced, kind));
  }

  void half(Subject.Kind kind, double[] millis) {
    half.computeIfAbsent(kind, k -> new ArrayList<>())
        .add(new Turn(
            Arrays.stream(millis).boxed().toList(), 0, new Subject.Cpu(0, 0, 0), millis.length));
  }

  void unpaced(Subject.Kind kind, double rate, Subject.Cpu cpu, int count) {
    unpaced
        .computeIfAbsent(kind, k -> new ArrayList<>())
        .add(new Turn(List.of(), rate, cpu, count));
  }

  /** Resident megabytes after the start and after {@code count} requests. */
  void memory(int count, Map<Subject.Kind, long[]> megabytes) {
    long[] bare = of(megabytes, Subject.Kind.BARE);
    long[] instead = of(megabytes, Subject.Kind.INSTEAD);
    row("resident after the start, MB", (double) bare[0], (double) instead[0]);
    row(
        String.format(Locale.ROOT, "resident after %,d requests, MB", count),
        (double) bare[1],
        (double) instead[1]);
    aim(
        String.format(Locale.ROOT, "under 200 MB resident after %,d reports, with -Xmx128m", count),
        (double) instead[1],
        200);
  }

  private void requests() {
    List<Turn> bare = of(paced, Subject.Kind.BARE);
    List<Turn> instead = of(paced, Subject.Kind.INSTEAD);
    row("p50 at 50 a second, ms", quantile(bare, 0.5), quantile(instead, 0.5));
    row("p99 at 50 a second, ms", quantile(bare, 0.99), quantile(instead, 0.99));
    cpu("at 50 a second", bare, instead);
    List<Turn> bareFast = of(unpaced, Subject.Kind.BARE);
    List<Turn> fast = of(unpaced, Subject.Kind.INSTEAD);
    row("highest rate over 8 connections, a second", rate(bareFast), rate(fast));
    cpu("at the highest rate", bareFast, fast);
    atLeast("2,500 stored reports a second", rate(fast), 2500);
    aim(
        "a stored report costs at most 1.2 × the processor time of the bare acknowledgement (at the highest rate, all threads)",
        all(fast) / all(bareFast),
        1.2);
    List<Turn> bareHalf = of(half, Subject.Kind.BARE);
    List<Turn> insteadHalf = of(half, Subject.Kind.INSTEAD);
    row(
        "p50 at half of Instead's highest rate, ms",
        quantile(bareHalf, 0.5),
        quantile(insteadHalf, 0.5));
    row(
        "p99 at half of Instead's highest rate, ms",
        quantile(bareHalf, 0.99),
        quantile(insteadHalf, 0.99));
    aim("p99 under 25 ms at half of the highest rate", quantile(insteadHalf, 0.99), 25);
  }

  private void onTeams() {
    List<Turn> slack = of(paced, Subject.Kind.INSTEAD);
    List<Turn> teams = of(paced, Subject.Kind.TEAMS);
    beside("p50 at 50 a second, ms", quantile(slack, 0.5), quantile(teams, 0.5));
    beside("p99 at 50 a second, ms", quantile(slack, 0.99), quantile(teams, 0.99));
    besideCpu("at 50 a second", slack, teams);
    List<Turn> slackFast = of(unpaced, Subject.Kind.INSTEAD);
    List<Turn> teamsFast = of(unpaced, Subject.Kind.TEAMS);
    beside("highest rate over 8 connections, a second", rate(slackFast), rate(teamsFast));
    besideCpu("at the highest rate", slackFast, teamsFast);
    aim(
        "a stored report on Teams costs at most 1.3 × the processor time of one on Slack (at the highest rate, all threads)",
        all(teamsFast) / all(slackFast),
        1.3);
  }

  private void besideCpu(String when, List<Turn> slack, List<Turn> teams) {
    beside("processor time " + when + ", ms a report, all threads", all(slack), all(teams));
    beside("… of it answering and storing", answering(slack), answering(teams));
    beside("… of it the courier", courier(slack), courier(teams));
    beside("… of it compiling and collecting", machine(slack), machine(teams));
  }

  private void beside(String what, double slack, double teams) {
    platforms.add(line(what, slack, teams));
  }

  private void cpu(String when, List<Turn> bare, List<Turn> instead) {
    row("processor time " + when + ", ms a request, all threads", all(bare), all(instead));
    row("… of it answering and storing", answering(bare), answering(instead));
    row("… of it the courier", courier(bare), courier(instead));
    row("… of it compiling and collecting", machine(bare), machine(instead));
  }

  void write(Path file) throws IOException {
    requests();
    onTeams();
    String before = Files.exists(file) ? Files.readString(file) : "";
    int mark = before.indexOf(MARK);
    String said = mark < 0 ? MARK + "\n" : before.substring(mark);
    Files.writeString(file, text() + "\n" + said);
  }

  private String text() {
    return """
        # Benchmarks

        Written by `mvn verify -Pbench`. %s

        Each number stands beside a bare Bolt handler that only acknowledges: the same Jetty, the same Bolt settings, the same signature
        filter before it, the same `-Xmx128m` and the Dockerfile's options
        (`-Xms16m -XX:+UseSerialGC -XX:TieredStopAtLevel=1`), without the sentence model (`docs/answers.md` says what that costs), the same requests (signed `/report` commands, each about another post). The servers are
        processes of their own and take turns in the same run; the load generator and the local Slack and Teams share a process of their own, whose processor
        time is not counted. Bare Bolt's "card" is one plain line, posted after its acknowledgement; it has no form, so a command takes the
        form's place.

        | what | bare Bolt | Instead | ratio |
        |---|---|---|---|
        %s

        The same reports on Teams, by the dialog of the message extension, beside those by command on Slack: two processes of Instead in the same
        run, each with its platform alone. A token is used for a second here, as Teams too sends one several times; in the first two rows each
        request has a new one. What is only checked is Slack's question for the address and, on Teams, that somebody types.

        | what | on Slack | on Teams | ratio |
        |---|---|---|---|
        %s

        | aim | measured | |
        |---|---|---|
        %s
        """.formatted(
            Machine.now(),
            String.join("\n", rest),
            String.join("\n", platforms),
            String.join("\n", aims));
  }

  private void row(String what, double bare, double instead) {
    rest.add(line(what, bare, instead));
  }

  private static String line(String what, double one, double other) {
    String ratio = one > 0 ? Machine.number(other / one) : "";
    return "| %s | %s | %s | %s |"
        .formatted(what, one > 0 ? Machine.number(one) : "", Machine.number(other), ratio);
  }

  private void aim(String aim, double measured, double most) {
    aim(aim, measured, measured <= most);
  }

  private void atLeast(String aim, double measured, double least) {
    aim(aim, measured, measured >= least);
  }

  private void aim(String aim, double measured, boolean met) {
    aims.add(
        "| %s | %s | %s |".formatted(aim, Machine.number(measured), met ? "met" : "**missed**"));
  }

  private static <T> T of(Map<Subject.Kind, T> results, Subject.Kind kind) {
    T found = results.get(kind);
    if (found == null) {
      throw new IllegalStateException("Nothing was measured for " + kind.label);
    }
    return found;
  }

  private static double quantile(List<Turn> turns, double part) {
    double[] all = turns.stream()
        .flatMap(turn -> turn.millis().stream())
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
    return at(all, part);
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static double rate(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::rate).max().orElse(0);
  }

  private static double all(List<Turn> turns) {
    return answering(turns) + courier(turns) + machine(turns);
  }

  private static double answering(List<Turn> turns) {
    return turns.stream()
        .mapToDouble(turn -> turn.cpu().requests() / turn.count())
        .average()
        .orElse(0);
  }

  private static double courier(List<Turn> turns) {
    return turns.stream()
        .mapToDouble(turn -> turn.cpu().courier() / turn.count())
        .average()
        .orElse(0);
  }

  private static double machine(List<Turn> turns) {
    return turns.stream()
        .mapToDouble(turn -> turn.cpu().virtualMachine() / turn.count())
        .average()
        .orElse(0);
  }
}
