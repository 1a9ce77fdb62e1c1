package dev.instead.playground;

import static dev.instead.playground.CardRules.common;
import static dev.instead.playground.CardRules.shapeless;
import static dev.instead.playground.CardRules.word;
import static dev.instead.playground.Rule.bool;
import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.later;
import static dev.instead.playground.Rule.list;
import static dev.instead.playground.Rule.report;
import static dev.instead.playground.Rule.shape;
import static dev.instead.playground.Rule.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The buttons of Adaptive Cards 1.5 that the product could use. */
final class ActionRules {
  /** Teams draws six buttons in a row; those in mode {@code secondary} go under "…". */
  private static final int BUTTONS_IN_A_ROW = 6;

  private static final Rule EXECUTE =
      action().must("verb", string(200)).may("data", shapeless()).may("associatedInputs", inputs());
  private static final Rule SUBMIT = action()
      .must("data", shapeless())
      .may("associatedInputs", inputs())
      .and(ActionRules::saysWhatTeamsDoes);
  private static final Rule OPEN_URL = action().must("url", ActionRules::link);
  private static final Rule TOGGLE =
      action().must("targetElements", list(1, 100, ActionRules::target));
  private static final Rule SHOW = action().must("card", later(() -> AdaptiveCardCheck.INNER_CARD));

  private static final Rule ACTION = byType(Map.of(
      "Action.Execute",
      EXECUTE,
      "Action.Submit",
      SUBMIT,
      "Action.OpenUrl",
      OPEN_URL,
      "Action.ToggleVisibility",
      TOGGLE,
      "Action.ShowCard",
      SHOW));

  /** What happens when a text or container is pressed: no card can be shown there. */
  static final Rule SELECT = byType(Map.of(
      "Action.Execute",
      EXECUTE,
      "Action.Submit",
      SUBMIT,
      "Action.OpenUrl",
      OPEN_URL,
      "Action.ToggleVisibility",
      TOGGLE));

  static final Rule ACTIONS = list(0, 30, named()).and(ActionRules::fitInARow);

  private ActionRules() {}

  private static Rule.Shape action() {
    return common(later(() -> ACTION))
        .may("title", string(200))
        .may("tooltip", string(1000))
        .may("style", word("default", "positive", "destructive"))
        .may("mode", word("primary", "secondary"))
        .may("isEnabled", bool());
  }

  /** A button without words can't be found by ear. */
  private static Rule named() {
    return (value, at, problems) -> {
      ACTION.check(value, at, problems);
      if (Json.text(value, "title").isBlank()) {
        report("missing required field: title", at, problems);
      }
    };
  }

  private static Rule inputs() {
    return word("auto", "none");
  }

  private static void fitInARow(JsonNode actions, String at, List<String> problems) {
    int inRow = 0;
    for (JsonNode action : actions) {
      inRow += Json.text(action, "mode").equalsIgnoreCase("secondary") ? 0 : 1;
    }
    if (inRow > BUTTONS_IN_A_ROW) {
      report("no more than " + BUTTONS_IN_A_ROW + " primary actions are shown", at, problems);
    }
  }

  private static void saysWhatTeamsDoes(JsonNode action, String at, List<String> problems) {
    JsonNode teams = action.path("data").path("msteams");
    if (!teams.isMissingNode()) {
      shape()
          .may("type", word("task/fetch"))
          .may("justInTimeInstall", bool())
          .check(teams, at + "/data/msteams", problems);
    }
  }

  private static void link(JsonNode url, String at, List<String> problems) {
    if (!url.asText("").matches("(https://|mailto:|tel:)\\S{1,2000}")) {
      report("must be a https, mailto or tel link", at, problems);
    }
  }

  private static void target(JsonNode target, String at, List<String> problems) {
    String id = target.isTextual() ? target.asText() : Json.text(target, "elementId");
    if (id.isEmpty()) {
      report("must name an element", at, problems);
    }
  }
}
