package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Conversations that the bot opens, and what it says in them. */
final class Talk {
  private final TeamsTenant tenant;

  Talk(TeamsTenant tenant) {
    this.tenant = tenant;
  }

  ConnectorAnswer create(ConnectorCall call) {
    ObjectNode asked = call.json();
    String bot = Json.text(asked.path("bot"), "id");
    if (!bot.isEmpty() && !bot.equals(TeamsTenant.BOT)) {
      throw TeamsRefusal.wrong("The bot's id isn't the one that the token was given for.");
    }
    String tenantId = Json.text(asked, "tenantId").isEmpty()
        ? Json.text(asked.path("channelData").path("tenant"), "id")
        : Json.text(asked, "tenantId");
    if (!tenantId.equals(TeamsTenant.TENANT)) {
      throw TeamsRefusal.wrong("Unknown or missing tenantId.");
    }
    return asked.path("isGroup").asBoolean(false) ? newThread(asked) : chat(asked);
  }

  private ConnectorAnswer newThread(ObjectNode asked) {
    String channel = Json.text(asked.path("channelData").path("channel"), "id");
    if (channel.isEmpty()) {
      throw TeamsRefusal.wrong("channelData.channel.id is missing; bots can't make group chats.");
    }
    TeamsPlace place = TeamsPlace.of(channel, tenant);
    if (!asked.path("activity").isObject() || place.root() != null) {
      throw TeamsRefusal.wrong("A new thread needs a channel's id and its first activity.");
    }
    TeamsPost post = tenant.post(Spoken.draft(asked.path("activity"), place, null));
    return ConnectorAnswer.created(
        Json.object().put("id", post.thread()).put("activityId", post.id()));
  }

  private ConnectorAnswer chat(ObjectNode asked) {
    JsonNode members = asked.path("members");
    if (members.size() != 1) {
      throw TeamsRefusal.wrong("A chat has exactly one member beside the bot.");
    }
    String id = Json.text(members.path(0), "id");
    TeamsPerson person = tenant
        .anyone(id)
        .filter(found -> !id.contains("@"))
        .orElseThrow(
            () -> new TeamsRefusal(400, "BadSyntax", "Invalid user identity in provided tenant."));
    TeamsPlace.mayBeToldOf(person, tenant);
    if (id.equals(person.aad()) && !tenant.hasInstalled(id)) {
      throw TeamsRefusal.notInRoster(); // by AAD object id only those who have the app themselves
    }
    tenant.openChat(person);
    ObjectNode answer = Json.object().put("id", person.chat()).putNull("activityId");
    if (asked.path("activity").isObject()) {
      TeamsPlace place = new TeamsPlace(person.chat(), null);
      answer.put(
          "activityId",
          tenant.post(Spoken.draft(asked.path("activity"), place, null)).id());
    }
    return ConnectorAnswer.created(answer);
  }

  ConnectorAnswer send(ConnectorCall call) {
    TeamsPlace place = TeamsPlace.of(call.after(1), tenant);
    ObjectNode activity = call.json();
    answersWhatIsThere(call, activity, place);
    if (Json.text(activity, "type").equals("typing")) {
      return ConnectorAnswer.found(Json.object().put("id", ""));
    }
    String reader = call.isTargeted() ? reader(activity, place) : null;
    TeamsPost post = tenant.post(Spoken.draft(activity, place, reader));
    return ConnectorAnswer.created(Json.object().put("id", post.id()));
  }

  ConnectorAnswer edit(ConnectorCall call) {
    TeamsPlace place = TeamsPlace.of(call.after(1), tenant);
    TeamsPost old = own(call, place);
    TeamsPost post = tenant.edit(old, Spoken.draft(call.json(), place, old.seenOnlyBy()));
    return ConnectorAnswer.changed(Json.object().put("id", post.id()));
  }

  ConnectorAnswer delete(ConnectorCall call) {
    tenant.delete(own(call, TeamsPlace.of(call.after(1), tenant)));
    return ConnectorAnswer.changed(Json.object());
  }

  private TeamsPost own(ConnectorCall call, TeamsPlace place) {
    return tenant
        .post(place.conversation(), call.after(3))
        .filter(TeamsPost::byBot)
        .filter(post -> post.isTargeted() == call.isTargeted())
        .orElseThrow(TeamsRefusal::noMessage);
  }

  private void answersWhatIsThere(ConnectorCall call, ObjectNode activity, TeamsPlace place) {
    String inPath = call.after(3);
    String inBody = Json.text(activity, "replyToId");
    if (!inPath.isEmpty() && !inBody.isEmpty() && !inPath.equals(inBody)) {
      throw TeamsRefusal.wrong("replyToId differs from the one in the address.");
    }
    String target = inPath.isEmpty() ? inBody : inPath;
    if (!target.isEmpty() && tenant.post(place.conversation(), target).isEmpty()) {
      throw TeamsRefusal.noMessage();
    }
  }

  private String reader(ObjectNode activity, TeamsPlace place) {
    if (TeamsTenant.isChat(place.conversation())) {
      throw TeamsRefusal.wrong("Targeted messages are for channels, groups and meetings.");
    }
    String recipient = Json.text(activity.path("recipient"), "id");
    return tenant.roster(place.conversation()).stream()
        .filter(person -> person.remoteId().equals(recipient) || person.aad().equals(recipient))
        .map(TeamsPerson::aad)
        .findFirst()
        .orElseThrow(() -> TeamsRefusal.wrong("The recipient isn't a member of the conversation."));
  }
}
