package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The bodies Slack sends, field by field as its documentation and recorded payloads show them. */
final class Payloads {
  private static final String OLD_TOKEN =
      "deprecated"; // Slack still sends one; nobody may rely on it

  private final LocalSlack slack;
  private final Clock clock;
  private final AtomicLong lastEvent = new AtomicLong();

  Payloads(LocalSlack slack) {
    this.slack = slack;
    this.clock = slack.clock();
  }

  String command(SlackUser user, SlackChannel channel, String command, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", OLD_TOKEN);
    String team = team(user);
    fields.put("team_id", team);
    fields.put("team_domain", domain(team));
    fields.put("channel_id", channel.id());
    fields.put("channel_name", publicName(channel));
    fields.put("user_id", user.id());
    fields.put("user_name", user.handle());
    fields.put("command", command);
    fields.put("text", text);
    fields.put("api_app_id", SlackWorkspace.APP);
    grid().ifPresent(grid -> {
      fields.put("enterprise_id", SlackGrid.ENTERPRISE);
      fields.put("enterprise_name", SlackGrid.NAME);
    });
    fields.put("is_enterprise_install", Boolean.toString(grid().isPresent()));
    fields.put("response_url", slack.responseUrl(channel.id(), user.id(), null));
    fields.put("trigger_id", slack.trigger(user.id()));
    return form(fields);
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A press or choice in a message. Ephemeral messages aren't sent along, as on Slack. */
  ObjectNode messageAction(
      SlackUser user, SlackChannel channel, SlackMessage message, JsonNode action, JsonNode state) {
    ObjectNode payload = interaction("block_actions", user);
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", channel.id());
    container.put("is_ephemeral", message.isEphemeral());
    putChannel(payload, channel);
    if (!message.isEphemeral()) {
      payload.set("message", message.json(true));
    }
    payload.putObject("state").set("values", state);
    payload.put("response_url", slack.responseUrl(channel.id(), user.id(), message.ts()));
    payload.putArray("actions").add(action);
    return payload;
  }

  /** A press or choice in a modal or home; {@code view} carries its state already. */
  ObjectNode viewAction(SlackUser user, ObjectNode view, JsonNode action) {
    ObjectNode payload = interaction("block_actions", user);
    payload.putObject("container").put("type", "view").put("view_id", Json.text(view, "id"));
    payload.set("view", of(user, view));
    payload.putArray("actions").add(action);
    return payload;
  }

  ObjectNode submission(SlackUser user, ObjectNode view) {
    ObjectNode payload = interaction("view_submission", user);
    payload.set("view", of(user, view));
    payload.set("response_urls", responseUrls(user, view));
    return owned(payload, user);
  }

  ObjectNode closed(SlackUser user, ObjectNode view, boolean all) {
    ObjectNode payload = interaction("view_closed", user);
    payload.remove("trigger_id");
    payload.set("view", of(user, view));
    payload.put("is_cleared", all);
    return owned(payload, user);
  }

  ObjectNode shortcut(SlackUser user, String callbackId) {
    return interaction("shortcut", user).put("callback_id", callbackId).put("action_ts", now());
  }

  ObjectNode messageShortcut(
      SlackUser user, SlackChannel channel, SlackMessage message, String callbackId) {
    ObjectNode payload = interaction("message_action", user);
    payload.put("callback_id", callbackId).put("action_ts", now()).put("message_ts", message.ts());
    putChannel(payload, channel);
    payload.set("message", message.json(true));
    return payload.put("response_url", slack.responseUrl(channel.id(), user.id(), null));
  }

  /** The envelope of an event; {@code event} says what happened. */
  ObjectNode event(ObjectNode event) {
    ObjectNode payload = Json.object().put("token", OLD_TOKEN);
    String team = slack
        .workspace()
        .person(Json.text(event, "user"))
        .map(this::team)
        .orElse(SlackWorkspace.TEAM);
    payload.put("team_id", team).put("api_app_id", SlackWorkspace.APP);
    payload.set("event", event);
    payload.put("type", "event_callback").put("event_id", eventId());
    payload.put("event_time", clock.instant().getEpochSecond());
    ObjectNode authorization = payload.putArray("authorizations").addObject();
    if (grid().isPresent()) {
      payload.put("enterprise_id", SlackGrid.ENTERPRISE);
      authorization.put("enterprise_id", SlackGrid.ENTERPRISE).putNull("team_id");
    } else {
      authorization.putNull("enterprise_id").put("team_id", SlackWorkspace.TEAM);
    }
    authorization.put("user_id", SlackWorkspace.BOT_USER).put("is_bot", true);
    authorization.put("is_enterprise_install", grid().isPresent());
    return payload.put("is_ext_shared_channel", false);
  }

  /** An organisation lets the app into workspaces or takes it out; such an event is of no workspace. */
  ObjectNode access(String type, String... workspaces) {
    ObjectNode event = Json.object().put("type", type).put("event_ts", now());
    event.set("team_ids", Json.strings(List.of(workspaces)));
    ObjectNode payload = event(event);
    payload.remove(List.of("team_id", "authorizations"));
    return payload;
  }

  static ObjectNode said(String type, SlackUser user, SlackMessage message) {
    ObjectNode event = Json.object().put("client_msg_id", UUID.randomUUID().toString());
    event.put("type", type).put("text", message.text()).put("user", user.id());
    event.put("ts", message.ts()).put("team", user.team()).put("channel", message.channel());
    event.put("event_ts", message.ts());
    if (message.thread() != null) {
      event.put("thread_ts", message.thread());
    }
    return event;
  }

  ObjectNode homeOpened(SlackUser user, ObjectNode homeOrEmpty) {
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", user.id());
    event.put("channel", user.directMessage()).put("tab", "home").put("event_ts", now());
    if (!homeOrEmpty.isEmpty()) {
      event.set("view", homeOrEmpty);
    }
    return event;
  }

  String now() {
    Instant now = clock.instant();
    return String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1_000);
  }

  private String eventId() {
    return "Ev" + Long.toString(clock.millis(), 36).toUpperCase(Locale.ROOT)
        + lastEvent.incrementAndGet();
  }

  private ObjectNode interaction(String type, SlackUser user) {
    ObjectNode payload = Json.object().put("type", type);
    ObjectNode who = payload.putObject("user").put("id", user.id()).put("username", user.handle());
    who.put("name", user.handle()).put("team_id", ownTeam(user));
    payload.put("api_app_id", SlackWorkspace.APP).put("token", OLD_TOKEN);
    payload.put("trigger_id", slack.trigger(user.id()));
    String team = team(user);
    payload.putObject("team").put("id", team).put("domain", domain(team));
    if (grid().isPresent()) {
      payload.putObject("enterprise").put("id", SlackGrid.ENTERPRISE).put("name", SlackGrid.NAME);
    } else {
      payload.putNull("enterprise");
    }
    return payload.put("is_enterprise_install", grid().isPresent());
  }

  private Optional<SlackGrid> grid() {
    return slack.workspace().grid();
  }

  /** The workspace of the app that somebody acts in. */
  private String team(SlackUser user) {
    return grid()
        .filter(grid -> grid.has(user))
        .map(grid -> grid.whereabouts(user))
        .orElse(SlackWorkspace.TEAM);
  }

  /** The workspace that somebody is of: that of another company's people is theirs. */
  private String ownTeam(SlackUser user) {
    return user.team().equals(SlackWorkspace.TEAM) ? team(user) : user.team();
  }

  // In a submission of somebody from another organisation, the team is theirs;
  // app_installed_team_id is the app's.
  private ObjectNode owned(ObjectNode payload, SlackUser user) {
    String team = ownTeam(user);
    payload.putObject("team").put("id", team).put("domain", domain(team));
    return payload;
  }

  private static String domain(String team) {
    return team.equals(SlackWorkspace.TEAM) ? SlackWorkspace.DOMAIN : SlackGrid.domain(team);
  }

  private static ObjectNode of(SlackUser user, ObjectNode view) {
    return view.deepCopy().put("team_id", user.team());
  }

  private ArrayNode responseUrls(SlackUser user, ObjectNode view) {
    ArrayNode urls = Json.array();
    for (BlockTree.Found found : BlockTree.elements(view.path("blocks"))) {
      String channel = view.path("state")
          .path("values")
          .path(found.blockId())
          .path(found.actionId())
          .path("selected_conversation")
          .asText("");
      if (found.element().path("response_url_enabled").asBoolean(false) && !channel.isEmpty()) {
        ObjectNode url =
            urls.addObject().put("block_id", found.blockId()).put("action_id", found.actionId());
        url.put("channel_id", channel)
            .put("response_url", slack.responseUrl(channel, user.id(), null));
      }
    }
    return urls;
  }

  private static void putChannel(ObjectNode payload, SlackChannel channel) {
    payload.putObject("channel").put("id", channel.id()).put("name", publicName(channel));
  }

  private static String publicName(SlackChannel channel) {
    return channel.isDirect()
        ? "directmessage"
        : channel.isPrivate() ? "privategroup" : channel.name();
  }
}
