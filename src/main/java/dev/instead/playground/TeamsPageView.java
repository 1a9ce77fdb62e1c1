package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one person sees in Teams, as the page's JSON. */
final class TeamsPageView {
  private final TeamsTenant tenant;
  private final TeamsTroubles troubles;
  private final TeamsMenu menu;
  private final BotSwitch bot;
  private final ProductClock clock;

  TeamsPageView(LocalTeams teams, TeamsMenu menu, BotSwitch bot, ProductClock clock) {
    this.tenant = teams.tenant();
    this.troubles = teams.troubles();
    this.menu = menu;
    this.bot = bot;
    this.clock = clock;
  }

  ObjectNode state(TeamsPerson as) {
    ObjectNode json = Json.object().put("revision", tenant.revision());
    json.putObject("team").put("id", TeamsTenant.TEAM).put("name", tenant.teamName());
    json.setAll(panel());
    json.withObjectProperty("bot").put("installed", tenant.hasInstalled(as.aad()));
    json.setAll(people());
    json.set("conversations", conversations(as));
    json.set("commands", menu.json());
    return json;
  }

  /** What is the same for everybody: the bot, the product's time, the troubles. */
  ObjectNode panel() {
    ObjectNode json = Json.object().put("now", clock.now().toString());
    json.putObject("bot")
        .put("id", TeamsTenant.BOT)
        .put("name", TeamsTenant.BOT_NAME)
        .put("running", bot.running())
        .put("in_team", tenant.isAppInTeam());
    return json.set("troubles", troubles());
  }

  ObjectNode people() {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("people");
    for (TeamsPerson person : tenant.people()) {
      ObjectNode json = person(person);
      Faces.draw(json, list.size(), person.name());
      list.add(json);
    }
    return all;
  }

  private static ObjectNode person(TeamsPerson person) {
    return Json.object()
        .put("id", person.aad())
        .put("name", person.name())
        .put("title", person.title())
        .put("locale", person.locale())
        .put("zone", person.zone())
        .put("guest", person.is(TeamsPerson.Trait.GUEST))
        .put("anonymous", person.is(TeamsPerson.Trait.ANONYMOUS));
  }

  /** The person's chat with the bot first, then the channels that the person is in. */
  private ArrayNode conversations(TeamsPerson as) {
    ArrayNode list = Json.array();
    list.add(conversation(as, as.chat(), "chat", TeamsTenant.BOT_NAME, null));
    tenant.channels().stream()
        .filter(channel -> tenant.roster(channel.id()).contains(as))
        .forEach(channel ->
            list.add(conversation(as, channel.id(), "channel", channel.name(), channel)));
    return list;
  }

  private ObjectNode conversation(
      TeamsPerson as, String id, String kind, String name, @Nullable TeamsChannel channel) {
    ObjectNode json = Json.object().put("id", id).put("kind", kind).put("name", name);
    json.put("topic", channel == null ? "" : channel.topic());
    json.put("private", channel == null || channel.closed());
    return json.put("unread", tenant.unreadBy(as.aad(), id).size());
  }

  private ObjectNode troubles() {
    return Json.object()
        .put("slow_ms", troubles.slowness().toMillis())
        .put("refuse", troubles.refusing())
        .put("refuse_status", troubles.refusingWith())
        .put("bad_gateway", troubles.failing())
        .put("drop_after_accept", troubles.dropping())
        .put("deliver_twice", troubles.deliversTwice())
        .put("repeat_new_id", troubles.repeatsUnderNewId())
        .put("clock_offset_s", clock.ahead().toSeconds());
  }

  ObjectNode messages(TeamsPerson as, String conversation) {
    List<TeamsPost> seen = tenant.seenBy(as.aad(), conversation);
    Map<String, Integer> replies = new HashMap<>();
    seen.stream()
        .filter(TeamsPost::isReply)
        .forEach(reply -> replies.merge("" + reply.root(), 1, Integer::sum));
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("messages");
    seen.stream()
        .filter(post -> !post.isReply())
        .forEach(post -> list.add(message(post, replies.getOrDefault(post.id(), 0))));
    return json;
  }

  ObjectNode thread(TeamsPerson as, String channel, String root) {
    List<TeamsPost> thread = tenant.seenBy(as.aad(), channel).stream()
        .filter(post -> post.id().equals(root) || root.equals(post.root()))
        .toList();
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("messages");
    thread.forEach(post -> list.add(message(post, post.isReply() ? 0 : thread.size() - 1)));
    return json;
  }

  private static ObjectNode message(TeamsPost post, int replies) {
    ObjectNode json = Json.object().put("id", post.id()).put("from", post.from());
    json.put("bot", post.byBot()).put("text", post.text()).put("summary", post.summary());
    json.set("cards", post.cards());
    json.put("targeted", post.isTargeted()).put("edited", post.edited());
    json.put("root", post.root()).put("reply_count", replies);
    return json.put("at", post.at().toString());
  }

  /** The open dialog, what the client says for a moment, and the card that waits in the compose box. */
  ObjectNode screen(TeamsPerson as) {
    ObjectNode json = Json.object().putNull("dialog").putNull("note");
    tenant.screens().dialog(as.aad()).ifPresent(open -> {
      ObjectNode dialog = json.putObject("dialog").put("title", open.title());
      dialog.set("card", open.card());
      ObjectNode errors = dialog.putObject("errors");
      open.errors().forEach(errors::put);
    });
    tenant
        .screens()
        .note(as.aad())
        .ifPresent(note -> json.putObject("note").put("text", note.text()).put("bad", note.bad()));
    json.set("draft", tenant.screens().draft(as.aad()).orElse(null));
    return json;
  }
}
