package dev.instead.teams;

import dev.instead.notice.Notice;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stand-in until the cards are merged. */
final class TeamsCards {
  private TeamsCards() {}

  static TeamsMessage of(Notice notice, Locale language) {
    String name = notice.getClass().getSimpleName();
    return new TeamsMessage(
        name,
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
