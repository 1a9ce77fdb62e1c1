package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What botbuilder would stumble over. */
class ActivitiesTest {
  private static final String MESSAGE = "composed/inbound/message.personal.json";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-09-01T09:15:00Z",
        "2026-09-01T09:15Z",
        "2026-09-01T09:15:00.1Z",
        "2026-09-01T09:15:00.89Z",
        "2026-09-01T09:15:00.123Z",
        "2026-09-01T09:15:00.1234567Z",
        "2026-09-01T09:15:00.123456789Z",
        "2026-09-01T09:15:00.5+07:00",
      })
  void a_time_with_any_fraction_is_read(String time) throws Exception {
    Activity activity = read(tree -> tree.put("timestamp", time).put("localTimestamp", time));

    assertEquals(OffsetDateTime.parse(time), activity.getTimestamp());
    assertEquals(OffsetDateTime.parse(time), activity.getLocalTimestamp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-13-01T00:00:00Z", "1756718100"})
  void a_time_that_cannot_be_read_costs_no_message(String time) throws Exception {
    Activity activity = read(
        tree -> tree.put("timestamp", time).put("localTimestamp", time).put("expiration", time));

    assertNull(activity.getTimestamp());
    assertEquals("reset my VPN token", activity.getText());
  }

  @Test
  void a_time_of_another_kind_costs_no_message() throws Exception {
    assertNull(read(tree -> tree.put("timestamp", 1756718100)).getTimestamp());
    assertNull(read(tree -> tree.putNull("timestamp")).getTimestamp());
  }

  @ParameterizedTest
  @CsvSource({
    "textFormat, rainbow",
    "attachmentLayout, spiral",
    "inputHint, guess",
    "code, unheard-of",
    "importance, extreme",
    "deliveryMode, pigeon",
    "something, new",
  })
  void values_that_botbuilder_does_not_know_cost_no_message(String field, String value)
      throws Exception {
    assertEquals("reset my VPN token", read(tree -> tree.put(field, value)).getText());
  }

  @Test
  void a_sender_may_have_a_role_and_fields_that_botbuilder_does_not_know() throws Exception {
    Activity activity = read(tree ->
        ((ObjectNode) tree.get("from")).put("role", "agenticUser").put("agenticAppId", "1"));

    assertEquals("0a11ce00-0000-4000-8000-000000000001", activity.getFrom().getAadObjectId());
    assertNull(activity.getFrom().getRole());
  }

  @Test
  void a_reaction_may_have_fields_that_botbuilder_does_not_know() throws Exception {
    ObjectNode tree = TeamsEndpoint.fixture("composed/inbound/messageReaction.added.json");
    ((ObjectNode) tree.at("/reactionsAdded/0")).put("skinTone", "medium").putObject("user");

    Activity activity = Activities.of(tree);

    assertEquals("like", activity.getReactionsAdded().get(0).getType());
  }

  @Test
  void what_people_write_arrives_as_they_wrote_it() throws Exception {
    String text = "Zoë \uD83D\uDE42 <at>x</at> \\u0041 \"'\n";
    ObjectNode tree = TeamsEndpoint.fixture(MESSAGE).put("text", text);

    assertEquals(
        text, Activities.of(Activities.tree(tree.toString().getBytes(UTF_8))).getText());
  }

  private static Activity read(Consumer<ObjectNode> change) throws Rejection {
    return Activities.of(Tokens.with(TeamsEndpoint.fixture(MESSAGE), change));
  }
}
