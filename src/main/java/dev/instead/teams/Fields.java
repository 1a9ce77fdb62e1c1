package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What somebody filled in, by field; Teams puts it beside the button's data. */
record Fields(Map<String, String> values) {
  static final Fields NONE = new Fields(Map.of());

  /** Those of the forms that end in a proposal: one for each text and language of an entry. */
  private static final Pattern OWN_NAME = Pattern.compile(
      "(?:entry|example)_[a-z_-]{1,40}|" + Verbs.TEXT_FIELD + "\\.[a-z]{2,10}\\.[A-Za-z-]{2,20}");

  private static final int MOST = 100;

  private static final List<String> NAMES = List.of(
      Verbs.LINK_FIELD,
      Verbs.SITUATION_FIELD,
      Verbs.TEXT_FIELD,
      Verbs.CHOICE_FIELD,
      Verbs.DAY_FIELD,
      Verbs.QUESTION_FIELD);

  static Fields of(JsonNode data) {
    Map<String, String> values = new TreeMap<>();
    for (String name : NAMES) {
      Incoming.text(data.get(name)).ifPresent(text -> values.put(name, text));
    }
    data.fieldNames().forEachRemaining(name -> {
      if (OWN_NAME.matcher(name).matches() && values.size() < MOST) {
        Incoming.text(data.get(name)).ifPresent(text -> values.put(name, text));
      }
    });
    return new Fields(values);
  }

  /** As typed or chosen; empty when left out. */
  String text(String field) {
    return values.getOrDefault(field, "");
  }

  Optional<String> chosen(String field) {
    return Optional.of(text(field)).filter(value -> !value.isEmpty());
  }
}
