package dev.instead.slack;

import dev.instead.desk.Delivery;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What arrives from Slack, turned into the product's own words. */
final class Incoming {
  // Slack's own marks: <https://…|label>, <@U…|name>, <#C…|name>, <!channel>, <!subteam^S…|@name>.
  private static final Pattern MARK = Pattern.compile("<([^<>|]{1,3000})(?:\\|([^<>]{0,3000}))?>");

  private Incoming() {}

  static Person person(String workspace, String user) {
    return new Person(Platform.SLACK, workspace, user);
  }

  /** A delivery by the id that Slack gives it, and what was sent. */
  static Delivery delivery(String workspace, String id, @Nullable String... sent) {
    return Delivery.of("slack:" + workspace + ":" + id, sent);
  }

  /** Text as its author typed it: Slack's escapes and marks undone (https://docs.slack.dev/messaging/formatting-message-text). */
  static String typed(@Nullable String text) {
    if (text == null) {
      return "";
    }
    Matcher marks = MARK.matcher(text);
    StringBuilder typed = new StringBuilder();
    while (marks.find()) {
      marks.appendReplacement(
          typed, Matcher.quoteReplacement(unmarked(marks.group(1), marks.group(2))));
    }
    marks.appendTail(typed);
    return typed
        .toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  private static String unmarked(String target, @Nullable String label) {
    char kind = target.charAt(0);
    if (kind == '@' || kind == '#') {
      return label == null || label.isEmpty() ? target : kind + label;
    }
    if (kind == '!') {
      String word = target.contains("^") && label != null ? label : target.substring(1);
      return word.startsWith("@") ? word : "@" + word;
    }
    boolean link = target.startsWith("http://")
        || target.startsWith("https://")
        || target.startsWith("mailto:");
    return link ? target : "<" + target + (label == null ? "" : "|" + label) + ">";
  }
}
