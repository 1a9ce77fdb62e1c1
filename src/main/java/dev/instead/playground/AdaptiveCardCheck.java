package dev.instead.playground;

import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.pattern;
import static dev.instead.playground.Rule.report;
import static dev.instead.playground.Rule.shape;
import static dev.instead.playground.Rule.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses a card that Teams would refuse or draw wrongly: newer than 1.5, unknown parts, missing properties, ids given twice. It knows
 * the parts that the product could use; any other is unknown here.
 */
final class AdaptiveCardCheck {
  /** Teams takes more; the product promises to stay below this, in UTF-8. */
  static final int CARD_BYTES = 25 * 1024;

  private static final Rule LANGUAGE = pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "language tag");

  /** A card that a button shows. */
  static final Rule INNER_CARD = byType(Map.of("AdaptiveCard", card()));

  private static final Rule CARD = byType(Map.of(
      "AdaptiveCard",
      card()
          .must("version", pattern("1\\.[0-5]", "version up to 1.5"))
          .may("fallbackText", string(5000))
          .may("speak", string(5000))
          .may("lang", LANGUAGE)
          .may("msteams", shape().may("width", CardRules.word("Full")))));

  private AdaptiveCardCheck() {}

  /** What is wrong with a card in a message; empty when Teams would take it. */
  static List<String> message(JsonNode card) {
    List<String> problems = new ArrayList<>();
    CARD.check(card, "/card", problems);
    idsDiffer(card, problems);
    targetsExist(card, problems);
    return problems;
  }

  /** What is wrong with a card in a dialog, where Action.Execute isn't there. */
  static List<String> dialog(JsonNode card) {
    List<String> problems = message(card);
    CardTree.actions(card).stream()
        .filter(action -> Json.text(action, "type").equals("Action.Execute"))
        .findFirst()
        .ifPresent(action -> report("Action.Execute does nothing in a dialog", "/card", problems));
    return problems;
  }

  static boolean isTooBig(JsonNode card) {
    return Json.bytes(card).length > CARD_BYTES;
  }

  private static Rule.Shape card() {
    return shape()
        .may("$schema", string(200))
        .must("body", CardRules.ELEMENTS)
        .may("actions", ActionRules.ACTIONS)
        .may("rtl", Rule.bool())
        .may("minHeight", pattern("\\d+px", "size in pixels"));
  }

  private static void idsDiffer(JsonNode card, List<String> problems) {
    Set<String> seen = new HashSet<>();
    CardTree.walk(card, part -> {
      String id = Json.text(part, "id");
      if (!id.isEmpty() && !seen.add(id)) {
        report("the id \"" + id + "\" already exists", "/card", problems);
      }
    });
  }

  private static void targetsExist(JsonNode card, List<String> problems) {
    Set<String> ids = new HashSet<>();
    CardTree.walk(card, part -> ids.add(Json.text(part, "id")));
    CardTree.walk(
        card,
        part -> part.path("targetElements").forEach(target -> {
          String id = target.isTextual() ? target.asText() : Json.text(target, "elementId");
          if (!ids.contains(id)) {
            report("there is no element \"" + id + "\" to show or hide", "/card", problems);
          }
        }));
  }
}
