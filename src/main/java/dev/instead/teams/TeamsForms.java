package dev.instead.teams;

import dev.instead.notice.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stand-in until the forms are merged. */
final class TeamsForms {
  private TeamsForms() {}

  static Dialog of(Form form, Locale language, String op) {
    return new Dialog(
        form.getClass().getSimpleName(),
        Map.of(
            "type",
            "AdaptiveCard",
            "version",
            "1.5",
            "body",
            List.of(),
            "lang",
            language.toString()));
  }
}
