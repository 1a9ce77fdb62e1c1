package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one person sees, as the page's JSON. */
final class PageView {
  private final SlackWorkspace workspace;
  private final Troubles troubles;
  private final AppMenu menu;
  private final BotSwitch bot;
  private final ProductClock clock;

  PageView(LocalSlack slack, AppMenu menu, BotSwitch bot, ProductClock clock) {
    this.workspace = slack.workspace();
    this.troubles = slack.troubles();
    this.menu = menu;
    this.bot = bot;
    this.clock = clock;
  }

  ObjectNode state(SlackUser as) {
    ObjectNode json = Json.object().put("revision", workspace.revision());
    json.putObject("team").put("id", SlackWorkspace.TEAM).put("name", SlackWorkspace.TEAM_NAME);
    json.setAll(panel());
    json.setAll(people());
    json.set("conversations", conversations(as));
    json.set("commands", menu.commandsJson());
    json.set("shortcuts", menu.shortcutsJson());
    return json;
  }

  /** What is the same for everybody: the bot, the product's time, the troubles. */
  ObjectNode panel() {
    ObjectNode json = Json.object().put("now", clock.now().toString());
    json.putObject("bot")
        .put("user", SlackWorkspace.BOT_USER)
        .put("name", "Instead")
        .put("running", bot.running());
    return json.set("troubles", troubles());
  }

  ObjectNode people() {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("people");
    for (SlackUser user : workspace.people()) {
      if (!user.is(SlackUser.Trait.BOT) && !user.is(SlackUser.Trait.DEACTIVATED)) {
        ObjectNode json = list.addObject().put("id", user.id()).put("name", user.name());
        json.put("title", user.title()).put("locale", user.locale()).put("guest", user.isGuest());
        json.put("zone", user.zone());
        Faces.draw(json, list.size() - 1, user.name());
      }
    }
    return all;
  }

  private ArrayNode conversations(SlackUser as) {
    ArrayNode list = Json.array();
    for (SlackChannel channel : workspace.channels()) {
      if (channel.has(as.id())) {
        list.add(conversation(channel, as));
      }
    }
    return list;
  }

  private ObjectNode conversation(SlackChannel channel, SlackUser as) {
    List<SlackMessage> unread = workspace.unreadBy(as.id(), channel.id());
    long mentions = unread.stream()
        .filter(message -> channel.isDirect() || Mentions.reach(message, as.id(), workspace))
        .count();
    ObjectNode json =
        Json.object().put("id", channel.id()).put("kind", channel.isDirect() ? "dm" : "channel");
    json.put("name", channel.isDirect() ? "Instead" : channel.name())
        .put("private", channel.isPrivate());
    json.put("archived", channel.archived()).put("topic", channel.topic());
    json.put("unread", unread.size()).put("mentions", mentions);
    return channel.isDirect() ? json.put("with", SlackWorkspace.BOT_USER) : json;
  }

  private ObjectNode troubles() {
    ObjectNode json = Json.object().put("slow_ms", troubles.slowness().toMillis());
    json.put("rate_limit", troubles.limited()).put("drop_after_accept", troubles.dropping());
    json.put("deliver_twice", troubles.deliversTwice());
    json.put("clock_offset_s", clock.ahead().toSeconds());
    ArrayNode archived = json.putArray("channel_archived");
    ArrayNode removed = json.putArray("bot_removed");
    for (SlackChannel channel : workspace.channels()) {
      if (channel.archived()) {
        archived.add(channel.id());
      }
      if (!channel.has(SlackWorkspace.BOT_USER)) {
        removed.add(channel.id());
      }
    }
    return json;
  }

  ObjectNode messages(SlackUser as, SlackChannel channel) {
    List<SlackMessage> seen = workspace.seenBy(as.id(), channel.id());
    Map<String, Integer> replies = new HashMap<>();
    seen.stream()
        .filter(SlackMessage::isReply)
        .forEach(reply -> replies.merge("" + reply.thread(), 1, Integer::sum));
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("messages");
    seen.stream()
        .filter(message -> !message.isReply())
        .forEach(message -> list.add(message(message, replies.getOrDefault(message.ts(), 0))));
    return json;
  }

  ObjectNode thread(SlackUser as, SlackChannel channel, String root) {
    List<SlackMessage> thread = workspace.seenBy(as.id(), channel.id()).stream()
        .filter(message -> message.ts().equals(root) || root.equals(message.thread()))
        .toList();
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("messages");
    thread.forEach(
        message -> list.add(message(message, message.isReply() ? 0 : thread.size() - 1)));
    return json;
  }

  private static ObjectNode message(SlackMessage message, int replies) {
    ObjectNode json = Json.object().put("ts", message.ts()).put("user", message.user());
    json.put("bot", message.byBot()).put("text", message.text());
    json.set("blocks", message.blocks());
    json.put("ephemeral", message.isEphemeral()).put("edited", message.edited());
    json.put("thread_ts", message.thread()).put("reply_count", replies);
    return json.put("at", message.at().toString()).put("system", false);
  }

  ObjectNode home(SlackUser as) {
    ObjectNode json = Json.object();
    json.set("view", workspace.homeOf(as.id()).orElse(null));
    return json;
  }

  ObjectNode modal(SlackUser as) {
    return workspace.read(() -> {
      ObjectNode json = Json.object();
      json.set("view", workspace.modalOf(as.id()).orElse(null));
      ObjectNode errors = json.putObject("errors");
      workspace.views().errorsOf(as.id()).forEach(errors::put);
      return json.put("depth", workspace.views().depth(as.id()));
    });
  }
}
