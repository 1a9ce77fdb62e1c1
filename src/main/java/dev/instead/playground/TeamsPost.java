package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message on the local Teams as it stands now; an edit makes a new value with the same id.
 *
 * @param conversation a channel's id, without {@code ;messageid=}, or a personal chat's
 * @param id milliseconds since 1970, as Teams names messages
 * @param from the writer's AAD object id, or {@link TeamsTenant#BOT}
 * @param summary what a notification shows of a card
 * @param cards Adaptive Cards, possibly none
 * @param root the id of the thread's first message for a reply in a channel, else null
 * @param seenOnlyBy the one person who sees a targeted message, else null
 */
public record TeamsPost(
    String conversation,
    String id,
    String from,
    String text,
    String summary,
    ArrayNode cards,
    @Nullable String root,
    @Nullable String seenOnlyBy,
    boolean edited) {

  private static final Set<String> READ =
      Set.of("text", "title", "label", "value", "placeholder", "altText", "errorMessage");

  public boolean byBot() {
    return from.equals(TeamsTenant.BOT);
  }

  public boolean isReply() {
    return root != null;
  }

  public boolean isTargeted() {
    return seenOnlyBy != null;
  }

  /** The conversation as activities name it: in a channel with the thread's first message. */
  public String thread() {
    return TeamsTenant.isChat(conversation)
        ? conversation
        : conversation + ";messageid=" + (root == null ? id : root);
  }

  public Instant at() {
    return Instant.ofEpochMilli(Long.parseLong(id));
  }

  /** The first card. */
  public Optional<ObjectNode> card() {
    return cards.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) cards.get(0));
  }

  TeamsPost showing(ObjectNode card) {
    return new TeamsPost(
        conversation, id, from, text, summary, Json.array().add(card), root, seenOnlyBy, edited);
  }

  /** Everything a reader sees, one text a line. What a button sends isn't among it. */
  public String everything() {
    List<String> lines = new ArrayList<>(List.of(text));
    collect(cards, lines);
    return String.join("\n", lines);
  }

  private static void collect(JsonNode node, List<String> lines) {
    node.properties().forEach(field -> {
      if (field.getValue().isTextual() && READ.contains(field.getKey())) {
        lines.add(field.getValue().asText());
      } else if (field.getValue().isContainerNode() && !field.getKey().equals("data")) {
        collect(field.getValue(), lines);
      }
    });
    if (node.isArray()) {
      node.forEach(child -> collectItem(child, lines));
    }
  }

  private static void collectItem(JsonNode item, List<String> lines) {
    if (item.isTextual()) {
      lines.add(item.asText());
    } else {
      collect(item, lines);
    }
  }
}
