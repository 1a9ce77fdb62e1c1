package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** {@code chat.*}: posting, editing and deleting, under Slack's rules. */
final class ChatMethods {
  private static final int LONGEST_POST = 40_000;
  private static final int LONGEST_EDIT = 4_000;
  // Slack has a limit but doesn't publish it; this one is ours, small enough to notice what doesn't
  // belong there.
  private static final int LARGEST_METADATA = 8_000;

  private final SlackWorkspace workspace;
  private final Places places;

  ChatMethods(SlackWorkspace workspace, Places places) {
    this.workspace = workspace;
    this.places = places;
  }

  ObjectNode postMessage(Arguments asked) {
    SlackChannel channel = places.toWriteIn(asked.need("channel"));
    SlackMessage posted = workspace.post(draft(asked, channel).inThread(thread(asked)));
    ObjectNode answer = ok(channel, posted);
    answer.set("message", posted.json(true));
    return answer;
  }

  ObjectNode postEphemeral(Arguments asked) {
    SlackChannel channel = places.toWriteIn(asked.need("channel"));
    String reader = asked.need("user");
    if (!channel.has(reader)) {
      throw new SlackRefusal("user_not_in_channel");
    }
    SlackMessage posted =
        workspace.post(draft(asked, channel).onlyFor(reader).inThread(thread(asked)));
    return Json.object().put("ok", true).put("message_ts", posted.ts());
  }

  ObjectNode update(Arguments asked) {
    SlackChannel channel = places.toChangeIn(asked.need("channel"));
    if (asked.text("text").length() > LONGEST_EDIT) {
      throw new SlackRefusal("msg_too_long");
    }
    SlackMessage old = own(channel, asked.need("ts"), "cant_update_message");
    SlackMessage edited = workspace.edit(old, draft(asked, channel));
    ObjectNode answer = ok(channel, edited).put("text", edited.text());
    answer.set("message", edited.json(true));
    return answer;
  }

  ObjectNode delete(Arguments asked) {
    SlackChannel channel = places.toChangeIn(asked.need("channel"));
    SlackMessage old = own(channel, asked.need("ts"), "cant_delete_message");
    workspace.delete(old);
    return ok(channel, old);
  }

  ObjectNode getPermalink(Arguments asked) {
    SlackChannel channel = places.visible(asked.need("channel"));
    SlackMessage message = lasting(channel, asked.need("message_ts"));
    return Json.object()
        .put("ok", true)
        .put("channel", channel.id())
        .put("permalink", permalink(message));
  }

  static String permalink(SlackMessage message) {
    String link = "https://" + SlackWorkspace.DOMAIN + ".slack.com/archives/" + message.channel()
        + "/p" + message.ts().replace(".", "");
    return message.isReply()
        ? link + "?thread_ts=" + message.thread() + "&cid=" + message.channel()
        : link;
  }

  private static SlackWorkspace.Draft draft(Arguments asked, SlackChannel channel) {
    JsonNode blocks = asked.structured("blocks", "invalid_blocks_format");
    BlockKitCheck.content(asked.text("text"), blocks);
    String text = asked.text("text");
    String cut = text.substring(0, Math.min(text.length(), LONGEST_POST));
    return new SlackWorkspace.Draft(
        channel.id(), SlackWorkspace.BOT_USER, cut, blocks, metadata(asked), null, null);
  }

  private static @Nullable ObjectNode metadata(Arguments asked) {
    JsonNode metadata = asked.structured("metadata", "invalid_metadata_format");
    if (metadata.isMissingNode() || metadata.isNull()) {
      return null;
    }
    if (!metadata.path("event_type").isTextual()
        || !metadata.path("event_payload").isObject()) {
      throw new SlackRefusal("invalid_metadata_format");
    }
    for (JsonNode value : metadata.path("event_payload")) {
      if (value.isObject()) {
        throw new SlackRefusal("invalid_metadata_schema");
      }
    }
    if (Json.bytes(metadata).length > LARGEST_METADATA) {
      throw new SlackRefusal("metadata_too_large");
    }
    return metadata.deepCopy();
  }

  private static @Nullable String thread(Arguments asked) {
    String thread = asked.text("thread_ts");
    return thread.isEmpty() ? null : thread;
  }

  private SlackMessage own(SlackChannel channel, String ts, String otherwise) {
    SlackMessage message = lasting(channel, ts);
    if (!message.byBot()) {
      throw new SlackRefusal(otherwise);
    }
    return message;
  }

  /** Ephemeral messages don't exist for the API. */
  private SlackMessage lasting(SlackChannel channel, String ts) {
    return workspace
        .message(channel.id(), ts)
        .filter(message -> !message.isEphemeral())
        .orElseThrow(() -> new SlackRefusal("message_not_found"));
  }

  private static ObjectNode ok(SlackChannel channel, SlackMessage message) {
    return Json.object().put("ok", true).put("channel", channel.id()).put("ts", message.ts());
  }
}
