package dev.instead.burst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Secret;
import dev.instead.playground.CallLog;
import dev.instead.playground.SlackMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was promised, what is stored and what Slack shows, counted and compared. */
final class Reckoning {
  private static final Pattern NUMBER = Pattern.compile("S-[2-9B-Z]{4,12}");

  /** Apart from posts and edits: whose bot it is, who a reporter is, who belongs to a team. */
  private static final Set<String> METHODS =
      Set.of("auth.test", "chat.postMessage", "chat.update", "users.info", "usergroups.users.list");

  private final Crisis crisis;
  private final Map<Integer, String> numbers = new HashMap<>();

  /** Every report was answered with its receipt, and all of one post with the same number. */
  Reckoning(Crisis crisis, Rush.Answers answers) {
    this.crisis = crisis;
    List<Wave.One> reports = crisis.wave.reports();
    for (int i = 0; i < reports.size(); i++) {
      Rush.Answered answer = answers.reports().get(i);
      assertEquals(200, answer.status(), answer.body());
      Matcher found = NUMBER.matcher(answer.body());
      assertTrue(found.find(), () -> "No number in the receipt: " + answer.body());
      String before = numbers.putIfAbsent(reports.get(i).post(), found.group());
      assertTrue(
          before == null || before.equals(found.group()),
          () -> "A post with two cases: " + before + " and " + found.group());
    }
    answers.questions().forEach(answer -> assertEquals(200, answer.status(), answer.body()));
  }

  String numberOf(int post) {
    return Objects.requireNonNull(numbers.get(post));
  }

  void each_post_has_one_card() {
    Map<String, List<SlackMessage>> cards = crisis.cards();
    assertEquals(new TreeSet<>(numbers.values()), new TreeSet<>(cards.keySet()));
    cards.forEach((number, all) -> assertEquals(1, all.size(), "cards of " + number));
  }

  void each_reporter_was_told_once() {
    for (Wave.One one : crisis.wave.reports()) {
      List<SlackMessage> told = crisis.toldTo(one.person());
      assertEquals(1, told.size(), "messages to reporter " + one.person());
      String words = told.get(0).everything();
      assertTrue(words.contains(numbers.get(one.post())), words);
    }
  }

  /** Each taken call put one message somewhere or changed one; nothing was asked that need not be. */
  void every_call_had_a_reason() {
    CallLog calls = crisis.slack.calls();
    long posts = calls.count("chat.postMessage") - calls.refused("chat.postMessage");
    assertEquals(numbers.size() + crisis.told(), posts, "posts: one for each card and person");
    assertEquals(
        Set.of(),
        calls.counts().keySet().stream()
            .filter(method -> !METHODS.contains(method))
            .collect(Collectors.toSet()));
  }

  /** The bots must have stopped. */
  void every_receipt_is_a_stored_report(DatabaseAddress store) throws SQLException {
    Map<String, Integer> stored = new HashMap<>();
    try (Connection connection = connection(store);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT case_number, COUNT(DISTINCT person) FROM report GROUP BY case_number")) {
      while (row.next()) {
        stored.put(row.getString(1), row.getInt(2));
      }
    }
    Map<String, Integer> promised = new HashMap<>();
    numbers.forEach((post, number) -> promised.put(number, crisis.wave.reportersOf(post)));
    assertEquals(promised, stored);
  }

  private static Connection connection(DatabaseAddress store) throws SQLException {
    return DriverManager.getConnection(
        store.url(),
        store.user().orElse(null),
        store.password().map(Secret::reveal).orElse(null));
  }
}
