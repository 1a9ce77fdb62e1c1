package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.MetricsSettings;
import dev.instead.desk.AnswerLog;
import dev.instead.desk.Grounds;
import dev.instead.metrics.Scrape;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackUser;
import dev.instead.playground.TeamsPerson;
import dev.instead.store.WriteWatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator's Prometheus sees of a working day. */
@Timeout(120)
class MetricsTest {
  private static final String POST = "https://x.com/rudi_drives/status/1790000000000000555";
  private static final String WORDS = "Rudi is furious about a refund";
  private static final Set<String> EVENTS = Set.of("opened", "joined", "claimed", "resolved");

  private static final Set<String> METHODS = Set.of(
      "auth.test",
      "chat.postMessage",
      "chat.update",
      "conversations.history",
      "conversations.replies",
      "usergroups.users.list",
      "users.info",
      "views.open",
      "views.publish",
      "channels",
      "edit",
      "member",
      "members",
      "open",
      "post");

  private static final Set<String> PATHS = Set.of(
      "/slack/events", "/api/messages", "/health/live", "/health/ready", "/metrics", "other");

  private static final Set<String> ENDS =
      Set.of("delivered", "wait", "unreachable", "gone", "refused", "barred", "unknown", "failed");

  private final LiveOffice office =
      new LiveOffice(workspace -> {}, Set.of(Platform.SLACK, Platform.TEAMS));

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_whole_story_is_counted_and_no_label_has_anything_of_people_in_it() throws Exception {
    String number = tellAStory();

    String text = scrape(office.address()).body();
    Scrape seen = Scrape.of(text);

    assertEquals(1, seen.sum("instead_case_events_total", "event", "joined"), text);
    assertEquals(1, seen.sum("instead_case_events_total", "event", "resolved"), text);
    assertTrue(
        seen.sum("instead_request_seconds_count", "path", "/slack/events", "status", "200") >= 4);
    assertTrue(seen.sum("instead_request_seconds_count", "path", "/api/messages") >= 2, text);
    assertEquals(1, seen.sum("instead_request_seconds_count", "path", "other", "status", "404"));
    assertTrue(seen.sum(
            "instead_deliveries_total",
            "platform",
            "slack",
            "kind",
            "team_card",
            "outcome",
            "delivered")
        >= 2);
    assertTrue(
        seen.sum("instead_deliveries_total", "platform", "teams", "kind", "receipt") >= 1, text);
    assertTrue(seen.sum(
            "instead_platform_call_seconds_count",
            "platform",
            "slack",
            "method",
            "chat.postMessage",
            "status",
            "200")
        >= 2);
    assertTrue(
        seen.sum("instead_platform_call_seconds_count", "platform", "teams", "method", "post")
            >= 1);
    assertTrue(seen.sum("instead_store_write_seconds_count", "outcome", "stored") >= 5, text);
    assertTrue(seen.sum("instead_questions_total") >= 1, text);
    assertEquals(1, seen.sum("instead_ready"));
    assertEquals(0, seen.sum("instead_backlog_given_up_messages"));
    assertTrue(seen.sum("instead_disk_free_bytes") > 0, text);
    assertOnlyKnownWords(seen);
    assertNothingOfPeople(text, number);
  }

  @Test
  void who_sends_very_many_at_once_is_counted_but_not_named() throws Exception {
    for (int i = 0; i < 35; i++) {
      office.types("U0DEWI", "/canipost", "may I post about the new store");
    }

    String text = scrape(office.address()).body();
    Scrape seen = Scrape.of(text);
    assertTrue(seen.sum("instead_limited_total", "what", "question") >= 1, text);
    assertEquals(0, seen.sum("instead_limited_total", "what", "report"), text);
    assertNothingOfPeople(text, "S-");
  }

  @Test
  void only_who_knows_the_token_sees_them() throws Exception {
    URI page = office.address().resolve("/metrics");

    assertEquals(200, get(page, "Bearer " + LiveOffice.METRICS_TOKEN).statusCode());
    for (String wrong : List.of(
        "",
        "Bearer",
        "Bearer ",
        "Bearer x" + LiveOffice.METRICS_TOKEN,
        "Basic " + LiveOffice.METRICS_TOKEN)) {
      HttpResponse<String> refused = get(page, wrong);
      assertEquals(401, refused.statusCode(), wrong);
      assertEquals("Not accepted.\n", refused.body());
    }
  }

  @Test
  void a_port_of_their_own_has_nothing_else_and_the_others_have_not_them() throws Exception {
    office.stop();
    MetricsSettings apart = new MetricsSettings(Optional.empty(), Optional.of(0), "127.0.0.1");
    try (Bot bot = Bot.start(office.settings().with(apart), office.clock)) {
      URI own = URI.create("http://127.0.0.1:" + bot.metricsPort());

      assertEquals(200, get(own.resolve("/metrics"), "").statusCode());
      assertEquals(404, get(own.resolve("/slack/events"), "").statusCode());
      assertEquals(404, get(own.resolve("/health/live"), "").statusCode());
      assertEquals(404, get(bot.address().resolve("/metrics"), "").statusCode());
      assertEquals(200, get(bot.address().resolve("/health/ready"), "").statusCode());
    }
  }

  @Test
  void without_a_token_or_a_port_there_are_none() throws Exception {
    office.stop();
    try (Bot bot = Bot.start(office.settings().with(MetricsSettings.OFF), office.clock)) {
      assertEquals(404, get(bot.address().resolve("/metrics"), "").statusCode());
      assertEquals(
          404,
          get(bot.address().resolve("/metrics"), "Bearer " + LiveOffice.METRICS_TOKEN)
              .statusCode());
    }
  }

  private String tellAStory() throws Exception {
    String number = office.reports("U0DEWI", POST + " " + WORDS);
    SlackMessage card = office.card("C0SOCIAL", number);
    office.teams().people.say(SampleTenant.BUDI, "report " + POST + " " + WORDS);
    office.card("C0SOCIAL", number, "2 colleagues reported this");
    office.people.press("U0ANA", card, "case.take");
    SlackMessage claimed = office.card("C0SOCIAL", number, "has been on it");
    office.people.press("U0ANA", claimed, "case.resolve");
    office.window("U0ANA", number);
    office.people.submit(
        "U0ANA", Map.of("choice_field", "solved_offline", "text_field", "Rudi has his money."));
    office.told("U0DEWI", "Rudi has his money.");
    office.types("U0DEWI", "/canipost", "may I post about the new store");
    get(office.address().resolve("/slack/events"), "");
    get(office.address().resolve("/U0DEWI/" + number), "");
    office.eventually("a receipt on Teams", any -> deliveredOnTeams());
    return number;
  }

  private boolean deliveredOnTeams() {
    try {
      return Scrape.of(scrape(office.address()).body())
              .sum("instead_deliveries_total", "platform", "teams", "kind", "receipt")
          >= 1;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void assertOnlyKnownWords(Scrape seen) {
    List<String> strange = new ArrayList<>();
    for (Scrape.Sample sample : seen.samples()) {
      sample.labels().forEach((label, value) -> {
        if (!isKnown(sample.name(), label, value)) {
          strange.add(sample.name() + " has " + label + "=" + value);
        }
      });
    }
    assertEquals(List.of(), strange);
  }

  private boolean isKnown(String name, String label, String value) {
    if (!name.startsWith("instead_")) {
      return value.matches("[A-Za-z0-9 ./()+:,'_-]{1,80}");
    }
    return switch (label) {
      case "le" -> value.matches("[0-9.]+(E-[0-9])?|\\+Inf");
      case "status" -> value.matches("[0-5]?[0-9]{1,2}");
      case "platform" -> Set.of("slack", "teams").contains(value);
      case "path" -> PATHS.contains(value);
      case "method" -> METHODS.contains(value) || methods().contains(value);
      case "event" -> EVENTS.contains(value);
      case "step" -> Set.of("post", "edit", "look").contains(value);
      case "kind" -> codes(MessageKind.values(), MessageKind::code).contains(value);
      case "what" ->
        codes(Notice.Slower.Often.values(), Notice.Slower.Often::code).contains(value);
      case "outcome" -> outcomes().contains(value);
      case "state" ->
        codes(Notice.Review.State.values(), s -> s.name().toLowerCase(Locale.ROOT))
            .contains(value);
      case "hurry" -> Set.of("yes", "no").contains(value);
      case "version" -> LiveOffice.examplePolicy().contains("version: \"" + value + "\"");
      default -> false;
    };
  }

  private static Set<String> methods() {
    return codes(Grounds.Method.values(), Grounds.Method::code);
  }

  private static Set<String> outcomes() {
    return Stream.of(
            ENDS,
            codes(WriteWatch.End.values(), WriteWatch.End::code),
            codes(AnswerLog.Outcome.values(), AnswerLog.Outcome::code))
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  private static <T> Set<String> codes(T[] all, Function<T, String> code) {
    return Arrays.stream(all).map(code).collect(Collectors.toSet());
  }

  private void assertNothingOfPeople(String text, String number) {
    List<String> personal =
        new ArrayList<>(List.of(number, "rudi", "Rudi", "x.com", "refund", "C0SOCIAL", "T0"));
    office.workspace.people().stream().map(SlackUser::id).forEach(personal::add);
    office.teams().tenant.people().stream().map(TeamsPerson::aad).forEach(personal::add);
    personal.forEach(word -> assertFalse(text.contains(word), word + " is in the metrics"));
  }

  private static HttpResponse<String> scrape(URI bot) throws IOException, InterruptedException {
    return get(bot.resolve("/metrics"), "Bearer " + LiveOffice.METRICS_TOKEN);
  }

  private static HttpResponse<String> get(URI page, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(page);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
