package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/** A message as a command in its menu takes it along. */
final class MessagePayload {
  private MessagePayload() {}

  static ObjectNode of(TeamsPost post, TeamsPerson reader, TeamsTenant tenant) {
    ObjectNode payload = Json.object();
    payload.put(
        "linkToMessage",
        "https://teams.microsoft.com/l/message/" + post.conversation() + "/" + post.id());
    payload.put("id", post.id()).put("replyToId", post.root());
    payload.put("createdDateTime", post.at().truncatedTo(ChronoUnit.MILLIS).toString());
    payload.putNull("lastModifiedDateTime").put("deleted", false);
    payload.putNull("subject").putNull("summary").put("importance", "normal");
    payload.put("locale", reader.locale());
    payload.putObject("body").put("contentType", "html").put("content", content(post));
    payload.set("from", from(post, tenant));
    payload.putArray("reactions");
    payload.putArray("mentions");
    ArrayNode attachments = payload.putArray("attachments");
    for (int i = 0; i < post.cards().size(); i++) {
      attachments
          .addObject()
          .put("id", Integer.toString(i + 1))
          .put("contentType", "application/vnd.microsoft.card.adaptive");
    }
    return payload;
  }

  /** Of a card only its place in the text is sent. */
  private static String content(TeamsPost post) {
    if (!post.cards().isEmpty()) {
      return "<attachment id=\"1\"></attachment>";
    }
    String safe = post.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<div><div>" + safe + "</div>\n</div>";
  }

  private static ObjectNode from(TeamsPost post, TeamsTenant tenant) {
    ObjectNode from = Json.object().putNull("device").putNull("conversation");
    if (post.byBot()) {
      from.putNull("user");
      from.putObject("application")
          .put("applicationIdentityType", "bot")
          .put("id", TeamsTenant.APP)
          .put("displayName", TeamsTenant.BOT_NAME);
      return from;
    }
    from.putObject("user")
        .put("userIdentityType", "aadUser")
        .put("id", post.from())
        .put("displayName", tenant.known(post.from()).name());
    return from.putNull("application");
  }
}
