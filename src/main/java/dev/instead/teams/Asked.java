package dev.instead.teams;

import dev.instead.notice.Legible;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, as an answer's card hands it on: a short question in the value of each button, a long one whole in one field that
 * nobody sees and that every button sends along, so that a card with many buttons stays small.
 */
final class Asked {
  private static final int SHORT = 200;

  /** What a question may have. */
  private static final int LONGEST = 1900;

  private Asked() {}

  /** For a button's value. */
  static String value(String question) {
    return Legible.plain(question, SHORT);
  }

  /** The field of a long question; put into the card once. */
  static Optional<Map<String, Object>> field(String question) {
    return question.length() <= SHORT
        ? Optional.empty()
        : Optional.of(Ink.piece(
            "type",
            "Input.Text",
            "id",
            Verbs.QUESTION_FIELD,
            "value",
            Legible.plain(question, LONGEST),
            "isMultiline",
            true,
            "isVisible",
            false));
  }

  /** The question that was pressed for; {@code field} as it was sent along, if it was. Both come from the client. */
  static String of(String value, @Nullable String field) {
    return field == null || field.isBlank() ? value : field;
  }
}
