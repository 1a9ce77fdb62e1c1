package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The activities that Teams sends, field by field as its documentation and recorded ones show them. */
final class TeamsActivities {
  static final String MENTION = "@" + TeamsTenant.BOT_NAME;

  private final LocalTeams teams;
  private final TeamsStamp stamp;

  TeamsActivities(LocalTeams teams) {
    this.teams = teams;
    this.stamp = new TeamsStamp(teams.clock());
  }

  /** What somebody wrote. A mention becomes a tag in the text, an entity, and a span in the HTML. */
  ObjectNode message(TeamsPerson by, TeamsPost post) {
    ObjectNode activity = in(post.thread(), activity("message", by)).put("id", post.id());
    boolean mentions = post.text().contains(MENTION);
    activity.put("text", post.text().replace(MENTION, "<at>" + TeamsTenant.BOT_NAME + "</at>"));
    activity.put("textFormat", "plain");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put("content", html(post.text()));
    if (mentions) {
      ObjectNode mention = Json.object().put("type", "mention");
      mention.putObject("mentioned").put("id", TeamsTenant.BOT).put("name", TeamsTenant.BOT_NAME);
      mention.put("text", "<at>" + TeamsTenant.BOT_NAME + "</at>");
      activity.withArray("entities").insert(0, mention);
    }
    return activity;
  }

  /** The quoted words stand before the person's own, in the text as in the HTML beside it. */
  ObjectNode quoting(ObjectNode message, TeamsPost about) {
    String own = Json.text(message, "text");
    String preview = about.summary().isEmpty() ? about.text() : about.summary();
    message.put("text", TeamsTenant.BOT_NAME + "\n" + preview + "\n\n" + own);
    String quote = "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\""
        + about.id() + "\"><strong itemprop=\"mri\" itemid=\"" + TeamsTenant.BOT + "\">"
        + TeamsTenant.BOT_NAME + "</strong><p itemprop=\"preview\">" + escaped(preview)
        + "</p></blockquote>";
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put("content", quote + html(own));
    return message;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String html(String text) {
    String span = "<span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"0\">"
        + TeamsTenant.BOT_NAME + "</span>&nbsp;";
    return "<p>" + escaped(text).replace(MENTION + " ", span).replace(MENTION, span) + "</p>";
  }

  /** An Action.Submit outside dialogs: a message that only has a value. */
  ObjectNode submitted(TeamsPerson by, TeamsPost card, ObjectNode data) {
    ObjectNode activity = onCard(activity("message", by), card);
    return activity.set("value", data);
  }

  /** An Action.Execute; {@code data} is the action's with the card's fields. */
  ObjectNode executed(TeamsPerson by, TeamsPost card, JsonNode action, ObjectNode data) {
    ObjectNode activity = onCard(invoke("adaptiveCard/action", by), card);
    ObjectNode value = activity.putObject("value");
    ObjectNode pressed = value.putObject("action").put("type", "Action.Execute");
    for (String field : new String[] {"title", "id", "verb"}) {
      if (action.hasNonNull(field)) {
        pressed.set(field, action.get(field));
      }
    }
    pressed.set("data", data);
    value.put("trigger", "manual");
    return activity;
  }

  /** A button that wants a dialog. */
  ObjectNode dialogWanted(TeamsPerson by, TeamsPost card, ObjectNode data) {
    ObjectNode activity = onCard(invoke("task/fetch", by), card);
    ObjectNode value = activity.putObject("value");
    value.set("data", data);
    value.putObject("context").put("theme", "default");
    return activity;
  }

  /**
   * A command of the message extension.
   *
   * @param context {@code compose}, {@code commandBox} or {@code message}
   * @param about the message whose menu it was, or null
   */
  ObjectNode extension(
      TeamsPerson by,
      String conversation,
      String command,
      String context,
      @Nullable TeamsPost about) {
    ObjectNode activity = in(conversation, invoke("composeExtension/fetchTask", by));
    data(activity).putObject("source").put("name", context);
    ObjectNode value = activity.putObject("value").put("commandId", command);
    value.put("commandContext", context);
    value.put("requestId", UUID.randomUUID().toString().replace("-", ""));
    value.putObject("context").put("theme", "default");
    if (about != null) {
      value.set("messagePayload", MessagePayload.of(about, by, teams.tenant()));
    }
    return activity;
  }

  /** A dialog sent back: like the activity that opened it, with what was filled in. */
  ObjectNode submission(TeamsPerson by, ObjectNode origin, ObjectNode data) {
    boolean task = Json.text(origin, "name").startsWith("task/");
    ObjectNode activity = origin.deepCopy();
    activity.put("name", task ? "task/submit" : "composeExtension/submitAction");
    ((ObjectNode) activity.path("value")).set("data", data);
    return stamped(activity.put("id", "f:" + UUID.randomUUID()), by);
  }

  /** Something that happened in the team, to its people, channels or itself. */
  ObjectNode teamChanged(TeamsPerson by, String conversation, String event) {
    ObjectNode activity = activity("conversationUpdate", by);
    placed(activity, conversation);
    ObjectNode data = data(activity).put("eventType", event);
    data.putObject("team").put("id", TeamsTenant.TEAM);
    return activity;
  }

  /** The team with all that Teams tells of it where people come and go. */
  ObjectNode withTeamInFull(ObjectNode activity) {
    data(activity)
        .putObject("team")
        .put("aadGroupId", TeamsTenant.TEAM_GROUP)
        .put("name", teams.tenant().teamName())
        .put("id", TeamsTenant.TEAM);
    return activity;
  }

  ObjectNode chatChanged(TeamsPerson by) {
    return in(by.chat(), activity("conversationUpdate", by));
  }

  /** {@code action}: add, remove, add-upgrade or remove-upgrade. */
  ObjectNode installation(TeamsPerson by, String conversation, String action) {
    ObjectNode activity = activity("installationUpdate", by).put("action", action);
    placed(activity, conversation);
    return activity;
  }

  static ObjectNode data(ObjectNode activity) {
    return activity.withObjectProperty("channelData");
  }

  private ObjectNode onCard(ObjectNode activity, TeamsPost card) {
    in(card.thread(), activity).put("replyToId", card.id());
    ObjectNode data = data(activity);
    data.putObject("source").put("name", "message");
    data.putObject("legacy").put("replyToId", "1:1" + card.id());
    return activity;
  }

  private ObjectNode invoke(String name, TeamsPerson by) {
    return activity("invoke", by).put("name", name);
  }

  /** Any activity by this person, not yet placed in a conversation. */
  ObjectNode activity(String type, TeamsPerson by) {
    ObjectNode activity = Json.object().put("type", type).put("id", "f:" + UUID.randomUUID());
    stamped(activity, by);
    activity.put("localTimezone", by.zone()).put("locale", by.locale());
    activity.put("channelId", "msteams").put("serviceUrl", teams.serviceUrl());
    ObjectNode from = activity.putObject("from").put("id", by.remoteId()).put("name", by.name());
    if (!by.is(TeamsPerson.Trait.ANONYMOUS)) {
      from.put("aadObjectId", by.aad());
    }
    activity.putObject("recipient").put("id", TeamsTenant.BOT).put("name", TeamsTenant.BOT_NAME);
    activity
        .putArray("entities")
        .addObject()
        .put("locale", by.locale())
        .put("country", Locale.forLanguageTag(by.locale()).getCountry())
        .put("platform", "Web")
        .put("timezone", by.zone())
        .put("type", "clientInfo");
    data(activity).putObject("tenant").put("id", TeamsTenant.TENANT);
    return activity;
  }

  private ObjectNode stamped(ObjectNode activity, TeamsPerson by) {
    TeamsStamp.Both now = stamp.now(by.zone());
    return activity.put("timestamp", now.utc()).put("localTimestamp", now.local());
  }

  /** Puts it into a chat, a channel or one of its threads, and says so in the channel data too. */
  ObjectNode in(String conversation, ObjectNode activity) {
    placed(activity, conversation);
    if (!TeamsTenant.isChat(conversation)) {
      String channel = conversation.replaceFirst(";messageid=.*", "");
      ObjectNode data = data(activity);
      data.put("teamsChannelId", channel).put("teamsTeamId", TeamsTenant.TEAM);
      data.putObject("channel").put("id", channel);
      data.putObject("team").put("id", TeamsTenant.TEAM);
    }
    return activity;
  }

  private static void placed(ObjectNode activity, String conversation) {
    ObjectNode place = activity.putObject("conversation");
    if (TeamsTenant.isChat(conversation)) {
      place.put("conversationType", "personal");
    } else {
      place.put("isGroup", true).put("conversationType", "channel");
    }
    place.put("id", conversation).put("tenantId", TeamsTenant.TENANT);
  }
}
