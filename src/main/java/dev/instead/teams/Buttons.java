package dev.instead.teams;

import dev.instead.notice.Legible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be pressed on a card; the shapes are those that {@link Verbs} tells of. */
final class Buttons {
  private static final String EXECUTE = "Action.Execute";
  private static final String SUBMIT = "Action.Submit";
  private static final String MSTEAMS = "msteams";

  private Buttons() {}

  /** Acts at once. A client that doesn't know Action.Execute sends the same as a message. */
  static Map<String, Object> act(String verb, String label, String value) {
    return act(verb, label, data(verb, value));
  }

  /** Changes a case at once, if that stands as it is drawn: {@code turn} says in which turn. */
  static Map<String, Object> change(String verb, String label, String value, int turn) {
    return act(verb, label, Ink.with(data(verb, value), Verbs.TURN, turn));
  }

  private static Map<String, Object> act(String verb, String label, Map<String, Object> data) {
    return Ink.piece(
        "type",
        EXECUTE,
        "title",
        title(label),
        "verb",
        verb,
        "data",
        data,
        "fallback",
        Ink.piece("type", SUBMIT, "title", title(label), "data", data));
  }

  /** Opens a dialog. */
  static Map<String, Object> open(String verb, String label, String value) {
    return Ink.piece(
        "type",
        SUBMIT,
        "title",
        title(label),
        "data",
        Ink.with(data(verb, value), MSTEAMS, Map.of("type", "task/fetch")));
  }

  /** Sends a dialog; {@code op} names this filling-in. */
  static Map<String, Object> send(String verb, String label, String value, String op) {
    return Ink.piece(
        "type", SUBMIT, "title", title(label), "data", Ink.with(data(verb, value), Verbs.OP, op));
  }

  static Map<String, Object> lead(String label, String url) {
    return Ink.piece("type", "Action.OpenUrl", "title", title(label), "url", Web.encoded(url));
  }

  static Map<String, Object> primary(Map<String, Object> button) {
    return Ink.with(button, "style", "positive");
  }

  /** Under "…", where it doesn't crowd the others. */
  static Map<String, Object> more(Map<String, Object> button) {
    return Ink.with(button, "mode", "secondary");
  }

  /** Shows {@code sentence} first; cards know no confirmation, so the button itself stands below it. */
  static Map<String, Object> asking(Map<String, Object> button, String sentence) {
    return Ink.piece(
        "type",
        "Action.ShowCard",
        "title",
        button.getOrDefault("title", ""),
        "card",
        Ink.piece(
            "type",
            "AdaptiveCard",
            "body",
            List.of(Ink.say(sentence)),
            "actions",
            List.of(Ink.with(button, "style", "destructive"))));
  }

  static Map<String, Object> row(List<Map<String, Object>> buttons) {
    return Ink.piece("type", "ActionSet", "actions", buttons);
  }

  /** One below the other, where labels may be long: a row would cut them at the margin. */
  static List<Map<String, Object>> column(List<Map<String, Object>> buttons) {
    return buttons.stream()
        .map(button -> Ink.with(row(List.of(button)), "spacing", "Small"))
        .toList();
  }

  /** The same piece with the buttons that work inside a dialog. */
  static Map<String, Object> inDialog(Map<?, ?> piece) {
    Map<String, Object> changed = new LinkedHashMap<>();
    piece.forEach((key, value) -> changed.put(String.valueOf(key), insideDialog(value)));
    if (EXECUTE.equals(changed.get("type"))) {
      changed.put("type", SUBMIT);
      changed.remove("verb");
      changed.remove("fallback");
    }
    if (changed.containsKey(Verbs.VERB)) {
      changed.remove(MSTEAMS);
    }
    return changed;
  }

  private static Object insideDialog(Object value) {
    if (value instanceof Map<?, ?> piece) {
      return inDialog(piece);
    }
    if (value instanceof List<?> pieces) {
      List<Object> changed = new ArrayList<>();
      pieces.forEach(each -> changed.add(insideDialog(each)));
      return changed;
    }
    return value;
  }

  private static Map<String, Object> data(String verb, String value) {
    return Ink.piece(Verbs.VERB, verb, Verbs.VALUE, Legible.plain(value, Ink.VALUE));
  }

  private static String title(String label) {
    return label.isBlank() ? "…" : Legible.plain(label, Ink.LABEL);
  }
}
