package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlaygroundServerTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final AppMenu MENU = AppMenu.fromManifest("""
      {"features":{
        "slash_commands":[{"command":"/report","usage_hint":"[link]","description":"Report a conflict"}],
        "shortcuts":[{"type":"global","callback_id":"report","name":"Report a conflict"},
                     {"type":"message","callback_id":"report_message","name":"Report this message"}]}}
      """);

  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final TeamsTenant tenant = SampleTenant.tenant();
  private final Switch botSwitch = new Switch();
  private final MovableClock productClock = new MovableClock();
  private EchoBot bot;
  private PlaygroundServer server;

  @BeforeEach
  void start() throws IOException {
    EchoBot echo = new EchoBot();
    bot = echo;
    SigningSecret secret = new SigningSecret("local-signing-secret");
    server = new PlaygroundServer(
        new Company(workspace, tenant),
        0,
        echo::address,
        secret,
        new Menus(
            MENU, TeamsMenu.fromManifest(Playground.resource("/manifests/teams/manifest.json"))),
        botSwitch,
        productClock);
  }

  @AfterEach
  void stop() {
    server.close();
    bot.close();
  }

  @Test
  void the_state_has_the_persons_own_conversations_and_no_others() throws Exception {
    JsonNode state = look("state?as=U0DEWI");

    assertEquals("Meranti Motors", state.path("team").path("name").asText());
    assertEquals(
        List.of("C0GENERAL", "C0SHOWROOM", "C0POLICY", "D0DEWI"),
        state.path("conversations").findValuesAsText("id").stream()
            .sorted(this::channelsFirst)
            .toList());
    JsonNode direct = conversation(state, "D0DEWI");
    assertEquals("dm", direct.path("kind").asText());
    assertEquals("Instead", direct.path("name").asText());
    assertEquals("U0INSTEAD", direct.path("with").asText());
    assertEquals(10, state.path("people").size());
    assertEquals("DL", state.path("people").path(0).path("initials").asText());
    assertTrue(state.path("people").path(9).path("guest").asBoolean());
    assertEquals("/report", state.path("commands").path(0).path("command").asText());
    assertEquals(
        "report_message",
        state.path("shortcuts").path("message").path(0).path("callback_id").asText());
    assertTrue(state.path("bot").path("running").asBoolean());
  }

  @Test
  void unread_and_mentions_are_counted_until_they_are_read() throws Exception {
    workspace.post(SlackWorkspace.Draft.text("C0SOCIAL", SlackWorkspace.BOT_USER, "One"));
    workspace.post(
        SlackWorkspace.Draft.text("C0SOCIAL", SlackWorkspace.BOT_USER, "For <!subteam^S0CARE>"));
    JsonNode before = conversation(look("state?as=U0ANA"), "C0SOCIAL");
    act("read", "{'as':'U0ANA','conversation':'C0SOCIAL'}");
    JsonNode after = conversation(look("state?as=U0ANA"), "C0SOCIAL");

    assertEquals(2, before.path("unread").asInt());
    assertEquals(1, before.path("mentions").asInt());
    assertEquals(0, after.path("unread").asInt());
  }

  @Test
  void messages_come_without_replies_and_without_what_others_see_alone() throws Exception {
    SlackMessage root =
        workspace.post(SlackWorkspace.Draft.text("C0SOCIAL", SlackWorkspace.BOT_USER, "Root"));
    workspace.post(SlackWorkspace.Draft.text("C0SOCIAL", "U0BEN", "Reply").inThread(root.ts()));
    workspace.post(
        SlackWorkspace.Draft.text("C0SOCIAL", SlackWorkspace.BOT_USER, "Psst").onlyFor("U0BEN"));
    JsonNode anas = look("messages?as=U0ANA&conversation=C0SOCIAL").path("messages");
    JsonNode bens = look("messages?as=U0BEN&conversation=C0SOCIAL").path("messages");
    JsonNode thread =
        look("thread?as=U0ANA&conversation=C0SOCIAL&ts=" + root.ts()).path("messages");

    assertEquals(List.of("Root"), anas.findValuesAsText("text"));
    assertEquals(1, anas.path(0).path("reply_count").asInt());
    assertEquals(List.of("Root", "Psst"), bens.findValuesAsText("text"));
    assertTrue(bens.path(1).path("ephemeral").asBoolean());
    assertEquals(List.of("Root", "Reply"), thread.findValuesAsText("text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages?as=U0DEWI&conversation=C0SOCIAL",
        "messages?as=U0DEWI&conversation=D0ANA",
        "state?as=U0NOBODY",
        "state?as=U0INSTEAD",
        "elsewhere?as=U0DEWI"
      })
  void what_a_person_may_not_see_is_not_there(String path) throws Exception {
    assertEquals(404, Client.get(server.address() + "/ui/" + path).statusCode());
  }

  @Test
  void a_command_goes_to_the_bot_and_its_answer_to_the_person() throws Exception {
    bot.answering("{\"text\":\"Thanks\"}");
    assertTrue(
        act("say", "{'as':'U0DEWI','conversation':'C0SHOWROOM','text':'/report a < b @Ana Wijaya'}")
            .path("ok")
            .asBoolean());
    assertEquals("a &lt; b <@U0ANA>", bot.next().form().path("text").asText());
    assertEquals("Thanks", workspace.ephemeralsFor("U0DEWI").get(0).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say | {'as':'U0DEWI','conversation':'C0SHOWROOM','text':'/nosuch'} | not a command",
        "say | {'as':'U0DEWI','conversation':'C0SHOWROOM','text':'/report','thread_ts':'1.1'} | in threads",
        "say | {'as':'U0DEWI','conversation':'C0SHOWROOM','text':'  '} | nothing to send",
        "say | {'as':'U0DEWI','conversation':'C0SOCIAL','text':'Hi'} | not in that conversation",
        "shortcut | {'as':'U0DEWI','callback_id':'nosuch'} | no such shortcut",
        "submit | {'as':'U0DEWI','view_id':'V1','values':{}} | window has closed",
        "troubles | {'slow_ms':-1} | whole number",
        "troubles | {'archive':'C0NOWHERE'} | no such channel",
        "bot | {'do':'dance'} | started, stopped or killed",
        "nosuch | {} | There is no /ui/nosuch",
        "say | [] | not JSON"
      })
  void what_cannot_be_done_gets_a_sentence(String name, String body, String sentence)
      throws Exception {
    JsonNode answer = act(name, body);
    assertFalse(answer.path("ok").asBoolean());
    assertTrue(answer.path("error").asText().contains(sentence), answer::toString);
  }

  @Test
  void a_stopped_bot_is_named_in_the_error() throws Exception {
    bot.close();
    act("bot", "{'do':'stop'}");
    JsonNode answer =
        act("command", "{'as':'U0DEWI','conversation':'C0SHOWROOM','command':'/report','text':''}");
    assertEquals(
        "Instead isn't running. Slack shows: operation_timeout",
        answer.path("error").asText());
    assertFalse(look("state?as=U0DEWI").path("bot").path("running").asBoolean());
  }

  @Test
  void words_become_events_with_links_and_mentions_as_slack_writes_them() throws Exception {
    act("say", "{'as':'U0DEWI','conversation':'D0DEWI','text':'May I? https://x.com/a'}");
    assertEquals(
        "May I? <https://x.com/a>", bot.next().json().path("event").path("text").asText());
    act("say", "{'as':'U0DEWI','conversation':'C0SHOWROOM','text':'@Instead may I'}");
    assertEquals(
        "<@U0INSTEAD> may I", bot.next().json().path("event").path("text").asText());
  }

  @Test
  void a_button_of_a_card_reaches_the_bot_with_its_value() throws Exception {
    SlackMessage card = workspace.post(card());
    String where = "{'type':'message','conversation':'C0SOCIAL','ts':'" + card.ts() + "'}";
    String press = "{'as':'U0ANA','container':" + where
        + ",'block_id':'card','action':{'type':'button','action_id':'claim'},'state':{'values':{}}}";
    assertTrue(act("action", press).path("ok").asBoolean());
    assertEquals(
        "S-7KQ2", bot.next().json().path("actions").path(0).path("value").asText());
    assertTrue(
        act("action", press.replace("claim", "gone")).path("error").asText().contains("changed"));
  }

  @Test
  void a_form_with_an_empty_required_field_never_leaves_the_page() throws Exception {
    openForm();
    JsonNode top = look("modal?as=U0DEWI");
    String id = top.path("view").path("id").asText();
    JsonNode empty = act("submit", "{'as':'U0DEWI','view_id':'" + id + "','values':{}}");

    assertEquals(1, top.path("depth").asInt());
    assertEquals(
        "Please complete this required field.",
        empty.path("errors").path("link").asText());
    assertTrue(bot.all().isEmpty());
  }

  @Test
  void the_bots_errors_come_back_beside_the_fields() throws Exception {
    openForm();
    String id = look("modal?as=U0DEWI").path("view").path("id").asText();
    bot.answering(
        "{\"response_action\":\"errors\",\"errors\":{\"link\":\"That address is private.\"}}");
    String submit = "{'as':'U0DEWI','view_id':'" + id
        + "','values':{'link':{'value':{'type':'plain_text_input','value':'http://10.0.0.1'}}}}";
    JsonNode answer = act("submit", submit);

    assertEquals("That address is private.", answer.path("errors").path("link").asText());
    assertEquals(
        "That address is private.",
        look("modal?as=U0DEWI").path("errors").path("link").asText());
    bot.answering("");
    assertTrue(act("submit", submit).path("ok").asBoolean());
    assertTrue(look("modal?as=U0DEWI").path("view").isNull());
  }

  @Test
  void closing_a_modal_takes_it_away() throws Exception {
    openForm();
    String id = look("modal?as=U0DEWI").path("view").path("id").asText();
    assertTrue(act("close", "{'as':'U0DEWI','view_id':'" + id + "'}").path("ok").asBoolean());
    assertEquals(0, workspace.views().depth("U0DEWI"));
  }

  @Test
  void opening_the_home_tells_the_bot_once_however_often_pages_refresh() throws Exception {
    assertTrue(look("home?as=U0DEWI").path("view").isNull());
    assertEquals("app_home_opened", bot.next().json().path("event").path("type").asText());
    look("home?as=U0DEWI");
    look("home?as=U0DEWI&refresh=1");
    act("say", "{'as':'U0DEWI','conversation':'D0DEWI','text':'next'}");
    assertEquals("message", bot.next().json().path("event").path("type").asText());
  }

  @Test
  void troubles_are_set_and_shown() throws Exception {
    act(
        "troubles",
        "{'slow_ms':250,'rate_limit':3,'rate_limit_seconds':9,'drop_after_accept':2,'deliver_twice':true}");
    act("troubles", "{'archive':'C0SOCIAL','remove_bot':'C0PRESS','clock_advance_s':3600}");
    JsonNode troubles = look("state?as=U0DEWI").path("troubles");

    assertEquals(250, troubles.path("slow_ms").asInt());
    assertEquals(3, troubles.path("rate_limit").asInt());
    assertEquals(2, troubles.path("drop_after_accept").asInt());
    assertTrue(troubles.path("deliver_twice").asBoolean());
    assertEquals(3600, troubles.path("clock_offset_s").asInt());
    assertEquals("C0SOCIAL", troubles.path("channel_archived").path(0).asText());
    assertEquals("C0PRESS", troubles.path("bot_removed").path(0).asText());
  }

  @Test
  void an_open_page_hears_of_a_new_message() throws Exception {
    HttpURLConnection stream =
        (HttpURLConnection) URI.create(server.address() + "/ui/events").toURL().openConnection();
    stream.setReadTimeout((int) SOON.toMillis());
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("event: ping", lineStarting(lines, "event:"));
      workspace.post(SlackWorkspace.Draft.text("C0SOCIAL", "U0ANA", "Hello"));
      assertEquals("event: changed", lineStarting(lines, "event:"));
      String data = lineStarting(lines, "data:").substring("data: ".length());
      JsonNode change = Json.read(data).orElseThrow();
      assertEquals("C0SOCIAL", change.path("conversations").path(0).asText());
      assertEquals("message", change.path("kind").asText());
      assertEquals("slack", change.path("platform").asText());
      assertEquals(workspace.revision(), change.path("revision").asLong());

      tenant.post(TeamsTenant.Draft.text(SampleTenant.SOCIAL, SampleTenant.ANA, "Hello", null));
      assertEquals("event: changed", lineStarting(lines, "event:"));
      String told = lineStarting(lines, "data:").substring("data: ".length());
      JsonNode onTeams = Json.read(told).orElseThrow();
      assertEquals("teams", onTeams.path("platform").asText());
      assertEquals(SampleTenant.SOCIAL, onTeams.path("conversations").path(0).asText());
    }
  }

  @Test
  void the_page_comes_with_its_type_and_a_strict_policy() throws Exception {
    HttpResponse<String> css = Client.get(server.address() + "/sample-for-tests.css");
    assertEquals(200, css.statusCode());
    assertEquals("text/css; charset=utf-8", header(css, "content-type").toLowerCase(Locale.ROOT));
    assertEquals("no-store", header(css, "cache-control"));
    assertTrue(header(css, "content-security-policy").startsWith("default-src 'self';"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nosuch.css",
        "/..%2fpackage-info.class",
        "/unlisted-for-tests.txt",
        "//etc/passwd",
        "/%2e%2e/a.css"
      })
  void nothing_but_the_pages_own_files_is_served(String path) throws Exception {
    assertTrue(Client.get(server.address() + path).statusCode() >= 400);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:4100, 200",
    "localhost, 200",
    "[::1]:80, 200",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example:80, 403"
  })
  void only_this_machines_own_names_are_let_in(String host, int status) throws Exception {
    assertEquals(status, rawStatus("GET /ui/state?as=U0DEWI HTTP/1.1\r\nHost: " + host + "\r\n"));
  }

  @Test
  void other_pages_and_plain_forms_cannot_act() throws Exception {
    assertEquals(403, post("application/json", "http://evil.example"));
    assertEquals(415, post("text/plain", server.address()));
    assertEquals(200, post("application/json", server.address()));
  }

  private int post(String type, String origin) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/ui/read"))
        .header("Content-Type", type)
        .header("Origin", origin)
        .POST(
            HttpRequest.BodyPublishers.ofString("{\"as\":\"U0DEWI\",\"conversation\":\"D0DEWI\"}"))
        .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** The JDK's client refuses to send a Host header of one's own, so this speaks HTTP by hand. */
  private int rawStatus(String head) throws IOException {
    int port = URI.create(server.address()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) SOON.toMillis());
      OutputStream out = socket.getOutputStream();
      out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      BufferedReader in = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(in.readLine().split(" ", 3)[1]);
    }
  }

  private static String lineStarting(BufferedReader lines, String start) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(start)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new AssertionError("The stream ended before a line with " + start);
    }
    return line;
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private JsonNode look(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = Client.get(server.address() + "/ui/" + path);
    assertEquals(200, response.statusCode());
    return Client.body(response);
  }

  private JsonNode act(String name, String json) throws IOException, InterruptedException {
    return Client.body(Client.post(server.address() + "/ui/" + name, json.replace('\'', '"')));
  }

  private static JsonNode conversation(JsonNode state, String id) {
    for (JsonNode each : state.path("conversations")) {
      if (each.path("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("There is no conversation " + id);
  }

  private int channelsFirst(String one, String other) {
    return Character.compare(one.charAt(0), other.charAt(0));
  }

  private void openForm() throws IOException, InterruptedException {
    String view = "{'type':'modal','title':{'type':'plain_text','text':'Report'},"
        + "'submit':{'type':'plain_text','text':'Send'},'blocks':[{'type':'input','block_id':'link',"
        + "'label':{'type':'plain_text','text':'Link'},'element':{'type':'plain_text_input','action_id':'value'}}]}";
    String body = "{'trigger_id':'" + server.slack().trigger("U0DEWI") + "','view':" + view + "}";
    JsonNode answer = new Client(server.slack()).call("views.open", body.replace('\'', '"'));
    assertTrue(answer.path("ok").asBoolean());
  }

  private static SlackWorkspace.Draft card() {
    JsonNode blocks = Json.read("""
            [{"type":"actions","block_id":"card","elements":[{"type":"button","action_id":"claim","value":"S-7KQ2",
              "text":{"type":"plain_text","text":"Take it"}}]}]
            """).orElseThrow();
    return new SlackWorkspace.Draft(
        "C0SOCIAL", SlackWorkspace.BOT_USER, "Card", blocks, null, null, null);
  }

  /** Only remembers how it stands. */
  private static final class Switch implements BotSwitch {
    private volatile boolean on = true;

    @Override
    public boolean running() {
      return on;
    }

    @Override
    public void start() {
      on = true;
    }

    @Override
    public void stop() {
      on = false;
    }

    @Override
    public void kill() {
      on = false;
    }
  }

  private static final class MovableClock implements ProductClock {
    private Duration offset = Duration.ZERO;

    @Override
    public synchronized Instant now() {
      return Instant.now().plus(offset);
    }

    @Override
    public synchronized Duration ahead() {
      return offset;
    }

    @Override
    public synchronized void advance(Duration by) {
      offset = offset.plus(by);
    }
  }
}
