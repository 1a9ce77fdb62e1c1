package dev.instead.teams;

import dev.instead.notice.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A card and the text that reads it out, gathered side by side. */
final class Sheet {
  /** Notifications show less. */
  private static final int SUMMARY = 500;

  private final Reading in;
  private final List<Map<String, Object>> body = new ArrayList<>();
  private final List<Map<String, Object>> actions = new ArrayList<>();
  private final StringBuilder spoken = new StringBuilder();

  Sheet(Reading in) {
    this.in = in;
  }

  /** A sentence of the product's own, drawn and read out. */
  Sheet say(String sentence) {
    return add(Ink.say(sentence)).speak(in.spoken(sentence));
  }

  /** Only drawn. */
  Sheet quiet(String sentence) {
    return add(Ink.quiet(sentence));
  }

  Sheet head(String plain) {
    return add(Ink.head(plain)).speak(plain + ".");
  }

  /** What others wrote, drawn and read out. */
  Sheet others(String text) {
    return add(Ink.paragraph(text)).speak(text);
  }

  Sheet labelled(String label, String text) {
    return add(Ink.paragraph(label, text)).speak(label + " " + text);
  }

  Sheet quote(String words, int max) {
    String shown = in.words(words, max);
    return add(Ink.quote(shown)).speak(shown);
  }

  Sheet add(Map<String, Object> piece) {
    body.add(piece);
    return this;
  }

  Sheet addAll(List<Map<String, Object>> pieces) {
    body.addAll(pieces);
    return this;
  }

  Sheet speak(String plain) {
    if (spoken.length() < SUMMARY && !plain.isBlank()) {
      spoken.append(spoken.isEmpty() ? "" : " ").append(plain.strip());
    }
    return this;
  }

  Sheet button(Map<String, Object> button) {
    actions.add(button);
    return this;
  }

  Sheet buttons(List<Map<String, Object>> buttons) {
    actions.addAll(buttons);
    return this;
  }

  TeamsMessage message() {
    String summary = Legible.plain(spoken.toString(), SUMMARY);
    Map<String, Object> card = card();
    card.put("fallbackText", Markup.escape(summary));
    return new TeamsMessage(summary, card);
  }

  Dialog dialog(String title) {
    return new Dialog(title, card());
  }

  private Map<String, Object> card() {
    Map<String, Object> card = Ink.piece(
        "type",
        "AdaptiveCard",
        "version",
        "1.5",
        "lang",
        in.words().language().toLanguageTag(),
        "body",
        List.copyOf(body));
    if (!actions.isEmpty()) {
      card.put("actions", List.copyOf(actions));
    }
    return card;
  }
}
