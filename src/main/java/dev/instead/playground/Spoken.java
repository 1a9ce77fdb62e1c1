package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot says, checked as Teams checks it. */
final class Spoken {
  private static final String CARD = "application/vnd.microsoft.card.adaptive";
  private static final int MOST_CARDS = 10;

  private Spoken() {}

  static TeamsTenant.Draft draft(JsonNode activity, TeamsPlace place, @Nullable String seenOnlyBy) {
    String from = Json.text(activity.path("from"), "id");
    if (!Json.text(activity, "type").equals("message")) {
      throw TeamsRefusal.wrong("Unknown activity type.");
    }
    if (!from.isEmpty() && !from.equals(TeamsTenant.BOT)) {
      throw TeamsRefusal.wrong("from.id isn't the bot's.");
    }
    String text = Json.text(activity, "text");
    JsonNode attachments = activity.path("attachments");
    if (text.isBlank() == attachments.isEmpty()) {
      throw TeamsRefusal.wrong(
          "Write either text or an attachment: together they become two messages, and one id is lost.");
    }
    if (text.length() > AdaptiveCardCheck.CARD_BYTES) {
      throw TeamsRefusal.tooBig();
    }
    return new TeamsTenant.Draft(
        place.conversation(),
        TeamsTenant.BOT,
        text,
        Json.text(activity, "summary"),
        cards(attachments),
        place.root(),
        seenOnlyBy);
  }

  private static ArrayNode cards(JsonNode attachments) {
    ArrayNode cards = Json.array();
    if (attachments.size() > MOST_CARDS) {
      throw TeamsRefusal.wrong("Too many attachments.");
    }
    for (JsonNode attachment : attachments) {
      if (!Json.text(attachment, "contentType").equals(CARD)) {
        throw TeamsRefusal.wrong("Unknown attachment: only Adaptive Cards are known here.");
      }
      JsonNode card = attachment.path("content");
      if (AdaptiveCardCheck.isTooBig(card)) {
        throw TeamsRefusal.tooBig();
      }
      refuse(card);
      cards.add(card);
    }
    return cards;
  }

  private static void refuse(JsonNode card) {
    List<String> problems = AdaptiveCardCheck.message(card);
    if (!problems.isEmpty()) {
      throw TeamsRefusal.wrongCard(problems);
    }
  }
}
