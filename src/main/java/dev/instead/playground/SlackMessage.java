package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now; an edit makes a new value with the same {@code ts}.
 *
 * @param ts Slack's id of a message within its channel: seconds and microseconds, e.g. {@code 1700000000.000100}
 * @param blocks Block Kit, empty when the message is text alone
 * @param metadata what the app attached, or null
 * @param thread the ts of the thread's first message for a reply, else null
 * @param seenOnlyBy the one person who sees an ephemeral message, else null
 */
public record SlackMessage(
    String channel,
    String ts,
    String user,
    String text,
    ArrayNode blocks,
    @Nullable ObjectNode metadata,
    @Nullable String thread,
    @Nullable String seenOnlyBy,
    boolean edited) {

  public boolean byBot() {
    return user.equals(SlackWorkspace.BOT_USER);
  }

  public boolean isEphemeral() {
    return seenOnlyBy != null;
  }

  public boolean isReply() {
    return thread != null && !thread.equals(ts);
  }

  public Instant at() {
    BigDecimal seconds = new BigDecimal(ts);
    long whole = seconds.longValue();
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole, nanos);
  }

  /** Everything a reader sees: the top text, then every text of the blocks, one a line. */
  public String everything() {
    List<String> lines = new ArrayList<>();
    lines.add(text);
    collect(blocks, lines);
    return String.join("\n", lines);
  }

  /** The first button, menu or input with this action id, wherever it stands. */
  public Optional<JsonNode> element(String actionId) {
    return BlockTree.elements(blocks).stream()
        .filter(found -> Json.text(found.element(), "action_id").equals(actionId))
        .map(BlockTree.Found::element)
        .findFirst();
  }

  /** As {@code conversations.history} and the payloads show it. */
  ObjectNode json(boolean allMetadata) {
    ObjectNode json =
        Json.object().put("type", "message").put("user", user).put("ts", ts).put("text", text);
    json.put("team", SlackWorkspace.TEAM);
    if (byBot()) {
      json.put("bot_id", SlackWorkspace.BOT_ID).put("app_id", SlackWorkspace.APP);
    }
    if (!blocks.isEmpty()) {
      json.set("blocks", blocks.deepCopy());
    }
    if (thread != null) {
      json.put("thread_ts", thread);
    }
    if (edited) {
      json.putObject("edited").put("user", user).put("ts", ts);
    }
    if (metadata != null) {
      json.set("metadata", allMetadata ? metadata.deepCopy() : onlyType(metadata));
    }
    return json;
  }

  private static ObjectNode onlyType(ObjectNode metadata) {
    return Json.object().put("event_type", Json.text(metadata, "event_type"));
  }

  private static void collect(JsonNode node, List<String> lines) {
    if (node.path("text").isTextual()) {
      lines.add(node.path("text").asText());
    }
    node.forEach(child -> collect(child, lines));
  }
}
