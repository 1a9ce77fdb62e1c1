package dev.instead.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.LongSamples;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any words in every place where people's words are shown on Slack: they mention nobody, link nowhere, turn no line around, and fit. A
 * card has the very marks that it has with harmless words.
 */
public final class SlackCardAttack {
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Pattern MARK = Pattern.compile("<[^>]*>?");
  private static final List<Notice> HARMLESS = LongSamples.notices("a");

  private SlackCardAttack() {}

  /**
   * Tries one input.
   *
   * @param input two bytes that choose the notice and the language; then the words
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 3) {
      return;
    }
    String words = new String(input, 2, input.length - 2, UTF_8);
    int which = (input[0] & 0xFF) % HARMLESS.size();
    Locale language = Words.LANGUAGES.get((input[1] & 0xFF) % Words.LANGUAGES.size());
    JsonObject harmless = message(HARMLESS.get(which), language);
    JsonObject attacked = message(LongSamples.notices(words).get(which), language);
    Limits.checkMessage(attacked);
    Set<String> allowed = marks(harmless);
    assertTrue(
        allowed.containsAll(marks(attacked)),
        () -> "new marks: " + marks(attacked) + " beside " + allowed);
    assertEquals(Set.of(), minus(hosts(attacked), hosts(harmless)), "leads elsewhere");
    walk(attacked, "", (key, value) -> checkText(value));
  }

  /** Where Slack reads marks: mrkdwn, and the text that stands for the message. */
  private static Set<String> marks(JsonObject message) {
    Set<String> marks = new TreeSet<>();
    add(marks, message.get("text").getAsString());
    objects(message, object -> {
      if (object.has("type") && object.get("type").getAsString().equals("mrkdwn")) {
        add(marks, object.get("text").getAsString());
      }
    });
    return marks;
  }

  private static void add(Set<String> marks, String text) {
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      marks.add(mark.group());
    }
    assertFalse(text.replaceAll("<[^<>]*>", "").matches("(?s).*[<>].*"), () -> "open: " + text);
  }

  private static Set<String> hosts(JsonObject message) {
    Set<String> hosts = new TreeSet<>();
    walk(message, "", (key, value) -> {
      if (key.equals("url")) {
        hosts.add(String.valueOf(
            URI.create(value.split("[ ?#]", 2)[0].replaceAll("(?<=//[^/]{1,100}/).*", ""))
                .getHost()));
      }
    });
    return hosts;
  }

  private static void checkText(String text) {
    assertFalse(
        text.chars().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)),
        "turned around");
  }

  private static Set<String> minus(Set<String> these, Set<String> others) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(others);
    return rest;
  }

  private static void objects(JsonElement tree, java.util.function.Consumer<JsonObject> seen) {
    if (tree.isJsonObject()) {
      seen.accept(tree.getAsJsonObject());
      tree.getAsJsonObject().asMap().values().forEach(child -> objects(child, seen));
    } else if (tree.isJsonArray()) {
      tree.getAsJsonArray().forEach(child -> objects(child, seen));
    }
  }

  private static void walk(JsonElement tree, String key, BiConsumer<String, String> seen) {
    if (tree.isJsonObject()) {
      tree.getAsJsonObject().asMap().forEach((name, child) -> walk(child, name, seen));
    } else if (tree.isJsonArray()) {
      tree.getAsJsonArray().forEach(child -> walk(child, key, seen));
    } else if (tree.getAsJsonPrimitive().isString()) {
      seen.accept(key, tree.getAsString());
    }
  }

  private static JsonObject message(Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    JsonObject json = new JsonObject();
    json.addProperty("text", message.text());
    json.add("blocks", SLACK.toJsonTree(message.blocks()));
    return json;
  }
}
