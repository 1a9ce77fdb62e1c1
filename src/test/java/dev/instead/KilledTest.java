package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.playground.LocalSlack;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import dev.instead.store.Database;
import dev.instead.store.JdbiCases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole bot is killed in the middle of a burst, again and again on one store: what it acknowledged is there, each case has one card,
 * and each card is a true picture of its case. {@code -Dseed=} repeats a run, {@code -Dkill.rounds=} sets how many kills there are.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);
  private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));
  private static final Duration DRAIN = Duration.ofSeconds(60);
  private static final Pattern COLLEAGUES = Pattern.compile("(\\d+) colleagues reported this");

  /** 128 and the number of the signal, as a Java process ends by it. */
  private static final int SIGTERM = 143;

  private static final String WAITING = "state = 'due' AND delivered < wanted";

  @TempDir
  Path folder;

  @Test
  void what_was_acknowledged_survives_every_kill_and_is_shown_once() throws Exception {
    SlackWorkspace workspace = KilledCompany.workspace();
    List<KilledBurst.Acknowledged> acknowledged = new ArrayList<>();
    try (LocalSlack slack = LocalSlack.start(workspace)) {
      Map<String, String> settings = KilledCompany.settings(folder, slack);
      BotProcess bot = serve(settings);
      try {
        for (int round = 1; round <= ROUNDS; round++) {
          long seed = SEED + round - 1;
          KilledBurst burst = new KilledBurst(slack, bot, round, new Random(seed));
          String moment = burst.untilKilled();
          bot = serve(settings);
          System.out.printf(
              "Kill %d of %d (-Dseed=%d -Dkill.rounds=1): %s; %d acknowledged, %d cut off%n",
              round, ROUNDS, seed, moment, burst.acknowledged().size(), burst.cutOff());
          burst.repeatTheLastTo(bot);
          acknowledged.addAll(burst.acknowledged());
          awaitDelivery(workspace);
        }
      } finally {
        bot.close();
      }
    }
    check(workspace, acknowledged);
  }

  /** SIGTERM, as Docker and systemd send it, while reports come in and the courier waits for a slow Slack. */
  @Test
  void a_stop_finishes_the_requests_and_the_messages_that_have_begun() throws Exception {
    SlackWorkspace workspace = KilledCompany.workspace();
    List<KilledBurst.Acknowledged> acknowledged = new ArrayList<>();
    try (LocalSlack slack = LocalSlack.start(workspace)) {
      slack.troubles().answerSlowly(Duration.ofMillis(200));
      Map<String, String> settings = KilledCompany.settings(folder, slack);
      BotProcess bot = serve(settings);
      KilledBurst burst = new KilledBurst(slack, bot, 1, new Random(SEED));
      String moment = burst.untilStopped();
      assertTrue(Set.of(0, SIGTERM).contains(bot.exitCode()), "exit code " + bot.exitCode());
      int answered = burst.acknowledged().size();
      int stored = count("report", "1 = 1") + count("note", "1 = 1");
      assertTrue(
          stored >= answered && stored <= answered + burst.late(),
          stored + " stored, " + answered + " answered, stopped " + moment);
      assertEquals(0, count("message", "lent_until IS NOT NULL"), "sent, and not recorded");
      assertTrue(count("message", WAITING) > 0, "the courier had nothing left to do");

      slack.troubles().none();
      try (BotProcess again = serve(settings)) {
        burst.repeatTheLastTo(again);
        acknowledged.addAll(burst.acknowledged());
        awaitDelivery(workspace);
      }
    }
    check(workspace, acknowledged);
  }

  private BotProcess serve(Map<String, String> settings) {
    return BotProcess.serve(settings, folder.resolve("bot.log"));
  }

  /** Nothing waits any more, and nothing was given up. */
  private void awaitDelivery(SlackWorkspace workspace) throws SQLException {
    Instant deadline = Instant.now().plus(DRAIN);
    while (count("message", WAITING) > 0) {
      assertTrue(
          Instant.now().isBefore(deadline),
          () -> "Messages still wait after " + DRAIN + " (-Dseed=" + SEED + ")");
      workspace.await(any -> false, Duration.ofMillis(50));
    }
    assertEquals(0, count("message", "state = 'given_up'"), "given up (-Dseed=" + SEED + ")");
  }

  private int count(String table, String condition) throws SQLException {
    try (Connection store = DriverManager.getConnection(KilledCompany.database(folder));
        Statement statement = store.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT COUNT(*) FROM " + table + " WHERE " + condition)) {
      return found.getInt(1);
    }
  }

  private void check(SlackWorkspace workspace, List<KilledBurst.Acknowledged> acknowledged) {
    Map<String, List<SlackMessage>> cards = cards(workspace);
    List<String> wrong = new ArrayList<>();
    Set<String> numbers = new TreeSet<>(cards.keySet());
    try (Database database = Database.open(KilledCompany.database(folder))) {
      JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      for (KilledBurst.Acknowledged one : acknowledged) {
        numbers.add(one.number());
        stored(one, cases, wrong);
        told(one, workspace, wrong);
      }
      for (String number : numbers) {
        shown(cases.find(new CaseNumber(number)).orElse(null), number, cards, wrong);
      }
    }
    assertEquals(List.of(), wrong, "-Dseed=" + SEED + " -Dkill.rounds=" + ROUNDS);
    assertTrue(
        acknowledged.size() >= ROUNDS, "no burst was under way: " + acknowledged.size() + " only");
  }

  /** The top messages of all team channels by the number in their title. */
  private static Map<String, List<SlackMessage>> cards(SlackWorkspace workspace) {
    return workspace.channels().stream()
        .filter(channel -> !channel.isDirect())
        .flatMap(channel -> workspace.messagesIn(channel.id()).stream())
        .filter(message -> message.byBot() && !message.isReply())
        .collect(Collectors.groupingBy(
            message -> KilledBurst.number(message.text()).orElse("no number: " + message.text()),
            TreeMap::new,
            Collectors.toList()));
  }

  private static void stored(KilledBurst.Acknowledged one, JdbiCases cases, List<String> wrong) {
    CaseNumber number = new CaseNumber(one.number());
    boolean reported =
        cases.reportBy(number, KilledCompany.person(one.reporter())).isPresent();
    boolean words =
        cases.latestReports(number, 10_000).stream().map(Report::text).anyMatch(one.words()::equals)
            || cases.notes(number).stream().map(Note::text).anyMatch(one.words()::equals);
    if (!reported || !words) {
      wrong.add(one + " was acknowledged and is not in the store");
    }
  }

  private static void told(
      KilledBurst.Acknowledged one, SlackWorkspace workspace, List<String> wrong) {
    boolean receipt = workspace.directMessagesOf(one.reporter()).stream()
        .anyMatch(message -> message.text().contains(one.number()));
    if (!receipt) {
      wrong.add(one + " has no receipt in the direct messages");
    }
  }

  private static void shown(
      @Nullable Case about,
      String number,
      Map<String, List<SlackMessage>> cards,
      List<String> wrong) {
    List<SlackMessage> shown = cards.getOrDefault(number, List.of());
    if (about == null || shown.size() != 1) {
      wrong.add(
          number + (about == null ? " is not stored" : "") + " has " + shown.size() + " cards");
      return;
    }
    String card = shown.get(0).everything();
    Matcher colleagues = COLLEAGUES.matcher(card);
    int counted = colleagues.find() ? Integer.parseInt(colleagues.group(1)) : 1;
    boolean claimed = card.contains("has been on it since");
    if (counted != about.reports() || claimed != (about.stage() instanceof Stage.Claimed)) {
      wrong.add(number + " has " + about.reports() + " reports and is " + about.stage()
          + ", but its card says: " + card);
    }
  }
}
