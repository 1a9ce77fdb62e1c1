package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender is as good as its likeness to recorded traffic. */
class TeamsShapesTest {
  private static final String DEWI = SampleTenant.DEWI;
  private static final String ANA = SampleTenant.ANA;
  private static final String SOCIAL = SampleTenant.SOCIAL;

  /** What an app put into its own card, what only that recording has, and people mentioned in passing. */
  private static final String NOT_COMPARED =
      "/value/(action/)?data/.*|/delivery_mode|.*/mentions/\\[].*";

  private static final ObjectNode CARD = Cards.of(
      "{'type':'AdaptiveCard','version':'1.5','body':[],'actions':["
          + "{'type':'Action.Execute','id':'take','title':'Take it','verb':'take','data':{}},"
          + "{'type':'Action.Submit','title':'Open','data':{'verb':'open','msteams':{'type':'task/fetch'}}},"
          + "{'type':'Action.Submit','title':'Old','data':{'verb':'old','op':'a','ticketId':'b','comment':'c'}}]}");

  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = LocalTeams.start(tenant);
  private EchoBot bot;
  private TeamsSender sender;

  @BeforeEach
  void start() throws IOException {
    EchoBot echo = new EchoBot();
    bot = echo;
    sender = new TeamsSender(teams, echo::address);
  }

  @AfterEach
  void stop() {
    sender.close();
    bot.close();
    teams.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captured/invoke.adaptiveCard.action.personal",
        "captured/message.personal.synthetic",
        "message.personal",
        "message.personal.actionSubmit",
        "message.channel.mention.newPost",
        "message.channel.mention.reply",
        "messageUpdate.editMessage",
        "messageDelete.softDeleteMessage",
        "messageReaction.added",
        "invoke.adaptiveCard.action.manual.channel",
        "invoke.task.fetch",
        "invoke.task.submit",
        "invoke.composeExtension.fetchTask.compose.personal",
        "invoke.composeExtension.fetchTask.compose.channel",
        "invoke.composeExtension.fetchTask.commandBox",
        "invoke.composeExtension.fetchTask.message.channel",
        "invoke.composeExtension.fetchTask.message.fromBot",
        "invoke.composeExtension.submitAction.compose",
        "invoke.composeExtension.submitAction.message",
        "conversationUpdate.membersAdded.personal",
        "conversationUpdate.membersAdded.botToTeam",
        "conversationUpdate.membersAdded.userToTeam",
        "conversationUpdate.membersRemoved.botFromTeam",
        "conversationUpdate.channelCreated",
        "conversationUpdate.channelRenamed",
        "conversationUpdate.channelDeleted",
        "conversationUpdate.teamRenamed",
        "installationUpdate.add.personal",
        "installationUpdate.add-upgrade.personal",
        "installationUpdate.add.team",
        "installationUpdate.remove.personal",
        "installationUpdate.remove.team"
      })
  void everything_that_is_in_a_recording_is_in_what_the_sender_sends(String name) throws Exception {
    act(name);
    JsonNode recorded = fixture(name.startsWith("captured/") ? name : "composed/inbound/" + name);
    JsonNode sent = bot.all().stream()
        .map(EchoBot.Heard::json)
        .filter(each -> likeness(each).equals(likeness(recorded)))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("Nothing of that kind was sent"));
    Set<String> missing = paths(recorded);
    missing.removeAll(paths(sent));
    missing.removeIf(path -> path.matches(NOT_COMPARED));
    assertEquals(Set.of(), missing);
  }

  private void act(String name) {
    switch (name) {
      case "captured/invoke.adaptiveCard.action.personal" ->
        sender.press(DEWI, card(tenant.known(DEWI).chat()), "take");
      case "captured/message.personal.synthetic", "message.personal" -> sender.say(DEWI, "Hello");
      case "message.personal.actionSubmit" ->
        sender.press(DEWI, card(tenant.known(DEWI).chat()), "old");
      case "message.channel.mention.newPost" -> sender.say(ANA, SOCIAL, "@Instead hello", null);
      case "message.channel.mention.reply" ->
        sender.say(ANA, SOCIAL, "@Instead hello", card(SOCIAL).id());
      case "messageUpdate.editMessage" -> sender.news().rewrite(said(), "Other words");
      case "messageDelete.softDeleteMessage" -> sender.news().withdraw(said());
      case "messageReaction.added" -> sender.news().react(ANA, card(SOCIAL));
      case "invoke.adaptiveCard.action.manual.channel" -> sender.press(ANA, card(SOCIAL), "take");
      case "invoke.task.fetch" -> sender.press(ANA, card(SOCIAL), "open");
      case "invoke.task.submit" -> {
        dialog();
        sender.press(ANA, card(SOCIAL), "open");
        sender.submit(ANA, Map.of());
      }
      case "invoke.composeExtension.fetchTask.compose.personal" ->
        sender.compose(DEWI, tenant.known(DEWI).chat(), "report");
      case "invoke.composeExtension.fetchTask.compose.channel" ->
        sender.compose(DEWI, SOCIAL, "report");
      case "invoke.composeExtension.fetchTask.commandBox" -> sender.commandBox(DEWI, "report");
      case "invoke.composeExtension.fetchTask.message.channel" ->
        sender.onMessage(ANA, channelPost(), "report");
      case "invoke.composeExtension.fetchTask.message.fromBot" ->
        sender.onMessage(ANA, card(SOCIAL), "report");
      case "invoke.composeExtension.submitAction.compose" -> {
        dialog();
        sender.compose(DEWI, SOCIAL, "report");
        sender.submit(DEWI, Map.of());
      }
      case "invoke.composeExtension.submitAction.message" -> {
        dialog();
        sender.onMessage(ANA, channelPost(), "report");
        sender.submit(ANA, Map.of());
      }
      case "conversationUpdate.membersAdded.botToTeam", "installationUpdate.add.team" ->
        sender.news().addToTeam(ANA, SOCIAL);
      case "conversationUpdate.membersAdded.userToTeam" ->
        sender.news().joinTeam(ANA, SampleTenant.BUDI);
      case "conversationUpdate.membersRemoved.botFromTeam", "installationUpdate.remove.team" ->
        sender.news().removeFromTeam(ANA);
      case "conversationUpdate.channelCreated" ->
        sender.news().createChannel(ANA, TeamsChannel.open("19:new@thread.tacv2", "New", ""));
      case "conversationUpdate.channelRenamed" -> sender.news().renameChannel(ANA, SOCIAL, "Care");
      case "conversationUpdate.channelDeleted" -> sender.news().deleteChannel(ANA, SOCIAL);
      case "conversationUpdate.teamRenamed" -> sender.news().renameTeam(ANA, "Meranti");
      case "conversationUpdate.membersAdded.personal", "installationUpdate.add.personal" ->
        sender.news().install(DEWI);
      case "installationUpdate.add-upgrade.personal" -> sender.news().upgrade(DEWI);
      case "installationUpdate.remove.personal" -> sender.news().uninstall(DEWI);
      default -> throw new AssertionError(name);
    }
  }

  private void dialog() {
    bot.answering(
        "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"A\",\"card\":{\"contentType\":"
            + "\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\","
            + "\"body\":[],\"actions\":[{\"type\":\"Action.Submit\",\"title\":\"Send\",\"data\":{}}]}}}}}");
  }

  private TeamsPost card(String conversation) {
    return tenant.post(new TeamsTenant.Draft(
        conversation, TeamsTenant.BOT, "", "A card", Json.array().add(CARD), null, null));
  }

  private TeamsPost said() {
    return tenant.post(TeamsTenant.Draft.text(tenant.known(DEWI).chat(), DEWI, "Some words", null));
  }

  private TeamsPost channelPost() {
    return tenant.post(TeamsTenant.Draft.text(SOCIAL, SampleTenant.BEN, "Look at this", null));
  }

  private static String likeness(JsonNode activity) {
    return activity.path("type").asText()
        + activity.path("name").asText()
        + activity.path("channelData").path("eventType").asText();
  }

  private static JsonNode fixture(String name) throws IOException {
    try (InputStream file = TeamsShapesTest.class.getResourceAsStream("/teams/" + name + ".json")) {
      return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    }
  }

  /** Every field by its way from the top, what stands in lists under {@code []}. */
  private static Set<String> paths(JsonNode node) {
    Set<String> paths = new TreeSet<>();
    collect(node, "", paths);
    return paths;
  }

  private static void collect(JsonNode node, String at, Set<String> paths) {
    node.properties().forEach(field -> {
      paths.add(at + "/" + field.getKey());
      collect(field.getValue(), at + "/" + field.getKey(), paths);
    });
    if (node.isArray()) {
      node.forEach(item -> collect(item, at + "/[]", paths));
    }
  }
}
