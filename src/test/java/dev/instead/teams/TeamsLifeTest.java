package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.CHANNEL;
import static dev.instead.teams.TeamsOffice.CHAT;
import static dev.instead.teams.TeamsOffice.GENERAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsLifeTest {
  private static final String IN = "composed/inbound/";
  private static final String SERVICE =
      "https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/";

  private final TeamsOffice teams = new TeamsOffice();

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void whoever_writes_can_be_written_to() {
    teams.writes(ALICE, "hi");
    assertEquals(
        Optional.of(new AddressBook.Acquaintance(
            ALICE,
            "29:1aliceAliceAliceAliceAliceAliceAliceAliceAlice",
            "Alice Example",
            Optional.of(Locale.UK),
            SERVICE,
            Optional.of(CHAT),
            true)),
        teams.book.of(ALICE));
  }

  @Test
  void who_is_met_in_a_channel_keeps_their_chat_and_tells_of_the_channel() {
    teams.writes(ALICE, "hi");
    teams.sends(teams.mention(ALICE, "hi"));
    assertEquals(Optional.of(CHAT), known().chat());
    assertTrue(spot(CHANNEL).reachable());
    assertEquals(GENERAL, spot(CHANNEL).team());
  }

  @Test
  void an_installation_is_welcomed_once() {
    teams.sends(teams.fixture(IN + "installationUpdate.add.personal.json"));
    assertEquals(TeamsOffice.summary(new Notice.Help()), teams.said().message().summary());
    teams.sends(teams.fixture(IN + "conversationUpdate.membersAdded.personal.json"));
    teams.sends(teams.fixture(IN + "installationUpdate.add-upgrade.personal.json"));
    assertTrue(teams.whisper.all.isEmpty());
    assertEquals(Optional.of(CHAT), known().chat());
  }

  @Test
  void who_removed_the_app_is_out_of_reach_until_they_are_back() {
    teams.sends(teams.fixture(IN + "installationUpdate.add.personal.json"));
    teams.sends(teams.fixture(IN + "installationUpdate.remove.personal.json"));
    assertFalse(known().reachable());
    teams.sends(teams.mention(ALICE, "hi"));
    assertFalse(known().reachable(), "a mention in a channel brings no chat back");
    teams.sends(teams.fixture(IN + "installationUpdate.add.personal.json"));
    assertTrue(known().reachable());
  }

  @ParameterizedTest
  @CsvSource({"conversationUpdate.membersAdded.botToTeam", "installationUpdate.add.team"})
  void a_team_that_adds_the_bot_makes_its_channels_known(String file) {
    teams.sends(teams.fixture(IN + file + ".json"));
    assertTrue(spot(CHANNEL).reachable());
    assertTrue(spot(GENERAL).reachable());
    assertEquals(SERVICE, spot(CHANNEL).service());
    assertTrue(teams.whisper.all.isEmpty(), "a team is not talked at");
    assertEquals(List.of(spot(GENERAL)), teams.entered, "its other channels are asked for");
  }

  @ParameterizedTest
  @CsvSource({"conversationUpdate.membersRemoved.botFromTeam", "installationUpdate.remove.team"})
  void a_team_that_removes_the_bot_is_left(String file) {
    teams.sends(teams.fixture(IN + "installationUpdate.add.team.json"));
    teams.sends(teams.fixture(IN + file + ".json"));
    assertFalse(spot(CHANNEL).reachable());
    assertFalse(spot(GENERAL).reachable());
    teams.sends(teams.fixture(IN + "installationUpdate.add.team.json"));
    assertTrue(spot(CHANNEL).reachable());
  }

  @Test
  void a_colleague_who_joins_a_team_is_no_installation() {
    teams.sends(teams.fixture(IN + "conversationUpdate.membersAdded.userToTeam.json"));
    assertTrue(teams.whisper.all.isEmpty());
  }

  @Test
  void channels_are_followed() {
    teams.sends(teams.fixture(IN + "conversationUpdate.channelCreated.json"));
    assertEquals("Incidents", spot(CHANNEL).name());
    ObjectNode renamed = teams.fixture(IN + "conversationUpdate.channelRenamed.json");
    ((ObjectNode) renamed.at("/channelData/channel")).put("name", "Conflicts");
    teams.sends(renamed);
    assertEquals("Conflicts", spot(CHANNEL).name());
    teams.sends(teams.fixture(IN + "conversationUpdate.channelDeleted.json"));
    assertFalse(spot(CHANNEL).reachable());
    ObjectNode restored = teams.fixture(IN + "conversationUpdate.channelDeleted.json");
    ((ObjectNode) restored.get("channelData")).put("eventType", "channelRestored");
    teams.sends(restored);
    assertTrue(spot(CHANNEL).reachable());
  }

  @ParameterizedTest
  @CsvSource({"teamDeleted", "teamHardDeleted", "teamArchived"})
  void a_team_that_is_gone_is_left(String event) {
    teams.sends(teams.fixture(IN + "installationUpdate.add.team.json"));
    ObjectNode gone = teams.fixture(IN + "conversationUpdate.teamRenamed.json");
    teams.sends(gone.deepCopy());
    assertTrue(spot(CHANNEL).reachable(), "a new name changes nothing");
    ((ObjectNode) gone.get("channelData")).put("eventType", event);
    teams.sends(gone);
    assertFalse(spot(CHANNEL).reachable());
  }

  @Test
  void an_event_of_no_kind_is_no_trouble() {
    ObjectNode event = teams.fixture(IN + "conversationUpdate.teamRenamed.json");
    ((ObjectNode) event.get("channelData")).remove("eventType");
    assertEquals(Optional.empty(), teams.sends(event.deepCopy()));
    event.remove("channelData");
    assertEquals(Optional.empty(), teams.sends(event));
    ObjectNode update = teams.fixture(IN + "installationUpdate.add.team.json");
    update.remove("action");
    assertEquals(Optional.empty(), teams.sends(update));
  }

  /** The file, and what Teams gets: 202 for what is no invoke, else the invoke's own status. */
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "captured/invoke.adaptiveCard.action.personal.json, 200",
    "captured/message.personal.synthetic.json, 202",
    "captured/outbound.AdaptiveCardActivity.json, 202",
    "captured/outbound.SuggestedActionsActivity.json, 202",
    "captured/signin_failure_invoke_activity.json, 501",
    "composed/inbound/conversationUpdate.channelCreated.json, 202",
    "composed/inbound/conversationUpdate.channelDeleted.json, 202",
    "composed/inbound/conversationUpdate.channelRenamed.json, 202",
    "composed/inbound/conversationUpdate.membersAdded.botToTeam.json, 202",
    "composed/inbound/conversationUpdate.membersAdded.personal.json, 202",
    "composed/inbound/conversationUpdate.membersAdded.userToTeam.json, 202",
    "composed/inbound/conversationUpdate.membersRemoved.botFromTeam.json, 202",
    "composed/inbound/conversationUpdate.teamRenamed.json, 202",
    "composed/inbound/installationUpdate.add-upgrade.personal.json, 202",
    "composed/inbound/installationUpdate.add.personal.json, 202",
    "composed/inbound/installationUpdate.add.team.json, 202",
    "composed/inbound/installationUpdate.remove.personal.json, 202",
    "composed/inbound/installationUpdate.remove.team.json, 202",
    "composed/inbound/invoke.adaptiveCard.action.automaticRefresh.json, 200",
    "composed/inbound/invoke.adaptiveCard.action.manual.channel.json, 200",
    "composed/inbound/invoke.composeExtension.fetchTask.commandBox.json, 200",
    "composed/inbound/invoke.composeExtension.fetchTask.compose.channel.json, 200",
    "composed/inbound/invoke.composeExtension.fetchTask.compose.personal.json, 200",
    "composed/inbound/invoke.composeExtension.fetchTask.message.channel.json, 200",
    "composed/inbound/invoke.composeExtension.fetchTask.message.fromBot.json, 200",
    "composed/inbound/invoke.composeExtension.submitAction.botMessagePreview.edit.json, 200",
    "composed/inbound/invoke.composeExtension.submitAction.botMessagePreview.send.json, 200",
    "composed/inbound/invoke.composeExtension.submitAction.compose.json, 200",
    "composed/inbound/invoke.composeExtension.submitAction.justInTimeInstall.json, 200",
    "composed/inbound/invoke.composeExtension.submitAction.message.json, 200",
    "composed/inbound/invoke.task.fetch.json, 200",
    "composed/inbound/invoke.task.submit.json, 200",
    "composed/inbound/message.channel.mention.newPost.json, 202",
    "composed/inbound/message.channel.mention.reply.json, 202",
    "composed/inbound/message.groupChat.mention.json, 202",
    "composed/inbound/message.personal.actionSubmit.json, 202",
    "composed/inbound/message.personal.injection.json, 202",
    "composed/inbound/message.personal.json, 202",
    "composed/inbound/messageDelete.softDeleteMessage.json, 202",
    "composed/inbound/messageReaction.added.json, 202",
    "composed/inbound/messageUpdate.editMessage.json, 202",
  })
  void each_recorded_activity_gets_its_answer(String file, int status) {
    assertEquals(status, (int)
        teams.sends(teams.fixture(file)).map(InvokeResponse::getStatus).orElse(202));
    assertEquals(0, teams.office.cases.filedBy(ALICE, 10).size(), "none of them is a report");
  }

  @Test
  void no_recorded_activity_is_left_out() throws IOException {
    Set<String> listed = new TreeSet<>(Stream.of(TeamsLifeTest.class.getDeclaredMethods())
        .filter(method -> method.getName().startsWith("each_recorded"))
        .flatMap(method -> Stream.of(method.getAnnotation(CsvSource.class).value()))
        .map(line -> line.split(",", 2)[0])
        .toList());
    Path fixtures = Path.of("src/test/resources/teams");
    try (Stream<Path> files = Files.walk(fixtures)) {
      Set<String> there = files
          .map(file -> fixtures.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.startsWith("captured/") || file.startsWith("composed/inbound/"))
          .filter(file -> file.endsWith(".json"))
          .filter(file -> !file.contains("adversarial.")) // these are turned away at the door
          .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(there, listed);
    }
  }

  @Test
  void kinds_that_nobody_knows_are_no_trouble() {
    for (String type :
        new String[] {"event", "typing", "command", "somethingNew", "endOfConversation"}) {
      assertEquals(
          Optional.empty(),
          teams.sends(teams.fixture(IN + "message.personal.json").put("type", type)),
          type);
    }
    assertTrue(teams.whisper.all.isEmpty());
  }

  @Test
  void an_invoke_that_nobody_knows_is_not_implemented() {
    for (String name :
        new String[] {"composeExtension/query", "fileConsent/invoke", "", "task/fetch2"}) {
      ObjectNode invoke = teams.fixture(IN + "invoke.task.fetch.json").put("name", name);
      assertEquals(501, teams.sends(invoke).orElseThrow().getStatus(), name);
    }
  }

  private AddressBook.Acquaintance known() {
    return teams.book.of(ALICE).orElseThrow();
  }

  private AddressBook.Spot spot(String channel) {
    return teams.book.at(new Channel(Platform.TEAMS, Office.TENANT, channel)).orElseThrow();
  }
}
