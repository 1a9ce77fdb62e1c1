package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of the page's Teams half, over HTTP. */
class TeamsPageTest {
  private static final String DEWI = SampleTenant.DEWI;
  private static final String ANA = SampleTenant.ANA;
  private static final String SOCIAL = SampleTenant.SOCIAL;

  private static final String MANIFEST =
      "{'composeExtensions':[{'commands':[{'id':'report','title':'Report','description':'Tell the team','context':['compose','message']},"
          + "{'id':'ask','title':'Ask','description':'May I?'}]}]}";

  private static final ObjectNode CARD = Cards.of(
      "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.Text','id':'why','label':'Why','isRequired':true,'errorMessage':'Say why'}],"
          + "'actions':[{'type':'Action.Execute','title':'Take it','verb':'case.take','data':{'verb':'case.take','value':'S-7KQ2'}}]}");

  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = new LocalTeams(tenant, Clock.systemUTC(), 0);
  private EchoBot bot;
  private TeamsSender sender;

  @BeforeEach
  void start() throws IOException {
    EchoBot echo = new EchoBot();
    bot = echo;
    sender = new TeamsSender(teams, echo::address);
    TeamsMenu menu = TeamsMenu.fromManifest(MANIFEST.replace('\'', '"'));
    TeamsPageActions actions =
        new TeamsPageActions(tenant, sender, menu, new Running(), Runnable::run);
    TeamsUiServlet servlet = new TeamsUiServlet(
        new TeamsPageView(teams, menu, new Running(), new RealTime()),
        actions,
        new TeamsPanel(teams, sender, actions, Runnable::run));
    teams.context().addServlet(new ServletHolder(servlet), "/ui/teams/*");
    teams.listen();
  }

  @AfterEach
  void stop() {
    sender.close();
    bot.close();
    teams.close();
  }

  @Test
  void a_person_sees_their_chat_first_and_then_only_their_own_channels() throws Exception {
    JsonNode state = get("state", DEWI, "");
    assertEquals("chat", state.path("conversations").path(0).path("kind").asText());
    List<String> names = state.path("conversations").findValuesAsText("name");
    assertTrue(names.contains("General"), names::toString);
    assertFalse(names.contains("Legal"), names::toString);
    assertTrue(state.path("bot").path("installed").asBoolean());
    assertEquals(List.of("report", "ask"), state.path("commands").findValuesAsText("id"));
    assertEquals(
        List.of("compose", "commandBox"),
        List.of(
            state.path("commands").path(1).path("contexts").path(0).asText(),
            state.path("commands").path(1).path("contexts").path(1).asText()));
  }

  @Test
  void what_is_said_stands_at_once_and_the_bot_hears_it() throws Exception {
    String chat = tenant.known(DEWI).chat();
    assertTrue(ok(post("say", asked(DEWI).put("conversation", chat).put("text", "Hello"))));
    assertEquals("Hello", bot.next().json().path("text").asText());
    JsonNode messages = get("messages", DEWI, "conversation=" + chat).path("messages");
    assertEquals("Hello", messages.path(0).path("text").asText());
  }

  @Test
  void a_button_is_pressed_when_its_fields_are_filled_in() throws Exception {
    TeamsPost card = card();
    ObjectNode press = pressing(card);
    JsonNode missing = post("press", press);
    assertEquals("Say why", missing.path("errors").path("why").asText());
    assertTrue(bot.all().isEmpty());

    bot.answering(
        "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Yours\"}");
    press.putObject("inputs").put("why", "because");
    JsonNode pressed = post("press", press);
    assertTrue(ok(pressed));
    assertEquals("Yours", pressed.path("note").path("text").asText());
    assertEquals("Yours", get("screen", ANA, "").path("note").path("text").asText());
    press.put("verb", "another");
    assertFalse(ok(post("press", press)));
    assertEquals(1, bot.all().size());
  }

  @Test
  void a_command_opens_a_dialog_that_is_sent_or_closed() throws Exception {
    bot.answering(
        "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Report\",\"card\":{\"contentType\":"
            + "\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\","
            + "\"body\":[],\"actions\":[{\"type\":\"Action.Submit\",\"title\":\"Send\",\"data\":{\"verb\":\"report.file\"}}]}}}}}");
    ObjectNode command = asked(ANA).put("command", "report").put("context", "compose");
    assertTrue(ok(post("command", command.put("conversation", SOCIAL))));
    assertEquals("Report", get("screen", ANA, "").path("dialog").path("title").asText());
    assertTrue(ok(post("submit", asked(ANA).put("action", 0).put("verb", "report.file"))));
    assertTrue(ok(post("close", asked(ANA))));
    assertTrue(get("screen", ANA, "").path("dialog").isNull());
    assertFalse(ok(post("submit", asked(ANA).put("action", 0))));
    assertFalse(ok(post("command", command.put("context", "commandBox"))));
  }

  @Test
  void nobody_acts_or_looks_where_they_are_not() throws Exception {
    ObjectNode press = pressing(card()).put("as", DEWI);
    assertFalse(ok(post("press", press)));
    assertFalse(ok(post("say", asked(DEWI).put("conversation", SOCIAL).put("text", "x"))));
    assertFalse(ok(get("messages", DEWI, "conversation=" + SOCIAL)));
    assertFalse(ok(get("messages", DEWI, "conversation=" + tenant.known(ANA).chat())));
    assertFalse(ok(get("state", "nobody", "")));
    assertFalse(ok(post("nothing", asked(DEWI))));
    assertTrue(bot.all().isEmpty());
  }

  @Test
  void the_panel_makes_trouble_and_says_which() throws Exception {
    ObjectNode asked = asked(ANA).put("rate_limit", 2).put("bad_gateway", 1);
    asked.put("deliver_twice", true).put("drop_after_accept", 3).put("slow_ms", 5);
    assertTrue(ok(post("troubles", asked)));
    JsonNode troubles = get("state", ANA, "").path("troubles");
    assertEquals(429, troubles.path("refuse_status").asInt());
    assertEquals(2, troubles.path("refuse").asInt());
    assertEquals(1, troubles.path("bad_gateway").asInt());
    assertEquals(3, troubles.path("drop_after_accept").asInt());
    assertTrue(troubles.path("deliver_twice").asBoolean());
    assertFalse(ok(post("troubles", asked(ANA).put("conflict", -1))));
    teams.troubles().none();
    assertTrue(ok(post("troubles", asked(ANA).put("app_in_team", false))));
    assertFalse(tenant.isAppInTeam());
  }

  @Test
  void who_there_is_and_what_is_awkward_is_the_same_for_everybody() throws Exception {
    JsonNode people = get("people", "", "").path("people");
    assertEquals("DL", people.path(0).path("initials").asText());
    assertTrue(people.path(0).path("colour").asText().startsWith("#"));
    JsonNode panel = get("panel", "", "");
    assertTrue(panel.path("bot").path("in_team").asBoolean());
    assertEquals(0, panel.path("troubles").path("clock_offset_s").asInt(-1));
  }

  @ParameterizedTest
  @CsvSource({"install, true", "uninstall, false"})
  void a_person_may_add_the_app_and_remove_it(String what, boolean installed) throws Exception {
    assertTrue(ok(post(what, asked(DEWI))));
    assertEquals(installed, tenant.hasInstalled(DEWI));
  }

  @Test
  void a_thread_and_what_is_unread_are_counted() throws Exception {
    TeamsPost root = card();
    tenant.post(TeamsTenant.Draft.text(SOCIAL, SampleTenant.BEN, "A reply", root.id()));
    JsonNode messages = get("messages", ANA, "conversation=" + SOCIAL).path("messages");
    assertEquals(1, messages.path(0).path("reply_count").asInt());
    JsonNode thread = get("thread", ANA, "conversation=" + SOCIAL + "&id=" + root.id());
    assertEquals(2, thread.path("messages").size());
    assertTrue(ok(post("read", asked(ANA).put("conversation", SOCIAL))));
    assertTrue(tenant.unreadBy(ANA, SOCIAL).isEmpty());
  }

  @Test
  void a_manifest_must_be_json() {
    assertThrows(IllegalArgumentException.class, () -> TeamsMenu.fromManifest("no"));
  }

  private TeamsPost card() {
    return tenant.post(new TeamsTenant.Draft(
        SOCIAL, TeamsTenant.BOT, "", "A case", Json.array().add(CARD), null, null));
  }

  private static ObjectNode pressing(TeamsPost card) {
    return asked(ANA)
        .put("conversation", SOCIAL)
        .put("id", card.id())
        .put("action", 0)
        .put("verb", "case.take");
  }

  private static ObjectNode asked(String as) {
    return Json.object().put("as", as);
  }

  private static boolean ok(JsonNode answer) {
    return answer.path("ok").asBoolean();
  }

  private JsonNode post(String name, ObjectNode body) throws Exception {
    return Client.body(Client.post(teams.address() + "/ui/teams/" + name, Json.write(body)));
  }

  private JsonNode get(String name, String as, String more) throws Exception {
    return Client.body(Client.get(
        teams.address() + "/ui/teams/" + name + "?as=" + as + (more.isEmpty() ? "" : "&" + more)));
  }

  private static final class RealTime implements ProductClock {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public Duration ahead() {
      return Duration.ZERO;
    }

    @Override
    public void advance(Duration by) {}
  }

  private static final class Running implements BotSwitch {
    @Override
    public boolean running() {
      return true;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public void kill() {}
  }
}
