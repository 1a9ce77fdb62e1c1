package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.notice.LongSamples;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Any words in every place where people's words are shown on Teams, and any HTML that arrives: they format nothing, mention nobody, link
 * nowhere, show no date of their own, turn no line around, and fit.
 */
public final class TeamsCardAttack {
  private static final int LARGEST = 25_000;
  private static final int LONGEST_SUMMARY = 500;
  private static final List<Notice> HARMLESS = LongSamples.notices("a");

  private TeamsCardAttack() {}

  /**
   * Tries one input.
   *
   * @param input two bytes that choose the notice and the language; then the words
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 3) {
      return;
    }
    String words = new String(input, 2, input.length - 2, UTF_8);
    Html.plain(words);
    int which = (input[0] & 0xFF) % HARMLESS.size();
    Locale language = Words.LANGUAGES.get((input[1] & 0xFF) % Words.LANGUAGES.size());
    TeamsMessage attacked = TeamsCards.of(LongSamples.notices(words).get(which), language);
    JsonNode harmless =
        CardCheck.tree(TeamsCards.of(HARMLESS.get(which), language).card());
    JsonNode card = CardCheck.tree(attacked.card());
    assertTrue(
        attacked.summary().length() <= LONGEST_SUMMARY && !attacked.summary().isBlank(),
        "a summary of " + attacked.summary().length());
    int bytes = card.toString().getBytes(UTF_8).length;
    assertTrue(bytes < LARGEST, () -> "a card of " + bytes);
    Set<String> elsewhere = hosts(card);
    elsewhere.removeAll(hosts(harmless));
    assertTrue(elsewhere.isEmpty(), () -> "leads to " + elsewhere);
    assertFalse(card.toString().contains("\"entities\""), "mentions somebody");
    CardCheck.pieces(card).forEach(TeamsCardAttack::check);
  }

  private static void check(JsonNode piece) {
    String type = piece.path("type").asText();
    String text = piece.path("text").asText();
    if (type.equals("TextBlock")) {
      // The product's own sentences mark nothing but bold, and times by two macros.
      String read = text.replaceAll("\\{\\{(?:DATE|TIME)\\([0-9TZ:-]+(?:, SHORT)?\\)\\}\\}", "")
          .replaceAll("(?s)\\\\.", "")
          .replace("**", "");
      assertFalse(read.matches("(?s).*[\\[\\]<>`~*_#&{}|].*"), () -> "marks in " + text);
    } else if (type.equals("TextRun")) {
      assertFalse(text.contains("{{"), () -> "a date of its own in " + text);
    }
    assertFalse(
        text.chars().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)),
        "turned around");
  }

  private static Set<String> hosts(JsonNode card) {
    Set<String> hosts = new TreeSet<>();
    for (JsonNode piece : CardCheck.pieces(card)) {
      if (piece.has("url")) {
        hosts.add(piece.get("url").asText().split("/", 4)[2]);
      }
    }
    return hosts;
  }
}
