package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.dialog;
import static dev.instead.teams.TeamsOffice.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the app's manifest offers to people is what the routes know. */
class ManifestCommandsTest {
  private static final Path FOLDER = Path.of("manifests/teams");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TeamsOffice teams = new TeamsOffice();

  @AfterEach
  void close() {
    teams.close();
  }

  static List<String> titles() throws IOException {
    JsonNode lists = manifest().at("/bots/0/commandLists");
    List<String> titles = new ArrayList<>(lists.findValuesAsText("title"));
    read("id.json").properties().stream()
        .filter(text -> text.getKey().matches("bots.*\\.title"))
        .forEach(text -> titles.add(text.getValue().asText()));
    return titles.stream().distinct().toList();
  }

  @Test
  void there_are_commands_in_two_languages() throws IOException {
    assertTrue(titles().containsAll(List.of("report", "lapor", "help", "bantuan")), "" + titles());
  }

  @ParameterizedTest
  @MethodSource("titles")
  void every_command_is_known_in_the_personal_chat(String title) {
    teams.writes(ALICE, title);

    assertTrue(known().contains(teams.said().message().summary()), title + " isn't understood");
  }

  @ParameterizedTest
  @MethodSource("titles")
  void every_command_is_known_in_a_channel(String title) {
    teams.sends(teams.mention(ALICE, title));

    assertTrue(known().contains(teams.said().message().summary()), title + " isn't understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resep rendang", "claim"})
  void what_is_no_command_is_taken_for_a_question(String words) {
    teams.writes(ALICE, words);

    assertFalse(known().contains(teams.said().message().summary()));
  }

  @Test
  void every_command_of_the_extension_opens_its_dialog() throws IOException {
    JsonNode commands = manifest().at("/composeExtensions/0/commands");
    assertEquals(
        List.of(Verbs.REPORT_COMMAND, Verbs.ASK_COMMAND, Verbs.BROWSE_COMMAND),
        commands.findValuesAsText("id"));
    for (JsonNode command : commands) {
      assertTrue(command.path("fetchTask").asBoolean(), "the bot draws the dialog");
      ObjectNode opened =
          teams.fixture("composed/inbound/invoke.composeExtension.fetchTask.commandBox.json");
      ((ObjectNode) opened.get("value")).put("commandId", command.path("id").asText());
      String dialog = dialog(teams.sends(opened)).toString();
      boolean reads = command.path("id").asText().equals(Verbs.BROWSE_COMMAND);
      assertTrue(dialog.contains(reads ? "\"" + Verbs.READ + "\"" : "\"op\""), dialog);
    }
  }

  private Set<String> known() {
    return Set.of(summary(new Notice.Help()), summary(teams.office.desks.homes().home(ALICE)));
  }

  private static JsonNode manifest() throws IOException {
    return read("manifest.json");
  }

  private static JsonNode read(String file) throws IOException {
    return JSON.readTree(Files.readString(FOLDER.resolve(file)));
  }
}
