package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What dialogs show: forms, fresh or to be mended, and notices. */
final class Dialogs {
  private static final String TYPE = "type";

  private final Supplier<String> ops;

  /** @param ops a new name at every call, of letters, digits and hyphens, at most 64 */
  Dialogs(Supplier<String> ops) {
    this.ops = ops;
  }

  Dialog form(Reaction.Ask ask, Locale language) {
    Dialog fresh = TeamsForms.of(ask.form(), language, ask.op().orElseGet(ops));
    if (ask.typed().values().isEmpty() && ask.fault().isEmpty()) {
      return fresh;
    }
    Words words = Words.in(language);
    List<Object> body = new ArrayList<>();
    for (Object element : list(fresh.card().get("body"))) {
      ask.fault()
          .filter(fault -> holds(element, fault.field()))
          .ifPresent(fault -> body.add(problem(words.say(fault.sentence()))));
      body.add(filled(element, ask.typed()));
    }
    Map<String, Object> card = new LinkedHashMap<>(fresh.card());
    card.put("body", body);
    return new Dialog(fresh.title(), card);
  }

  /** A notice in the place of a form. Dialogs know no Action.Execute, so every button falls back to its Action.Submit. */
  Dialog notice(Notice notice, Locale language) {
    String once = ops.get();
    return new Dialog(
        Words.in(language).say("form.closing.title"),
        mapped(TeamsCards.of(notice, language).card(), node -> submitting(node, once)));
  }

  /** Whether the field is this element, or somewhere inside it. */
  private static boolean holds(Object element, String field) {
    if (element instanceof Map<?, ?> map) {
      return field.equals(map.get("id"))
          || map.values().stream().anyMatch(one -> holds(one, field));
    }
    return list(element).stream().anyMatch(one -> holds(one, field));
  }

  private static Map<String, Object> problem(String sentence) {
    return Map.of(
        TYPE,
        "TextBlock",
        "text",
        sentence,
        "wrap",
        true,
        "color",
        "attention",
        "weight",
        "bolder");
  }

  /** With what was typed or chosen before, wherever the field is. */
  private static Object filled(Object element, Fields typed) {
    return element instanceof Map<?, ?> map
        ? mapped(map, node -> {
          String value = typed.values().get(String.valueOf(node.get("id")));
          if (value == null) {
            return node;
          }
          Map<String, Object> input = new LinkedHashMap<>(node);
          input.put("value", value);
          return input;
        })
        : element;
  }

  private static Map<String, Object> submitting(Map<String, Object> node, String once) {
    if (!"Action.Execute".equals(node.get(TYPE)) && !"Action.Submit".equals(node.get(TYPE))) {
      return node;
    }
    Map<String, Object> submit = new LinkedHashMap<>(node);
    submit.put(TYPE, "Action.Submit");
    submit.remove("verb");
    submit.remove("fallback");
    if (submit.get("data") instanceof Map<?, ?> data) {
      Map<String, Object> named = copy(data);
      named.remove(
          "msteams"); // A button in a dialog can't open another one: it changes the one that is
      // open.
      named.put(Verbs.ONCE, once);
      submit.put("data", named);
    }
    return submit;
  }

  /** Every object of a card, from the inside out. */
  private static Map<String, Object> mapped(
      Map<?, ?> node, Function<Map<String, Object>, Map<String, Object>> change) {
    Map<String, Object> changed = copy(node);
    changed.replaceAll((key, value) -> value instanceof Map<?, ?> map
        ? mapped(map, change)
        : value instanceof List<?> list
            ? list.stream()
                .map(one -> one instanceof Map<?, ?> map ? mapped(map, change) : one)
                .toList()
            : value);
    return change.apply(changed);
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
