package dev.instead.slack;

import com.slack.api.model.view.ViewState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody filled in, by field. Every field has one element, so its block's id is enough. */
record Fields(Map<String, String> values) {
  static Fields of(@Nullable ViewState state) {
    Map<String, String> values = new TreeMap<>();
    if (state != null && state.getValues() != null) {
      state
          .getValues()
          .forEach(
              (block, elements) -> elements.values().forEach(value -> put(values, block, value)));
    }
    return new Fields(values);
  }

  /** As typed or chosen; empty when left out. */
  String text(String field) {
    return values.getOrDefault(field, "");
  }

  Optional<String> chosen(String field) {
    return Optional.of(text(field)).filter(value -> !value.isEmpty());
  }

  private static void put(
      Map<String, String> values, String block, ViewState.@Nullable Value value) {
    if (value == null) {
      return;
    }
    String given = value.getSelectedOption() != null
        ? value.getSelectedOption().getValue()
        : value.getSelectedDate() != null ? value.getSelectedDate() : value.getValue();
    if (given != null) {
      values.put(block, given);
    }
  }
}
