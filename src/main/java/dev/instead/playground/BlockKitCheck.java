package dev.instead.playground;

import static dev.instead.playground.ElementRules.anyOf;
import static dev.instead.playground.ElementRules.anyText;
import static dev.instead.playground.ElementRules.plain;
import static dev.instead.playground.Rule.bool;
import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.list;
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
 * Refuses what Slack would refuse, with Slack's errors. It knows the blocks that the product could use; any other is
 * unknown here. Limits: {@code docs.slack.dev/reference/block-kit/blocks}, {@code …/surfaces/modals}.
 */
final class BlockKitCheck {
  private static final int BLOCKS_OF_A_MESSAGE = 50;
  private static final int BLOCKS_OF_A_VIEW = 100;
  private static final int VIEW_BYTES = 250_000;

  private static final String[] IN_ACTIONS = {
    "button",
    "overflow",
    "static_select",
    "users_select",
    "conversations_select",
    "radio_buttons",
    "checkboxes",
    "datepicker"
  };

  private static final Rule BLOCK = byType(Map.of(
      "section",
      block()
          .may("text", anyText(3000))
          .may("fields", list(1, 10, anyText(2000)))
          .may("accessory", anyOf(with("image", IN_ACTIONS)))
          .may("expand", bool())
          .and(BlockKitCheck::saysSomething),
      "header",
      block().must("text", plain(150)),
      "context",
      block().must("elements", list(1, 10, BlockKitCheck::contextElement)),
      "divider",
      block(),
      "actions",
      block().must("elements", list(1, 25, anyOf(IN_ACTIONS))).and(BlockKitCheck::actionIdsDiffer),
      "input",
      block()
          .must("label", plain(2000))
          .must(
              "element",
              anyOf(
                  "plain_text_input",
                  "url_text_input",
                  "static_select",
                  "users_select",
                  "conversations_select",
                  "radio_buttons",
                  "checkboxes",
                  "datepicker"))
          .may("hint", plain(2000))
          .may("optional", bool())
          .may("dispatch_action", bool()),
      "image",
      block()
          .must("image_url", string(3000))
          .must("alt_text", string(2000))
          .may("title", plain(2000)),
      "rich_text",
      block().must("elements", RichTextRules.PARTS)));

  private static final Rule MODAL = shape()
      .must("title", plain(24))
      .must("blocks", list(0, BLOCKS_OF_A_VIEW, BLOCK))
      .may("submit", plain(24))
      .may("close", plain(24))
      .may("private_metadata", string(0, 3000))
      .may("callback_id", string(0, 255))
      .may("external_id", string(0, 255))
      .may("clear_on_close", bool())
      .may("notify_on_close", bool())
      .may("submit_disabled", bool())
      .and(BlockKitCheck::inputsCanBeSubmitted)
      .and(BlockKitCheck::oneFocus);

  private static final Rule HOME = shape()
      .must("blocks", list(0, BLOCKS_OF_A_VIEW, BLOCK))
      .may("private_metadata", string(0, 3000))
      .may("callback_id", string(0, 255))
      .may("external_id", string(0, 255));

  private BlockKitCheck() {}

  /** What is wrong with a message's blocks; empty when Slack would take them. */
  static List<String> message(JsonNode blocks) {
    List<String> problems = new ArrayList<>();
    list(0, BLOCKS_OF_A_MESSAGE, BLOCK).check(blocks, "/blocks", problems);
    blockIdsDiffer(blocks, "/blocks", problems);
    return problems;
  }

  /** What is wrong with a view, of a modal or a home; empty when Slack would take it. */
  static List<String> view(JsonNode view) {
    List<String> problems = new ArrayList<>();
    byType(Map.of("modal", MODAL, "home", HOME)).check(view, "/view", problems);
    blockIdsDiffer(view.path("blocks"), "/view/blocks", problems);
    return problems;
  }

  /** Refuses a message that says nothing or whose blocks are wrong. Missing blocks are fine where there is text. */
  static void content(String text, JsonNode blocks) {
    if (blocks.isMissingNode() || blocks.isNull() || blocks.isEmpty()) {
      if (!blocks.isMissingNode() && !blocks.isNull() && !blocks.isArray()) {
        throw new SlackRefusal("invalid_blocks_format");
      }
      if (text.isBlank()) {
        throw new SlackRefusal("no_text");
      }
      return;
    }
    List<String> problems = message(blocks);
    if (!problems.isEmpty()) {
      throw new SlackRefusal("invalid_blocks", problems);
    }
  }

  /** Refuses a view of the wrong kind, too big a view, and one whose parts are wrong. */
  static void view(JsonNode view, String kind) {
    if (!view.isObject()) {
      throw new SlackRefusal("invalid_arguments", List.of("[ERROR] missing required field: view"));
    }
    if (Json.bytes(view).length > VIEW_BYTES) {
      throw new SlackRefusal("view_too_large");
    }
    List<String> problems = view(view);
    if (!Json.text(view, "type").equals(kind)) {
      report("must be a view of type " + kind, "/view/type", problems);
    }
    if (!problems.isEmpty()) {
      throw new SlackRefusal("invalid_arguments", problems);
    }
  }

  private static Rule.Shape block() {
    return shape().may("block_id", string(255));
  }

  private static String[] with(String one, String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    all.add(one);
    return all.toArray(new String[0]);
  }

  private static void contextElement(JsonNode element, String at, List<String> problems) {
    boolean image = Json.text(element, "type").equals("image");
    (image ? anyOf("image") : anyText(3000)).check(element, at, problems);
  }

  private static void saysSomething(JsonNode section, String at, List<String> problems) {
    if (!section.hasNonNull("text") && !section.hasNonNull("fields")) {
      report("missing required field: text or fields", at, problems);
    }
  }

  private static void actionIdsDiffer(JsonNode actions, String at, List<String> problems) {
    Set<String> seen = new HashSet<>();
    for (JsonNode element : actions.path("elements")) {
      String id = Json.text(element, "action_id");
      if (!id.isEmpty() && !seen.add(id)) {
        report("`action_id` \"" + id + "\" already exists", at + "/elements", problems);
      }
    }
  }

  private static void blockIdsDiffer(JsonNode blocks, String at, List<String> problems) {
    Set<String> seen = new HashSet<>();
    for (JsonNode block : blocks) {
      String id = Json.text(block, "block_id");
      if (!id.isEmpty() && !seen.add(id)) {
        report("`block_id` \"" + id + "\" already exists", at, problems);
      }
    }
  }

  private static void inputsCanBeSubmitted(JsonNode view, String at, List<String> problems) {
    for (JsonNode block : view.path("blocks")) {
      if (Json.text(block, "type").equals("input") && !view.hasNonNull("submit")) {
        report("`submit` is required when an input block is within the blocks array", at, problems);
        return;
      }
    }
  }

  private static void oneFocus(JsonNode view, String at, List<String> problems) {
    long focused = BlockTree.elements(view.path("blocks")).stream()
        .filter(found -> found.element().path("focus_on_load").asBoolean(false))
        .count();
    if (focused > 1) {
      report("only one element can have focus_on_load", at, problems);
    }
  }
}
