package dev.instead.playground;

import java.util.Comparator;
import java.util.List;

/** Turns what somebody typed into what Slack sends: escaped, with people, groups, channels and links as references. */
final class Typed {
  private final SlackWorkspace workspace;

  Typed(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  String message(String typed) {
    String text = references(escaped(typed))
        .replaceAll("@(channel|here|everyone)\\b", "<!$1>")
        .replaceAll("(?<![<|])\\bhttps?://[^\\s<>|]+", "<$0>");
    return groups(text);
  }

  /** A command's text under {@code should_escape}: people and channels become references, links stay as typed. */
  String command(String typed) {
    return references(escaped(typed));
  }

  private static String escaped(String typed) {
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String references(String text) {
    String result = text;
    // Longest first, so that a name which begins another is not taken for it.
    List<SlackUser> people = workspace.people().stream()
        .sorted(Comparator.comparing((SlackUser user) -> -user.name().length()))
        .toList();
    for (SlackUser user : people) {
      result = result.replace("@" + user.name(), "<@" + user.id() + ">");
    }
    for (SlackChannel channel : workspace.channels()) {
      String name = channel.isPrivate() ? "" : channel.name();
      if (!channel.isDirect()) {
        result = result.replaceAll(
            "#" + channel.name() + "\\b(?!-)", "<#" + channel.id() + "|" + name + ">");
      }
    }
    return result;
  }

  private String groups(String text) {
    String result = text;
    for (SlackGroup group : workspace.groups()) {
      String reference = "<!subteam^" + group.id() + "|@" + group.handle() + ">";
      result = result.replaceAll("(?<![|\\w])@" + group.handle() + "\\b(?!-)", reference);
    }
    return result;
  }
}
