package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code conversations.*}: looking around and reading back, page by page. */
final class ConversationMethods {
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final SlackWorkspace workspace;
  private final Places places;

  ConversationMethods(SlackWorkspace workspace, Places places) {
    this.workspace = workspace;
    this.places = places;
  }

  ObjectNode open(Arguments asked) {
    String channel = asked.text("channel");
    List<String> users = List.of(asked.text("users").split(",", -1));
    if (channel.isEmpty() && users.size() > 1) {
      throw new SlackRefusal("not_supported_here"); // group messages: the product doesn't use them
    }
    SlackChannel direct = channel.isEmpty()
        ? places.directWith(users.get(0), "user_not_found")
        : places.visible(channel);
    ObjectNode answer = ok();
    ObjectNode found = answer.putObject("channel").put("id", direct.id());
    if (asked.flag("return_im")) {
      found.put("is_im", true).put("user", direct.with());
    }
    return answer.put("already_open", true);
  }

  ObjectNode info(Arguments asked) {
    ObjectNode answer = ok();
    answer.set("channel", described(places.visible(asked.need("channel"))));
    return answer;
  }

  ObjectNode list(Arguments asked) {
    String types = asked.text("types").isEmpty() ? "public_channel" : asked.text("types");
    Set<String> wanted = Set.of(types.replace(" ", "").split(",", -1));
    List<SlackChannel> found = workspace.channels().stream()
        .filter(channel -> wanted.contains(type(channel)))
        .filter(channel -> !channel.isPrivate() || channel.has(SlackWorkspace.BOT_USER))
        .filter(channel -> !(asked.flag("exclude_archived") && channel.archived()))
        .toList();
    return page(asked, "channels", found, (list, channel) -> list.add(described(channel)));
  }

  ObjectNode members(Arguments asked) {
    return page(asked, "members", places.visible(asked.need("channel")).members(), ArrayNode::add);
  }

  ObjectNode join(Arguments asked) {
    SlackChannel channel = places.visible(asked.need("channel"));
    if (channel.isPrivate()) {
      throw new SlackRefusal("method_not_supported_for_channel_type");
    }
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    workspace.join(channel.id(), SlackWorkspace.BOT_USER);
    return info(asked);
  }

  ObjectNode history(Arguments asked) {
    SlackChannel channel = places.joined(asked.need("channel"));
    List<SlackMessage> newestFirst = new ArrayList<>(workspace.messagesIn(channel.id()).stream()
        .filter(message -> !message.isReply())
        .filter(message -> between(asked, message))
        .toList());
    Collections.reverse(newestFirst);
    return messages(asked, newestFirst);
  }

  ObjectNode replies(Arguments asked) {
    SlackChannel channel = places.joined(asked.need("channel"));
    String root = asked.need("ts");
    List<SlackMessage> thread = workspace.messagesIn(channel.id()).stream()
        .filter(message -> message.ts().equals(root) || root.equals(message.thread()))
        .toList();
    if (thread.isEmpty()) {
      throw new SlackRefusal("thread_not_found");
    }
    return messages(
        asked,
        thread.stream()
            .filter(message -> message.ts().equals(root) || between(asked, message))
            .toList());
  }

  private static ObjectNode messages(Arguments asked, List<SlackMessage> found) {
    boolean all = asked.flag("include_all_metadata");
    ObjectNode answer =
        page(asked, "messages", found, (list, message) -> list.add(message.json(all)));
    String cursor = Json.text(answer.path("response_metadata"), "next_cursor");
    return answer.put("has_more", !cursor.isEmpty());
  }

  private static boolean between(Arguments asked, SlackMessage message) {
    String oldest = asked.text("oldest");
    String latest = asked.text("latest");
    boolean inclusive = asked.flag("inclusive");
    int reach = inclusive ? 0 : 1;
    return (oldest.isEmpty() || compare(message.ts(), oldest) >= reach)
        && (latest.isEmpty() || compare(message.ts(), latest) <= -reach);
  }

  private static int compare(String ts, String bound) {
    try {
      return Integer.signum(new BigDecimal(ts).compareTo(new BigDecimal(bound)));
    } catch (NumberFormatException e) {
      throw new SlackRefusal("invalid_arguments");
    }
  }

  @FunctionalInterface
  private interface Adder<T> {
    ArrayNode add(ArrayNode list, T value);
  }

  /** The cursor is the number of the next item, which is enough for a workspace that fits in memory. */
  private static <T> ObjectNode page(Arguments asked, String name, List<T> found, Adder<T> adder) {
    int limit = Math.min(Math.max(asked.number("limit", PAGE), 1), LARGEST_PAGE);
    int from = Math.min(cursor(asked), found.size());
    int to = Math.min(from + limit, found.size());
    ObjectNode answer = ok();
    ArrayNode list = answer.putArray(name);
    found.subList(from, to).forEach(value -> adder.add(list, value));
    answer
        .putObject("response_metadata")
        .put("next_cursor", to < found.size() ? Integer.toString(to) : "");
    return answer;
  }

  private static int cursor(Arguments asked) {
    String cursor = asked.text("cursor");
    if (!cursor.matches("\\d{0,9}")) {
      throw new SlackRefusal("invalid_cursor");
    }
    return cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
  }

  private ObjectNode described(SlackChannel channel) {
    ObjectNode json = Json.object().put("id", channel.id());
    json.put("is_channel", !channel.isPrivate())
        .put("is_group", channel.isPrivate() && !channel.isDirect());
    json.put("is_im", channel.isDirect())
        .put("is_mpim", false)
        .put("is_private", channel.isPrivate());
    json.put("is_archived", channel.archived()).put("is_general", channel.name().equals("general"));
    json.put("is_shared", false).put("is_ext_shared", false).put("is_org_shared", false);
    json.put("context_team_id", SlackWorkspace.TEAM);
    if (channel.isDirect()) {
      return json.put("user", channel.with());
    }
    json.put("name", channel.name()).put("name_normalized", channel.name());
    json.put("is_member", channel.has(SlackWorkspace.BOT_USER));
    json.put("num_members", channel.members().size());
    json.putObject("topic").put("value", channel.topic());
    json.putObject("purpose").put("value", "");
    return json;
  }

  private static String type(SlackChannel channel) {
    return channel.isDirect() ? "im" : channel.isPrivate() ? "private_channel" : "public_channel";
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
