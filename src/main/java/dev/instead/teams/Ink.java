package dev.instead.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.notice.Legible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pieces that cards are drawn with: elements of Adaptive Cards 1.5 as JSON. Sentences of the product's own are TextBlocks, which read
 * Markdown; what others wrote is a RichTextBlock, which reads nothing.
 */
final class Ink {
  /** The first of two; of three in a row, both pairs. */
  private static final Pattern DOUBLE_BRACE = Pattern.compile("\\{(?=\\{)");

  /** The longest text in one piece. */
  static final int TEXT = 3000;

  static final int LABEL = 75;
  static final int HEADING = 150;
  static final int VALUE = 2000;

  /** The longest address that leads somewhere; a longer one is only shown. */
  static final int URL = 2000;

  private static final int SHOWN_URL = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Ink() {}

  /** An element; keys and values in turn. */
  static Map<String, Object> piece(Object... keysAndValues) {
    Map<String, Object> piece = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      piece.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return piece;
  }

  static Map<String, Object> with(Map<String, Object> piece, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(piece);
    changed.put(key, value);
    return changed;
  }

  /** What a piece or a card takes on the wire, in bytes. */
  static int size(Object piece) {
    return json(piece).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String json(Object piece) {
    try {
      return JSON.writeValueAsString(piece);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A card holds something that JSON can't write", e);
    }
  }

  // ---- sentences of the product's own

  static Map<String, Object> say(String sentence) {
    return piece("type", "TextBlock", "text", Markup.markdown(sentence), "wrap", true);
  }

  static Map<String, Object> quiet(String sentence) {
    return with(with(say(sentence), "isSubtle", true), "size", "Small");
  }

  /** {@code text} is plain. */
  static Map<String, Object> head(String text) {
    return piece(
        "type",
        "TextBlock",
        "text",
        Markup.escape(Legible.plain(text, HEADING)),
        "wrap",
        true,
        "style",
        "heading",
        "size",
        "Medium",
        "weight",
        "Bolder");
  }

  // ---- what others wrote

  static Map<String, Object> rich(List<Map<String, Object>> runs) {
    return piece("type", "RichTextBlock", "inlines", runs);
  }

  static Map<String, Object> paragraph(String text) {
    return rich(List.of(run(text)));
  }

  /** "**Why:** …" */
  static Map<String, Object> paragraph(String label, String text) {
    return rich(List.of(bold(label + " "), run(text)));
  }

  /** Teams draws dates in runs, too; a joiner that nobody sees keeps what was written. */
  static Map<String, Object> run(String text) {
    String asWritten = DOUBLE_BRACE.matcher(text).replaceAll("{\u2060");
    return piece("type", "TextRun", "text", asWritten.isEmpty() ? " " : asWritten);
  }

  static Map<String, Object> bold(String text) {
    return with(run(text), "weight", "Bolder");
  }

  /** An address that shows itself, so that nobody can dress one up as another. */
  static Map<String, Object> address(String url, Reading in) {
    Map<String, Object> shown = run(Legible.plain(url, in.room(SHOWN_URL)));
    String target = Web.encoded(url);
    return Web.is(url) && target.length() <= in.room(URL)
        ? with(shown, "selectAction", piece("type", "Action.OpenUrl", "url", target))
        : shown;
  }

  static Map<String, Object> quote(String words) {
    return with(box("emphasis", List.of(paragraph(words))), "spacing", "Small");
  }

  /** Lines whose spaces count. */
  static Map<String, Object> typed(String words) {
    Map<String, Object> run = with(with(run(words), "fontType", "Monospace"), "size", "Small");
    return with(box("emphasis", List.of(rich(List.of(run)))), "spacing", "Small");
  }

  /** One of several in a list. */
  static Map<String, Object> bullet(List<Map<String, Object>> runs) {
    List<Map<String, Object>> line = new ArrayList<>();
    line.add(run("• "));
    line.addAll(runs);
    return with(rich(line), "spacing", "Small");
  }

  /** @param style one of Adaptive Cards' container styles */
  static Map<String, Object> box(String style, List<Map<String, Object>> items) {
    return piece("type", "Container", "style", style, "items", items);
  }
}
