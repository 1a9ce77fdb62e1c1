package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message pings: user ids, group ids, and {@code channel}, {@code here} or {@code everyone}. Only mrkdwn and
 * rich text ping; plain_text shows the same characters as they are.
 */
public final class Mentions {
  private static final Pattern MENTION = Pattern.compile(
      "<(?:@([UW][A-Z0-9]+)|!subteam\\^(S[A-Z0-9]+)|!(channel|here|everyone))(?:\\|[^>]*)?>");

  private Mentions() {}

  /** Everybody whom Slack would notify because the message names them. */
  public static Set<String> in(SlackMessage message) {
    Set<String> found = new LinkedHashSet<>();
    addFrom(message.text(), found);
    walk(message.blocks(), found);
    return found;
  }

  static boolean reach(SlackMessage message, String user, SlackWorkspace workspace) {
    return in(message).stream()
        .anyMatch(whom -> whom.equals(user)
            || Character.isLowerCase(whom.charAt(0))
            || workspace
                .group(whom)
                .filter(group -> group.members().contains(user))
                .isPresent());
  }

  private static void walk(JsonNode node, Set<String> found) {
    switch (Json.text(node, "type")) {
      case "mrkdwn" -> addFrom(Json.text(node, "text"), found);
      case "user" -> found.add(Json.text(node, "user_id"));
      case "usergroup" -> found.add(Json.text(node, "usergroup_id"));
      case "broadcast" -> found.add(Json.text(node, "range"));
      default -> node.forEach(child -> walk(child, found));
    }
  }

  private static void addFrom(String mrkdwn, Set<String> found) {
    Matcher mention = MENTION.matcher(mrkdwn);
    while (mention.find()) {
      for (int group = 1; group <= 3; group++) {
        if (mention.group(group) != null) {
          found.add(mention.group(group));
        }
      }
    }
  }
}
