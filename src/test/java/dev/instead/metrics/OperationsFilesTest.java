package dev.instead.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.desk.AnswerLog;
import dev.instead.desk.Grounds;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.NoticeSamples;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Queue;
import dev.instead.outbox.Remote;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.RuleId;
import dev.instead.store.WriteWatch;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What operators are given speaks of metrics that exist, and of all of them. */
class OperationsFilesTest {
  private static final Path FOLDER = Path.of("docs/operations");
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final Pattern METRIC = Pattern.compile("\\b(?:instead|jvm|process)_[a-z_]+");

  private final Scrape full = Scrape.of(scrapeOfEverything());

  @Test
  void alerts_are_rules_of_prometheus_about_metrics_that_exist_and_say_what_to_do()
      throws IOException {
    List<JsonNode> rules = rules();

    assertTrue(rules.size() >= 10, "only " + rules.size() + " alerts");
    for (JsonNode rule : rules) {
      String name = rule.required("alert").asText();
      assertTrue(name.matches("Instead[A-Za-z]+"), name);
      assertExist(name, rule.required("expr").asText());
      assertTrue(rule.required("for").asText().matches("[0-9]+[smhd]"), name);
      JsonNode told = rule.required("annotations");
      assertTrue(told.required("summary").asText().length() > 20, name);
      assertTrue(told.required("what_to_do").asText().length() > 40, name);
      String severity = rule.required("labels").required("severity").asText();
      assertTrue(Set.of("page", "ticket").contains(severity), name);
    }
    assertEquals(
        rules.size(), rules.stream().map(rule -> rule.path("alert")).distinct().count());
  }

  /** In a crisis receipts by direct message wait for 40 minutes on purpose (docs/benchmarks.md). */
  @Test
  void messages_are_late_only_when_they_hurry_and_a_503_is_overload_and_no_fault()
      throws IOException {
    assertTrue(expression("InsteadMessagesLate")
        .contains("instead_backlog_oldest_seconds{hurry=\"yes\"} > 300"));
    assertTrue(expression("InsteadRequestsFail").contains("status!=\"503\""));
    assertTrue(expression("InsteadOverloaded").contains("status=\"503\""));
  }

  private static String expression(String alert) throws IOException {
    return rules().stream()
        .filter(rule -> rule.path("alert").asText().equals(alert))
        .findFirst()
        .orElseThrow()
        .path("expr")
        .asText();
  }

  @Test
  void the_dashboard_shows_metrics_that_exist() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(FOLDER.resolve("grafana.json").toFile());

    List<String> shown = new ArrayList<>();
    for (JsonNode panel : dashboard.required("panels")) {
      assertFalse(panel.required("title").asText().isBlank());
      for (JsonNode target : panel.path("targets")) {
        assertExist(panel.path("title").asText(), target.required("expr").asText());
        shown.add(target.path("expr").asText());
      }
    }
    assertTrue(shown.size() >= 15, shown.toString());
  }

  @Test
  void the_page_of_metrics_names_each_and_no_other() throws IOException {
    Path page = FOLDER.resolve("metrics.md");
    String text = Files.readString(page);
    int from = text.indexOf("| metric |");
    int to = text.indexOf("\n\n", from) + 1;
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(page, text.substring(0, from) + table() + text.substring(to));
      return;
    }

    assertEquals(table(), text.substring(from, to), "-Dgolden=write rewrites the table");
  }

  private String table() {
    StringBuilder table = new StringBuilder("| metric | labels | meaning |\n|---|---|---|\n");
    full.help().forEach((name, help) -> {
      if (name.startsWith("instead_")) {
        table.append("| `%s` | %s | %s |\n".formatted(name, labels(name), help));
      }
    });
    return table.toString();
  }

  private String labels(String name) {
    Set<String> labels = new TreeSet<>();
    full.samples().stream()
        .filter(sample -> sample.name().equals(name) || sample.name().equals(name + "_count"))
        .forEach(sample -> labels.addAll(sample.labels().keySet()));
    return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
  }

  private void assertExist(String where, String expression) {
    Matcher named = METRIC.matcher(expression);
    assertTrue(named.find(), where + " is about no metric of ours: " + expression);
    named.reset();
    while (named.find()) {
      assertTrue(full.names().contains(named.group()), where + ": there is no " + named.group());
    }
  }

  private static List<JsonNode> rules() throws IOException {
    Object file = new Load(LoadSettings.builder().build())
        .loadFromString(Files.readString(FOLDER.resolve("alerts.yml")));
    JsonNode read = new ObjectMapper().valueToTree(file);
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : read.required("groups")) {
      group.required("rules").forEach(rules::add);
    }
    return rules;
  }

  /** After a bit of everything that can be counted. */
  private static String scrapeOfEverything() {
    PrometheusRegistry registry = new PrometheusRegistry();
    Measures measures = new Measures(registry);
    measures.traffic().answered("/slack/events", 200, Duration.ofMillis(12));
    measures.calls(Platform.SLACK).called("chat.update", 429, Duration.ofMillis(80));
    measures.writes().wrote(WriteWatch.End.FAILED, Duration.ofSeconds(2));
    measures.happened("opened");
    measures.limited(Notice.Slower.Often.QUESTIONS);
    Grounds grounds = Grounds.chosen(new RuleId("new-store"), "1");
    measures
        .measured((AnswerLog.Shown shown) -> {})
        .keep(new AnswerLog.Shown(AnswerLog.Outcome.ANSWER, grounds, List.of()));
    Notice notice = NoticeSamples.all().get(0).notice();
    measures.measured(List.of(new Refusing())).get(0).post(due(), notice, Locale.ENGLISH);
    try {
      return new String(
          new Readings(registry, OperationsFilesTest::now).text(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Now now() {
    return new Now(
        NOW,
        true,
        Optional.of(new Queue.Backlog(
            new Queue.Waiting(3, Optional.of(NOW.minusSeconds(90))),
            new Queue.Waiting(5_000, Optional.of(NOW.minusSeconds(2400))),
            1)),
        2,
        "2026-11",
        NOW.minusSeconds(3600),
        true,
        Map.of(Notice.Review.State.OVERDUE, 4),
        Optional.of(false),
        Optional.of(NOW.plus(Duration.ofDays(10))),
        Optional.of(new Now.Disk(5, 10)));
  }

  @Test
  void readings_are_what_they_say() {
    assertEquals(90, full.sum("instead_backlog_oldest_seconds", "hurry", "yes"));
    assertEquals(2400, full.sum("instead_backlog_oldest_seconds", "hurry", "no"));
    assertEquals(3, full.sum("instead_backlog_messages", "hurry", "yes"));
    assertEquals(5_000, full.sum("instead_backlog_messages", "hurry", "no"));
    assertEquals(1, full.sum("instead_backlog_given_up_messages"));
    assertEquals(3600, full.sum("instead_policy_age_seconds"));
    assertEquals(1, full.sum("instead_policy_info", "version", "2026-11"));
    assertEquals(1, full.sum("instead_policy_refused"));
    assertEquals(4, full.sum("instead_reviews", "state", "overdue"));
    assertEquals(0, full.sum("instead_encoder_ready"));
    assertEquals(864_000, full.sum("instead_secret_expires_seconds"));
    assertEquals(5, full.sum("instead_disk_free_bytes"));
    assertEquals(1, full.sum("instead_deliveries_total", "kind", "receipt", "outcome", "refused"));
    assertEquals(
        1, full.sum("instead_delivery_seconds_count", "step", "post", "outcome", "refused"));
    assertEquals(
        1,
        full.sum("instead_platform_call_seconds_count", "method", "chat.update", "status", "429"));
    assertEquals(1, full.sum("instead_questions_total", "outcome", "answer", "method", "chosen"));
    assertEquals(1, full.sum("instead_limited_total", "what", "question"));
    assertEquals(0, full.sum("instead_limited_total", "what", "report"));
  }

  private static Due due() {
    return new Due(
        new MessageId("1"),
        MessageKind.RECEIPT,
        Optional.empty(),
        "",
        new Recipient.InPrivate(new Person(Platform.SLACK, "T0", "U0DEWI")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        1,
        0,
        false,
        NOW,
        "");
  }

  /** A platform that takes nothing. */
  private static final class Refusing implements ChatGateway {
    @Override
    public Platform platform() {
      return Platform.SLACK;
    }

    @Override
    public Sent post(Due due, Notice notice, Locale language) {
      return new Sent.Refused("no", "none");
    }

    @Override
    public Sent edit(Due due, Notice notice, Locale language) {
      return new Sent.Delivered(new Remote("C0", "1"));
    }

    @Override
    public boolean looks(Due due) {
      return false;
    }

    @Override
    public Looked find(Due due) {
      return new Looked.CannotLook();
    }
  }
}
