package dev.instead.teams;

import dev.instead.notice.Legible;
import dev.instead.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of dialogs, each with a label; what must be filled in is asked for before anything is sent. */
final class Inputs {
  private static final int LINK = 2000;
  private static final int MENU = 100;

  private final Reading in;

  Inputs(Reading in) {
    this.in = in;
  }

  /** One thing to choose. */
  record Choice(String label, String value) {}

  Map<String, Object> link(String labelKey, String exampleKey, String initial) {
    Map<String, Object> input = field("Input.Text", Verbs.LINK_FIELD, labelKey, initial, LINK);
    input.put("style", "Url");
    input.put("placeholder", in.say(exampleKey));
    input.put("maxLength", LINK);
    return input;
  }

  Map<String, Object> text(String labelKey, String initial, boolean optional) {
    Map<String, Object> input =
        field("Input.Text", Verbs.TEXT_FIELD, labelKey, initial, Report.MAX_TEXT);
    input.put("isMultiline", true);
    input.put("maxLength", Report.MAX_TEXT);
    return optional ? input : required(input, "form.required.text");
  }

  /** A day that must be chosen; Teams gives it back as 2027-05-31. */
  Map<String, Object> day(String label, LocalDate proposed) {
    Map<String, Object> input = Ink.piece(
        "type", "Input.Date", "id", Verbs.DAY_FIELD, "label", label, "value", proposed.toString());
    return required(input, "form.required.choice");
  }

  /** A text that is there already and may be written anew. */
  Map<String, Object> written(String id, String label, String text, int most, boolean multiline) {
    Map<String, Object> input = Ink.piece(
        "type",
        "Input.Text",
        "id",
        id,
        "label",
        label,
        "value",
        Legible.plain(text, most),
        "isMultiline",
        multiline,
        "maxLength",
        most);
    return input;
  }

  /** One line to search for. */
  Map<String, Object> words(String labelKey, String initial, int max) {
    Map<String, Object> input = field("Input.Text", Verbs.TEXT_FIELD, labelKey, initial, max);
    input.put("maxLength", max);
    return required(input, "form.required.text");
  }

  Map<String, Object> choice(String labelKey, List<Choice> choices, Optional<String> chosen) {
    return required(
        menu(Verbs.CHOICE_FIELD, labelKey, "form.choose", choices, chosen), "form.required.choice");
  }

  Map<String, Object> menu(
      String id, String labelKey, String hintKey, List<Choice> choices, Optional<String> chosen) {
    Map<String, Object> input =
        field("Input.ChoiceSet", id, labelKey, chosen.orElse(""), Ink.VALUE);
    input.put("style", "compact");
    input.put("placeholder", in.say(hintKey));
    input.put("choices", choices.stream().limit(MENU).map(this::choice).toList());
    return input;
  }

  /** A field of its own name; what must be filled in is asked for before it is sent. */
  Map<String, Object> words(String id, String label, String initial, int max, boolean optional) {
    Map<String, Object> input = Ink.piece("type", "Input.Text", "id", id, "label", label);
    if (!initial.isEmpty()) {
      input.put("value", Legible.plain(initial, max));
    }
    input.put("isMultiline", max > Ink.LABEL);
    input.put("maxLength", max);
    return optional ? input : required(input, "form.required.text");
  }

  private Map<String, Object> choice(Choice choice) {
    String label = in.words(choice.label(), Ink.LABEL);
    return Ink.piece("title", label.isBlank() ? "…" : label, "value", choice.value());
  }

  /** What was typed already is never cut to make the card small: it would be lost. */
  private Map<String, Object> field(
      String type, String id, String labelKey, String initial, int max) {
    Map<String, Object> input = Ink.piece("type", type, "id", id, "label", in.say(labelKey));
    if (!initial.isEmpty()) {
      input.put("value", Legible.plain(initial, max));
    }
    return input;
  }

  Map<String, Object> required(Map<String, Object> input, String errorKey) {
    input.put("isRequired", true);
    input.put("errorMessage", in.say(errorKey));
    return input;
  }
}
