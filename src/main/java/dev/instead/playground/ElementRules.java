package dev.instead.playground;

import static dev.instead.playground.Rule.bool;
import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.integer;
import static dev.instead.playground.Rule.list;
import static dev.instead.playground.Rule.oneOf;
import static dev.instead.playground.Rule.report;
import static dev.instead.playground.Rule.shape;
import static dev.instead.playground.Rule.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Slack's limits for texts, options and elements: {@code docs.slack.dev/reference/block-kit}, composition objects and elements. */
final class ElementRules {
  private static final Rule DATE = Rule.pattern("\\d{4}-\\d{2}-\\d{2}", "date (YYYY-MM-DD)");
  private static final Rule USER_ID = Rule.pattern("[UW][A-Z0-9]+", "user id");
  private static final Rule CONVERSATION_ID = Rule.pattern("[CDG][A-Z0-9]+", "conversation id");

  private static final Rule CONFIRM = shape()
      .must("title", plain(100))
      .must("text", anyText(300))
      .must("confirm", plain(30))
      .must("deny", plain(30))
      .may("style", oneOf("primary", "danger"));

  private static final Rule MENU_OPTION = option(plain(75), plain(75));
  private static final Rule LIST_OPTION = option(anyText(75), anyText(75));
  private static final Rule OVERFLOW_OPTION = option(plain(75), plain(75)).may("url", string(3000));

  private static final Map<String, Rule> ALL = Map.ofEntries(
      Map.entry(
          "button",
          element()
              .must("text", plain(75))
              .may("value", string(2000))
              .may("url", string(3000))
              .may("style", oneOf("primary", "danger"))
              .may("confirm", CONFIRM)
              .may("accessibility_label", string(75))),
      Map.entry("image", shape().must("image_url", string(3000)).must("alt_text", string(2000))),
      Map.entry(
          "overflow",
          element().must("options", list(1, 5, OVERFLOW_OPTION)).may("confirm", CONFIRM)),
      Map.entry(
          "static_select",
          menu()
              .may("options", list(1, 100, MENU_OPTION))
              .may("option_groups", list(1, 100, group()))
              .may("initial_option", MENU_OPTION)
              .and(ElementRules::eitherOptionsOrGroups)
              .and(ElementRules::initialIsOffered)),
      Map.entry("users_select", menu().may("initial_user", USER_ID)),
      Map.entry(
          "conversations_select",
          menu()
              .may("initial_conversation", CONVERSATION_ID)
              .may("default_to_current_conversation", bool())
              .may("response_url_enabled", bool())
              .may(
                  "filter",
                  shape()
                      .may("include", list(1, 4, oneOf("im", "mpim", "private", "public")))
                      .may("exclude_external_shared_channels", bool())
                      .may("exclude_bot_users", bool()))),
      Map.entry(
          "radio_buttons",
          choice().may("initial_option", LIST_OPTION).and(ElementRules::initialIsOffered)),
      Map.entry(
          "checkboxes",
          choice()
              .may("initial_options", list(1, 10, LIST_OPTION))
              .and(ElementRules::initialIsOffered)),
      Map.entry(
          "datepicker",
          element()
              .may("placeholder", plain(150))
              .may("initial_date", DATE)
              .may("confirm", CONFIRM)
              .may("focus_on_load", bool())),
      Map.entry(
          "plain_text_input",
          field()
              .may("initial_value", string(0, 3000))
              .may("multiline", bool())
              .may("min_length", integer(0, 3000))
              .may("max_length", integer(1, 3000))
              .and(ElementRules::lengthsFit)),
      Map.entry("url_text_input", field().may("initial_value", string(0, 3000))));

  private ElementRules() {}

  /** One of these types of element, and no other. */
  static Rule anyOf(String... types) {
    Map<String, Rule> allowed = new HashMap<>();
    for (String type : types) {
      allowed.put(type, Objects.requireNonNull(ALL.get(type), type));
    }
    return byType(allowed);
  }

  static Rule plain(int most) {
    return byType(Map.of("plain_text", plainShape(most)));
  }

  static Rule anyText(int most) {
    return byType(Map.of(
        "plain_text",
        plainShape(most),
        "mrkdwn",
        shape().must("text", string(most)).may("verbatim", bool())));
  }

  private static Rule plainShape(int most) {
    return shape().must("text", string(most)).may("emoji", bool());
  }

  private static Rule.Shape element() {
    return shape().may("action_id", string(255));
  }

  private static Rule.Shape menu() {
    return element()
        .may("placeholder", plain(150))
        .may("confirm", CONFIRM)
        .may("focus_on_load", bool());
  }

  private static Rule.Shape choice() {
    return element()
        .must("options", list(1, 10, LIST_OPTION))
        .may("confirm", CONFIRM)
        .may("focus_on_load", bool());
  }

  private static Rule.Shape field() {
    Rule when = list(1, 2, oneOf("on_enter_pressed", "on_character_entered"));
    return element()
        .may("placeholder", plain(150))
        .may("focus_on_load", bool())
        .may("dispatch_action_config", shape().must("trigger_actions_on", when));
  }

  // Texts and values: docs.slack.dev/reference/block-kit/composition-objects/option-object and the
  // SDKs' validators.
  private static Rule.Shape option(Rule text, Rule description) {
    return shape().must("text", text).must("value", string(150)).may("description", description);
  }

  private static Rule group() {
    return shape().must("label", plain(75)).must("options", list(1, 100, MENU_OPTION));
  }

  private static void eitherOptionsOrGroups(JsonNode menu, String at, List<String> problems) {
    if (menu.hasNonNull("options") == menu.hasNonNull("option_groups")) {
      report("must have either options or option_groups", at, problems);
    }
  }

  private static void initialIsOffered(JsonNode element, String at, List<String> problems) {
    Set<JsonNode> offered = new HashSet<>();
    element.path("options").forEach(offered::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(offered::add));
    if (element.hasNonNull("initial_option") && !offered.contains(element.get("initial_option"))) {
      report("initial_option must be one of the options", at + "/initial_option", problems);
    }
    for (JsonNode chosen : element.path("initial_options")) {
      if (!offered.contains(chosen)) {
        report("initial_options must be among the options", at + "/initial_options", problems);
      }
    }
  }

  private static void lengthsFit(JsonNode input, String at, List<String> problems) {
    int most = input.path("max_length").asInt(3000);
    if (input.path("min_length").asInt(0) > most) {
      report("min_length must not exceed max_length", at, problems);
    }
    if (Json.text(input, "initial_value").length() > most) {
      report("initial_value must not exceed max_length", at, problems);
    }
  }
}
