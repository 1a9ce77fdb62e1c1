package dev.instead.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what clients send: every value may be missing, stale or made up. */
final class Payloads {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Payloads() {}

  static String id(@Nullable String value) {
    return value == null ? "" : value;
  }

  static Optional<ReportId> report(String value) {
    return UUID.matcher(value).matches() ? Optional.of(new ReportId(value)) : Optional.empty();
  }

  static Optional<NoteId> note(String value) {
    return UUID.matcher(value).matches() ? Optional.of(new NoteId(value)) : Optional.empty();
  }

  /** The part before the first space, and the rest; both may be empty. */
  static String[] two(String value) {
    int space = value.indexOf(' ');
    return space < 0
        ? new String[] {value, ""}
        : new String[] {value.substring(0, space), value.substring(space + 1).strip()};
  }

  /** What was typed into a field. Inputs arrive as typed, without Slack's escaping. */
  static String typed(@Nullable ViewState state, String field) {
    return value(state, field).map(value -> id(value.getValue()).strip()).orElse("");
  }

  static Optional<String> chosen(@Nullable ViewState state, String field) {
    return value(state, field)
        .map(ViewState.Value::getSelectedOption)
        .map(option -> id(option.getValue()))
        .filter(value -> !value.isEmpty());
  }

  static @Nullable ViewState state(@Nullable View view) {
    return view == null ? null : view.getState();
  }

  private static Optional<ViewState.Value> value(@Nullable ViewState state, String field) {
    if (state == null || state.getValues() == null) {
      return Optional.empty();
    }
    Map<String, ViewState.Value> block = state.getValues().get(field);
    return block == null ? Optional.empty() : Optional.ofNullable(block.get(field));
  }
}
